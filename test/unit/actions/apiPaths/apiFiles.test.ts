import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  closeApiFile,
  exportApiPaths,
  openApiFile,
  readChosenApiFile,
  takeApiFile,
} from '../../../../src/main/actions/apiPaths/apiFiles'
import {
  resetApiPaths,
  takeApiPaths,
  undoApiPath,
} from '../../../../src/main/actions/apiPaths/changeApiPaths'
import { mapOf } from '../../../../src/main/actions/apiPaths/mapOf'
import { listApiPaths } from '../../../../src/main/actions/apiPaths/readApiPaths'
import { connectLitemail } from '../../../../src/main/actions/litemail/connectLitemail'
import { tableMap } from '../../../../src/main/rules/apiMap'
import { operationRequest } from '../../../../src/main/upstream/litemail/requests'
import type { Inputs } from '../../../../src/main/upstream/mappedRequest'
import type { OpenedApiFile } from '../../../../src/shared/apiFile'
import type { ApiMap } from '../../../../src/shared/apiMap'
import type { LitemailAccount } from '../../../../src/shared/litemail/account'
import { isReading, operationOf, operations } from '../../../../src/shared/litemail/operations'
import { nodeTransport } from '../../../support/actions/nodeTransport'
import { openWorld, take, type World } from '../../../support/actions/world'
import { openAndRead } from '../../../support/apiPaths/openFile'
import { openApiOf } from '../../../support/litemail/dialect/openApi'
import { PermutedService, pathAt, permutedPaths } from '../../../support/litemail/dialect/permuted'
import { goldenValues } from '../../../support/litemail/dialect/service'
import { goldenOperation } from '../../../support/litemail/golden'
import { LITEMAIL_KEY, LITEMAIL_USER } from '../../../support/litemail/server'
import { type Loopback, startLoopback } from '../../../support/loopback/server'
import { bundleForNode, bundleStoreWorker } from '../../store/bundleStoreWorker'
import { aFile, ownFolder } from '../../transfer/files'
import { demandShown } from './reading'

let loopback: Loopback
let world: World
let account: LitemailAccount
let thread: URL

const service = new PermutedService()
const holdAsDrawn = () => service.litemail.addUser({ id: LITEMAIL_USER, keys: [LITEMAIL_KEY] })

beforeAll(async () => {
  holdAsDrawn()
  loopback = await startLoopback(service, {}, () => ({ beforeMs: 0, afterMs: 0 }))
  world = await openWorld(await bundleStoreWorker())
  thread = await bundleForNode('src/main/transfer/apiFileThread.ts', 'api-file-thread')
  const connected = await connectLitemail(world.context, {
    server: { origin: loopback.origin, basePath: '/v1' },
    key: LITEMAIL_KEY,
    authentication: 'api-key',
    keyKept: 'keychain',
    whenUnreached: 'say',
  })
  account = take(connected).account
})
afterAll(async () => {
  await world.close()
  await loopback.close()
  expect(world.faults).toEqual([])
})
beforeEach(async () => {
  take(await resetApiPaths(world.context, { accountId: account.id, operation: null }))
  loopback.forget()
})

async function open(path: string): Promise<OpenedApiFile> {
  const opened = take(await openAndRead(world, { accountId: account.id, path }, { url: thread }))
  if (opened === null) throw new Error('no file was chosen')
  return opened
}
const titled = operations.map(({ id, titles, input }) => ({ id, title: titles[0], input }))
const takeAll = async ({ file, suggestions }: OpenedApiFile) =>
  take(
    await takeApiFile(world.context, {
      accountId: account.id,
      file,
      operations: suggestions.filter(({ isTicked }) => isTicked).map(({ operation }) => operation),
    }),
  )
const keptMaps = async () => take(await world.context.store.read('apiMaps.list', account.id))

describe('one OpenAPI file of a service whose 52 paths are permuted', () => {
  it('has each of them ticked, and nothing else to say', async () => {
    expect(permutedPaths.size).toBe(52)
    const { suggestions, same, leftOut } = await open(aFile(openApiOf(titled), 'api.yaml'))
    expect(suggestions.map(({ operation }) => operation).toSorted()).toEqual(
      [...permutedPaths.keys()].toSorted(),
    )
    expect(new Set(suggestions.map(({ match, isTicked }) => `${match} ${isTicked}`))).toEqual(
      new Set(['exact true']),
    )
    expect({ same, leftOut }).toEqual({ same: 9, leftOut: 0 })
    expect(loopback.requests).toEqual([])
  })

  it('repairs all of them in one import', async () => {
    await takeAll(await open(aFile(openApiOf(titled), 'api.yaml')))
    expect(await keptMaps()).toHaveLength(52)
    for (const operation of operations) {
      // The service does what it is asked to: the golden answers are those of one to which nothing was done yet.
      holdAsDrawn()
      const golden = goldenOperation(operation.id)
      const inputs = goldenValues(golden) as Inputs
      loopback.forget()
      if (isReading(operation)) {
        await demandShown(world.context, account, operation.id, inputs)
      } else {
        const { map } = take(await mapOf(world.context, account.id, operation))
        const request = take(operationRequest(account, operation.id, { inputs, timeoutMs: 5_000 }, map))
        const headers = { ...request.headers, 'x-api-key': LITEMAIL_KEY }
        expect(await nodeTransport({ ...request, headers })).toMatchObject({ status: golden.answer.status })
        expect(JSON.parse(loopback.requests[0]?.body || 'null')).toEqual(golden.request.body ?? null)
      }
      const path = `/v1${pathAt(golden).replace('{id}', String(inputs.id))}`
      expect(loopback.requests).toMatchObject([{ method: golden.method, path }])
    }
    const rows = take(await listApiPaths(world.context, account.id))
    expect(rows.filter(({ standing }) => standing === 'guessed')).toEqual([])
  })
})

describe('what a file of another service suggests', () => {
  const anOperation = (summary: string, more: object = {}) => ({ summary, responses: {}, ...more })
  const aDescription = (paths: object) => JSON.stringify({ openapi: '3.0.3', info: {}, paths })
  const suggested = async (paths: object) => {
    const { suggestions, leftOut } = await open(aFile(aDescription(paths), 'api.json'))
    return {
      suggestions: suggestions.map(({ operation, match, isTicked, issues, map }) => ({
        ...{ operation, match, isTicked, issues },
        asks: `${map.method} ${map.path}`,
      })),
      leftOut,
    }
  }

  it('is ticked where title and method are ours, whatever the title’s spelling', async () => {
    const paths = {
      '/labels': { get: anOperation('list  TAGS') },
      '/box': { post: anOperation('connect-inboxes') },
    }
    expect((await suggested(paths)).suggestions).toMatchObject([
      { operation: 'exports.connectInboxes', match: 'exact' },
      { operation: 'tags.list', match: 'exact', isTicked: true, asks: 'GET /labels' },
    ])
  })

  it('is not ticked where only the path or a like title is', async () => {
    const paths = {
      '/webhooks/{hookId}': { delete: anOperation('Forget it', { operationId: 'forget' }) },
      '/labels/{id}': { put: anOperation('Edit tag') },
    }
    expect(await suggested(paths)).toEqual({
      suggestions: [
        {
          operation: 'tags.update',
          match: 'title',
          isTicked: false,
          issues: expect.anything(),
          asks: 'PUT /labels/{id}',
        },
      ],
      leftOut: 0,
    })
  })

  it('is marked, and not ticked, where the method is another one', async () => {
    const paths = {
      '/tags/remove/{id}': { post: anOperation('Delete Tag') },
      '/labels': { delete: anOperation('List Tags') },
    }
    expect((await suggested(paths)).suggestions).toEqual([
      {
        operation: 'tags.list',
        match: 'method',
        isTicked: false,
        issues: ['method: reads'],
        asks: 'DELETE /labels',
      },
      {
        operation: 'tags.delete',
        match: 'method',
        isTicked: false,
        issues: [],
        asks: 'POST /tags/remove/{id}',
      },
    ])
  })

  it('is not there for what is none of ours; the file’s operations are counted', async () => {
    const paths = {
      '/pizza': { post: anOperation('Bake a pizza') },
      // Longer than any path that could be asked.
      [`/tags${'/a'.repeat(1_000)}`]: { get: anOperation('List Tags') },
    }
    expect(await suggested(paths)).toEqual({ suggestions: [], leftOut: 2 })
  })

  it('is taken whole or not at all, once, and for the account that it was opened for', async () => {
    const opened = await open(
      aFile(
        aDescription({
          '/labels': { get: anOperation('List Tags'), delete: anOperation('Retrieve Domains') },
        }),
      ),
    )
    const both = { accountId: account.id, file: opened.file, operations: ['tags.list', 'domains.list'] }
    expect(await takeApiFile(world.context, both)).toMatchObject({ error: { kind: 'invalid-input' } })
    expect(await keptMaps()).toEqual([])
    const one = { ...both, operations: ['tags.list'] }
    expect(await takeApiFile(world.context, { ...one, accountId: 'another' })).toMatchObject({ ok: false })
    take(await takeApiFile(world.context, one))
    expect(await keptMaps()).toMatchObject([{ operation: 'tags.list', source: 'openapi' }])
    expect(await takeApiFile(world.context, one)).toMatchObject({
      error: { kind: 'not-found', what: 'file' },
    })
  })

  it('confirms what is asked so already, as far as that was only guessed', async () => {
    const paths = {
      '/tags': {
        get: anOperation('List Tags', { parameters: [{ name: 'page', in: 'query' }] }),
        post: anOperation('Make a mark'),
      },
      '/users': { get: anOperation('Retrieve User Details') },
    }
    const opened = await open(aFile(aDescription(paths), 'api.json'))
    expect(opened).toMatchObject({ same: 2, confirmed: ['tags.list'] })
    const wish = { accountId: account.id, file: opened.file, operations: opened.confirmed }
    take(await takeApiFile(world.context, wish))
    const rows = take(await listApiPaths(world.context, account.id))
    expect(rows.find(({ operation }) => operation === 'tags.list')).toMatchObject({
      ...{ standing: 'documented', isChanged: false, path: '/tags' },
    })
    expect(await open(aFile(aDescription(paths), 'api.json'))).toMatchObject({ same: 2, confirmed: [] })
    take(await undoApiPath(world.context, { accountId: account.id, operation: 'tags.list' }))
  })

  it('is nothing any more once its user closes it, also while it is read', async () => {
    world.chosenFiles['api-paths'] = aFile(aDescription({}), 'api.json')
    const endless = { url: new URL('data:text/javascript,setInterval(() => {}, 1000)'), deadlineMs: 600_000 }
    const chosen = take(await openApiFile(world.context, account.id))
    const wish = { accountId: account.id, file: chosen?.file ?? '' }
    const reading = readChosenApiFile(world.context, wish, endless)
    closeApiFile(world.context, wish.file)
    const closed = { ok: false, error: { kind: 'not-found', what: 'file' } }
    expect(await reading).toEqual(closed)
    expect(await readChosenApiFile(world.context, wish, { url: thread })).toEqual(closed)
    expect(world.context.openedFiles.size).toBe(0)
  })

  it('is nothing where no file is chosen', async () => {
    const none = { accountId: account.id, path: null }
    expect(await openAndRead(world, none, { url: thread })).toEqual({ ok: true, value: null })
  })
})

describe('what was exported', () => {
  const changes = [
    {
      operation: 'mailboxes.list',
      map: {
        ...tableMap(operationOf('mailboxes.list')),
        ...{ method: 'POST', path: '/inboxes/search', isReadingPost: true, authentication: 'jwt' },
        inputs: {
          page: { place: 'header', name: 'X-Page' },
          contains: { place: 'body', name: 'filter.text “ü”' },
        },
        ...{ rows: 'data.0.items', total: 'meta.count', next: null },
      } satisfies ApiMap as ApiMap,
    },
    { operation: 'tags.delete', map: { ...tableMap(operationOf('tags.delete')), path: '/labels/{id}' } },
  ]

  it('comes back exactly by importing it', async () => {
    take(await takeApiPaths(world.context, { accountId: account.id, changes, source: 'hand' }))
    const path = `${ownFolder()}/paths.json`
    world.chosenFiles.json = path
    expect(await exportApiPaths(world.context, account.id)).toMatchObject({
      value: { fileName: 'paths.json', count: 2, bytes: expect.any(Number) },
    })
    expect(await open(path)).toMatchObject({ kind: 'maps', suggestions: [], same: 2 })
    take(await resetApiPaths(world.context, { accountId: account.id, operation: null }))
    const opened = await open(path)
    // That its POST only reads is for its user to say.
    expect(opened.suggestions.map(({ operation, isTicked }) => [operation, isTicked])).toEqual([
      ['mailboxes.list', false],
      ['tags.delete', true],
    ])
    const all = opened.suggestions.map(({ operation }) => operation)
    take(await takeApiFile(world.context, { accountId: account.id, file: opened.file, operations: all }))
    const kept = (await keptMaps()).toSorted((one, other) => (one.operation < other.operation ? -1 : 1))
    expect(kept.map(({ operation, map, source }) => ({ operation, map, source }))).toEqual(
      changes.map((change) => ({ ...change, source: 'import' })),
    )
  })

  it('is refused for an account of another service', async () => {
    take(await takeApiPaths(world.context, { accountId: account.id, changes, source: 'hand' }))
    world.chosenFiles.json = `${ownFolder()}/paths.json`
    take(await exportApiPaths(world.context, account.id))
    const likedo = await world.connect('http://127.0.0.1:9')
    const theirs = { accountId: likedo.id, path: world.chosenFiles.json ?? null }
    expect(await openAndRead(world, theirs, { url: thread })).toEqual({
      ok: false,
      error: { kind: 'api-file', problem: 'other-service', line: null },
    })
  })
})
