import { describe, expect, it } from 'vitest'
import {
  judgeApiPath,
  resetApiPaths,
  takeApiPaths,
  undoApiPath,
} from '../../../../src/main/actions/apiPaths/changeApiPaths'
import { mapOf } from '../../../../src/main/actions/apiPaths/mapOf'
import { noteAnswer } from '../../../../src/main/actions/apiPaths/noteAnswer'
import {
  listApiPaths,
  readApiPath,
  readApiPathDetails,
} from '../../../../src/main/actions/apiPaths/readApiPaths'
import { readSampleOf } from '../../../../src/main/actions/apiPaths/readSample'
import { type ReadWish, readOperation } from '../../../../src/main/actions/litemail/readOperation'
import { removeLitemail } from '../../../../src/main/actions/litemail/removeLitemail'
import { tableMap } from '../../../../src/main/rules/apiMap'
import type { KnownRead } from '../../../../src/main/upstream/litemail/readAnswers'
import type { ApiMap } from '../../../../src/shared/apiMap'
import { methods } from '../../../../src/shared/contract'
import type { LitemailAccount } from '../../../../src/shared/litemail/account'
import { operationOf, operations } from '../../../../src/shared/litemail/operations'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/world'

const here = litemailPerTest()

const read = <O extends KnownRead>(account: LitemailAccount, operation: O, wish: Partial<ReadWish> = {}) =>
  readOperation(here.world.context, account, operation, {
    ...{ pace: 'click', waitMs: 10_000, timeoutMs: 5_000 },
    ...wish,
  })
const changeTags = (accountId: string, change: Partial<ApiMap>) =>
  takeApiPaths(here.world.context, {
    ...{ accountId, source: 'curl' },
    changes: [{ operation: 'tags.list', map: { ...tableMap(operationOf('tags.list')), ...change } }],
  })
/** As a user's own edit. */
const editTags = (accountId: string, path: string) =>
  takeApiPaths(here.world.context, {
    ...{ accountId, source: 'hand' },
    changes: [{ operation: 'tags.list', map: { ...tableMap(operationOf('tags.list')), path } }],
  })
const row = async (accountId: string) => take(await readApiPath(here.world.context, accountId, 'tags.list'))
const details = async (accountId: string) =>
  take(await readApiPathDetails(here.world.context, accountId, 'tags.list'))
/** A service that has its tags elsewhere, and calls everything otherwise. */
const moveTags = () =>
  here.litemail.faults(({ path }) =>
    path === '/v1/labels'
      ? {
          ...{ kind: 'answer', act: false, status: 200, headers: { 'content-type': 'application/json' } },
          body: JSON.stringify({ result: { labels: [{ id: 't1', name: 'warm' }], all: 1 } }),
        }
      : path === '/v1/tags'
        ? { kind: 'answer', act: false, status: 404, headers: {}, body: '' }
        : undefined,
  )

describe('the paths of an account', () => {
  it('are those of the 61 operations, as the table has them and with what came of them', async () => {
    const { id } = await here.connected()
    const rows = take(await listApiPaths(here.world.context, id))
    expect(rows.map(({ operation }) => operation)).toEqual(operations.map((operation) => operation.id))
    expect(rows.every(({ isChanged }) => !isChanged)).toBe(true)
    expect(rows.find(({ operation }) => operation === 'mailboxes.remove')).toMatchObject({
      ...{
        standing: 'documented',
        method: 'DELETE',
        path: '/mailboxes/{id}',
        effect: 'destructive',
        last: null,
      },
    })
    expect(await row(id)).toMatchObject({ standing: 'guessed', workedAt: null })
  })

  it('are nobody’s where there is no such account, and none where there is no such operation', async () => {
    const { id: accountId } = await here.connected()
    const about = { operation: 'tags.lst', map: tableMap(operationOf('tags.list')) }
    const { context } = here.world
    expect(await judgeApiPath(context, { ...about, accountId })).toMatchObject({
      error: { kind: 'not-found', what: 'operation' },
    })
    expect(await listApiPaths(context, 'nobody')).toMatchObject({
      error: { kind: 'not-found', what: 'account' },
    })
  })

  it('go with their account', async () => {
    const { id } = await here.connected()
    take(await changeTags(id, { path: '/labels' }))
    take(await removeLitemail(here.world.context, id))
    const { store } = here.world.context
    expect(take(await store.read('apiMaps.list', id))).toEqual([])
    expect(take(await store.read('operations.answers', id))).toEqual([])
    expect(take(await store.read('apiMaps.get', { accountId: id, operation: 'tags.list' })).canUndo).toBe(
      false,
    )
  })
})

describe('a wrong path', () => {
  it('shows itself, is put right at once, and what it came to before is forgotten', async () => {
    const account = await here.connected()
    moveTags()
    expect(await read(account, 'tags.list')).toMatchObject({ error: { kind: 'no-such-path' } })
    expect(await row(account.id)).toMatchObject({ last: { problem: { kind: 'no-such-path' } } })
    const change = { path: '/labels', rows: 'result.labels', total: 'result.all' }
    take(await changeTags(account.id, change))
    expect(await row(account.id)).toMatchObject({
      ...{ isChanged: true, path: '/labels', standing: 'documented', last: null },
    })
    expect(await read(account, 'tags.list', { inputs: { page: 2 } })).toMatchObject({
      value: { rows: [{ id: 't1', name: 'warm' }], total: 1 },
    })
    expect(here.litemail.requests.at(-1)).toMatchObject({ method: 'GET', target: '/v1/labels?page=2' })
    expect(await row(account.id)).toMatchObject({ standing: 'worked', last: { problem: null } })
    expect((await details(account.id)).lastShape).toContainEqual({
      place: 'result.labels',
      is: 'list',
      items: 1,
    })
  })

  it('can be had back, and so can the table’s', async () => {
    const { id } = await here.connected()
    const about = { accountId: id, operation: 'tags.list' }
    take(await changeTags(id, { path: '/labels' }))
    take(await changeTags(id, { path: '/marks' }))
    expect(await details(id)).toMatchObject({ canUndo: true, source: 'curl', map: { path: '/marks' } })
    take(await undoApiPath(here.world.context, about))
    expect(await details(id)).toMatchObject({
      canUndo: true,
      map: { path: '/labels' },
      table: { path: '/tags' },
    })
    expect(take(await resetApiPaths(here.world.context, { accountId: id, operation: null }))).toEqual([
      'tags.list',
    ])
    expect(await row(id)).toMatchObject({ isChanged: false, path: '/tags' })
    take(await undoApiPath(here.world.context, about))
    expect(await row(id)).toMatchObject({ path: '/labels' })
    take(await undoApiPath(here.world.context, about))
    expect(await details(id)).toMatchObject({ canUndo: false, source: null })
    expect(await undoApiPath(here.world.context, about)).toMatchObject({ error: { kind: 'nothing-to-undo' } })
  })

  it('that says what the table says is the table’s, where its user only typed it', async () => {
    const { id } = await here.connected()
    take(await editTags(id, '/labels'))
    take(await editTags(id, '/tags'))
    expect(await row(id)).toMatchObject({ isChanged: false, path: '/tags', standing: 'guessed' })
    expect(await details(id)).toMatchObject({ source: null })
  })

  it('among others that are good changes none of them', async () => {
    const { id: accountId } = await here.connected()
    const changes = (['tags.list', 'users.get'] as const).map((operation, at) => ({
      operation,
      map: { ...tableMap(operationOf(operation)), path: ['/labels', '//evil.test'][at] ?? '' },
    }))
    expect(await takeApiPaths(here.world.context, { accountId, changes, source: 'openapi' })).toMatchObject({
      error: { kind: 'invalid-input', issues: ['path: begins'] },
    })
    expect(await row(accountId)).toMatchObject({ isChanged: false })
  })

  it('is not blamed for what another one came to', async () => {
    const account = await here.connected()
    const asked = take(await mapOf(here.world.context, account.id, operationOf('tags.list')))
    take(await changeTags(account.id, { path: '/labels' }))
    const problem = { kind: 'no-such-path', operation: 'tags.list', status: 404 } as const
    const answer = { accountId: account.id, operation: 'tags.list', asked, problem, exchange: null }
    await noteAnswer(here.world.context, answer)
    expect(await row(account.id)).toMatchObject({ last: null })
  })
})

describe('a sample that shows what is asked already', () => {
  it('is remembered: the path is documented by it, and what came of it before stays', async () => {
    const account = await here.connected()
    take(await read(account, 'tags.list'))
    const { workedAt } = await row(account.id)
    expect(workedAt).not.toBeNull()
    take(await changeTags(account.id, {}))
    expect(await row(account.id)).toMatchObject({ isChanged: false, path: '/tags', workedAt })
    expect(await details(account.id)).toMatchObject({ source: 'curl', canUndo: true })
    take(await resetApiPaths(here.world.context, { accountId: account.id, operation: null }))
    expect(await details(account.id)).toMatchObject({ source: 'curl' })
    take(await undoApiPath(here.world.context, { accountId: account.id, operation: 'tags.list' }))
    expect(await details(account.id)).toMatchObject({ source: null, canUndo: false })
    expect(await row(account.id)).toMatchObject({ workedAt })
  })

  it('says that a path is no guess, be it the table’s or one that was typed', async () => {
    const { id } = await here.connected()
    take(await changeTags(id, {}))
    expect(await row(id)).toMatchObject({ standing: 'documented', isChanged: false })
    take(await editTags(id, '/labels'))
    expect(await row(id)).toMatchObject({ standing: 'guessed', isChanged: true })
    take(await changeTags(id, { path: '/labels' }))
    expect(await row(id)).toMatchObject({ standing: 'documented', isChanged: true })
  })
})

describe('a sample that is pasted while something is drafted', () => {
  it('has what it does not say as it is drafted, also what cannot be taken yet', async () => {
    const { id } = await here.connected()
    const drafted = {
      ...{ ...tableMap(operationOf('tags.list')), path: '/by-hand' },
      ...{ authentication: 'jwt', rows: 'data..labels', total: 'meta.count' },
    } as const
    const wish = { accountId: id, operation: 'tags.list', text: 'curl $BASE/labels?page=1', map: drafted }
    const { input, output } = methods['apiPaths.readCurl']
    const read = output.parse(take(await readSampleOf(here.world.context, input.parse(wish))))
    expect(read.map).toEqual({ ...drafted, path: '/labels' })
  })
})

describe('how an operation says who asks', () => {
  it('is its own where its user says so', async () => {
    const account = await here.connected()
    take(await changeTags(account.id, { authentication: 'jwt' }))
    await read(account, 'tags.list')
    const { headers = {} } = here.litemail.requests.findLast(({ path }) => path === '/v1/tags') ?? {}
    expect(headers.authorization).toMatch(/^Bearer /)
    expect(headers).not.toHaveProperty('x-api-key')
  })
})

describe('a POST that is said to only read', () => {
  const post: Partial<ApiMap> = {
    ...{ method: 'POST', path: '/labels', isReadingPost: true, rows: 'result.labels' },
    inputs: { page: { place: 'body', name: 'paging.page' }, limit: { place: 'header', name: 'X-Page-Size' } },
  }
  const posts = () => here.litemail.requests.filter(({ method }) => method === 'POST')

  it('is sent by nobody but its user before it worked once', async () => {
    const account = await here.connected()
    moveTags()
    take(await changeTags(account.id, post))
    for (const pace of ['window', 'hidden'] as const) {
      expect(await read(account, 'tags.list', { pace })).toEqual({
        ok: false,
        error: { kind: 'unproven', operation: 'tags.list' },
      })
    }
    expect(posts()).toEqual([])
    take(await read(account, 'tags.list', { inputs: { page: 3, limit: 20 } }))
    const [sent] = posts()
    expect(sent).toMatchObject({ target: '/v1/labels', body: '{"paging":{"page":3}}' })
    expect(sent?.headers).toMatchObject({ 'x-page-size': '20' })
    take(await read(account, 'tags.list', { pace: 'hidden' }))
    expect(posts()).toHaveLength(2)
    // Asked otherwise, it is as new as before.
    take(await changeTags(account.id, { ...post, path: '/labels/' }))
    expect(await read(account, 'tags.list', { pace: 'window' })).toMatchObject({
      error: { kind: 'unproven' },
    })
  })

  it('is not sent beside what its user pressed for, to find out whose the key is', async () => {
    const account = await here.connected()
    const users = { ...tableMap(operationOf('users.get')), path: '/me', method: 'POST' as const }
    const changes = [{ operation: 'users.get', map: { ...users, isReadingPost: true } }]
    take(await takeApiPaths(here.world.context, { accountId: account.id, source: 'hand', changes }))
    const unproven = { error: { kind: 'unproven', operation: 'users.get' } }
    // The key may be refused, or only for this operation.
    here.litemail.faults(({ path }) =>
      path === '/v1/tags' ? { kind: 'answer', act: false, status: 401, headers: {}, body: '' } : undefined,
    )
    expect(await read(account, 'tags.list')).toMatchObject(unproven)
    const patch = { keyStanding: 'unchecked' } as const
    take(await here.world.context.store.write('litemail.updateAccount', { id: account.id, patch }))
    expect(await read(account, 'domains.list')).toMatchObject(unproven)
    expect(posts()).toEqual([])
    await read(account, 'users.get')
    expect(posts()).toMatchObject([{ target: '/v1/me' }])
  })

  it('is not sent again where its connection broke', async () => {
    const account = await here.connected()
    take(await changeTags(account.id, post))
    here.litemail.next({ kind: 'drop', when: 'after', how: 'reset' }, { path: '/v1/labels', times: 'always' })
    expect(await read(account, 'tags.list')).toMatchObject({ error: { kind: 'connection-lost' } })
    expect(posts()).toHaveLength(1)
  })
})
