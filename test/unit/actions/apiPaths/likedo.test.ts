import { describe, expect, it } from 'vitest'
import { takeApiPaths } from '../../../../src/main/actions/apiPaths/changeApiPaths'
import { listApiPaths, readApiPath } from '../../../../src/main/actions/apiPaths/readApiPaths'
import { refreshListings } from '../../../../src/main/actions/refreshListings'
import { createApiPathsHandlers } from '../../../../src/main/ipc/apiPathsHandlers'
import { tableMap } from '../../../../src/main/rules/apiMap'
import type { ApiMap } from '../../../../src/shared/apiMap'
import { type LikeDoOperationId, likedoOperationOf } from '../../../../src/shared/likedo/operations'
import { take } from '../../../support/actions/world'
import { worldPerTest } from '../../../support/actions/worldPerTest'
import { DEFAULT_KEY } from '../../../support/likedo/server'

const here = worldPerTest()
const change = (accountId: string, operation: LikeDoOperationId, changed: Partial<ApiMap>) =>
  takeApiPaths(here.world.context, {
    ...{ accountId, source: 'hand' },
    changes: [{ operation, map: { ...tableMap(likedoOperationOf(operation)), ...changed } }],
  })
const row = async (accountId: string, operation: LikeDoOperationId) =>
  take(await readApiPath(here.world.context, accountId, operation))
const JSON_TYPE = { 'content-type': 'application/json' }

describe('the operations of LikeDo', () => {
  it('are three, with what came of them', async () => {
    const { id } = await here.world.connect(here.likedo.origin)
    await here.world.press()
    await expect
      .poll(async () =>
        take(await listApiPaths(here.world.context, id)).map(({ operation, standing }) => [
          operation,
          standing,
        ]),
      )
      .toEqual([
        ['addresses.create', 'worked'],
        ['addresses.list', 'documented'],
        ['messages.list', 'guessed'],
      ])
  })

  it('create an address where and as their user says', async () => {
    const { id } = await here.world.connect(here.likedo.origin)
    here.likedo.configure({ createPath: '/api/v1/emails' })
    expect(await here.world.press()).toMatchObject({ error: { kind: 'no-such-path' } })
    await expect
      .poll(() => row(id, 'addresses.create'))
      .toMatchObject({ last: { problem: { kind: 'no-such-path' } } })
    take(await change(id, 'addresses.create', { path: '/api/v1/emails' }))
    const made = take(await here.world.press())
    expect(made.state).toBe('created')
    expect(here.held()).toEqual([made.email])
  })

  it('take an address for created only where its user says that it stands in the answer', async () => {
    const { id } = await here.world.connect(here.likedo.origin)
    let name = ''
    here.likedo.faults(({ method, body }) => {
      if (method !== 'POST')
        return { kind: 'answer', act: false, status: 404, headers: JSON_TYPE, body: '{}' }
      name = JSON.parse(body ?? '{}').email
      return {
        kind: 'answer',
        act: false,
        status: 200,
        headers: JSON_TYPE,
        body: JSON.stringify({ made: { email: name } }),
      }
    })
    const press = { deadlineMs: 1_000 }
    expect(take(await here.world.press(press)).state).toBe('unconfirmed')
    take(await change(id, 'addresses.create', { rows: 'made' }))
    expect(take(await here.world.press(press))).toMatchObject({ state: 'created', email: name })
  })

  it('list addresses wherever they stand, and never an empty list that could be anything', async () => {
    const { id } = await here.world.connect(here.likedo.origin)
    const answer = (body: unknown) =>
      here.likedo.faults(({ path }) =>
        path === '/v2/mine'
          ? { kind: 'answer', act: false, status: 200, headers: JSON_TYPE, body: JSON.stringify(body) }
          : undefined,
      )
    const inputs: ApiMap['inputs'] = {
      ...{ page: { place: 'query', name: 'p' }, pageSize: { place: 'query', name: 'n' } },
      email: { place: 'query', name: 'q' },
    }
    take(await change(id, 'addresses.list', { path: '/v2/mine', inputs }))
    answer({ result: { inboxes: [] } })
    const refresh = () => refreshListings(here.world.context, { accountId: id, isWhole: false })
    expect(await refresh()).toMatchObject({ error: { kind: 'bad-response', problem: 'shape' } })
    answer({ result: { inboxes: [{ id: '1', email: 'found.one@ig.do' }] } })
    take(await refresh())
    expect(here.likedo.requests.at(-1)?.target).toMatch(/^\/v2\/mine\?p=\d&n=100$/)
    expect((await here.listed()).map(({ email }) => email)).toEqual(['found.one@ig.do'])
    expect(await row(id, 'addresses.list')).toMatchObject({ standing: 'worked' })
  })

  it('ask a server for its list again that had none where it was asked before', async () => {
    here.likedo.configure({ canList: false })
    const { id } = await here.world.connect(here.likedo.origin)
    const { store } = here.world.context
    take(await refreshListings(here.world.context, { accountId: id, isWhole: false }))
    expect(take(await store.read('accounts.get', id))?.canList).toBe(false)
    expect(await row(id, 'addresses.list')).toMatchObject({ last: { problem: { kind: 'no-such-path' } } })
    take(await change(id, 'addresses.list', { path: '/v2/mine' }))
    expect(take(await store.read('accounts.get', id))?.canList).toBeNull()
  })
})

describe('a server that wants the key otherwise', () => {
  /** How the last request said who asks. */
  const keyOfLast = (method: 'GET' | 'POST') => {
    const last = here.likedo.requests.filter((request) => request.method === method).at(-1)
    return [last?.headers.authorization, last?.headers['x-api-key']]
  }

  it.each([
    ['account', [`Bearer ${DEFAULT_KEY}`, undefined]],
    ['jwt', [`Bearer ${DEFAULT_KEY}`, undefined]],
    ['api-key', [undefined, DEFAULT_KEY]],
  ] as const)('gets it as its user says, for creations and for reads: %s', async (authentication, sent) => {
    const { id } = await here.world.connect(here.likedo.origin)
    here.likedo.faults(({ method, body }) => {
      const made = { id: '1', email: JSON.parse(body || '{}').email ?? 'found.one@ig.do' }
      const answer = JSON.stringify({ success: true, data: method === 'POST' ? made : [made] })
      return { kind: 'answer', act: false, status: 200, headers: JSON_TYPE, body: answer }
    })
    take(await change(id, 'addresses.create', { authentication }))
    expect(take(await here.world.press()).state).toBe('created')
    expect(keyOfLast('POST')).toEqual(sent)
    take(await change(id, 'addresses.list', { authentication }))
    take(await refreshListings(here.world.context, { accountId: id, isWhole: false }))
    expect(keyOfLast('GET')).toEqual(sent)
  })
})

describe('a list of addresses that is asked for otherwise from now on', () => {
  const ask = (accountId: string, changed: Partial<ApiMap>) =>
    createApiPathsHandlers(here.world.context)['apiPaths.take']({
      ...{ accountId, operation: 'addresses.list', source: 'hand' },
      map: { ...tableMap(likedoOperationOf('addresses.list')), ...changed },
    })
  const begun = () => [...here.world.context.listings.values()]
  const settled = () => Promise.all(begun().map(({ report }) => report))
  const listing = async (id: string) => take(await here.world.context.store.read('listings.get', id))
  const withoutList = async () => {
    here.likedo.configure({ canList: false })
    const { id } = await here.world.connect(here.likedo.origin)
    take(await refreshListings(here.world.context, { accountId: id, isWhole: false }))
    return id
  }

  it('is read by itself where there was none before, and only there', async () => {
    const id = await withoutList()
    const body = JSON.stringify({ data: { items: [{ id: '1', email: 'found.one@ig.do' }] } })
    here.likedo.faults(({ path }) =>
      path === '/v2/mine' ? { kind: 'answer', act: false, status: 200, headers: JSON_TYPE, body } : undefined,
    )
    take(await ask(id, { path: '/v2/mine' }))
    await settled()
    expect((await here.listed()).map(({ email }) => email)).toEqual(['found.one@ig.do'])
  })

  it('is left alone where it was read well', async () => {
    const { id } = await here.world.connect(here.likedo.origin)
    take(await refreshListings(here.world.context, { accountId: id, isWhole: false }))
    take(await ask(id, { path: '/v2/mine' }))
    expect(begun()).toEqual([])
  })

  it('is not asked for with a POST that its user has not sent yet', async () => {
    const id = await withoutList()
    take(await ask(id, { method: 'POST', isReadingPost: true }))
    await settled()
    expect(here.posts()).toEqual([])
    expect(await listing(id)).toMatchObject({ problem: { kind: 'unproven', operation: 'addresses.list' } })
  })
})
