import { describe, expect, it } from 'vitest'
import { createApiPathsHandlers } from '../../../src/main/ipc/apiPathsHandlers'
import { createOperationsHandlers } from '../../../src/main/ipc/operationsHandlers'
import { tableMap } from '../../../src/main/rules/apiMap'
import { readFleetStatus, refreshFleet } from '../../../src/main/sync/fleet'
import type { ApiMap } from '../../../src/shared/apiMap'
import { operationOf } from '../../../src/shared/litemail/operations'
import { ok } from '../../../src/shared/result'
import { litemailPerTest } from '../../support/actions/litemailPerTest'
import { take } from '../../support/actions/world'
import { simulate } from './simulation'

const here = litemailPerTest()

const statusOf = async (noun: string) =>
  take(await readFleetStatus(here.world.context)).parts.find((part) => part.noun === noun)
const settled = async (accountId: string) => {
  await here.world.context.fleetRuns.byAccount.get(accountId)?.ended
}
const takeTags = (accountId: string, change: Partial<ApiMap>) =>
  createApiPathsHandlers(here.world.context)['apiPaths.take']({
    ...{ accountId, operation: 'tags.list', source: 'hand' },
    map: { ...tableMap(operationOf('tags.list')), ...change },
  })
const JSON_TYPE = { 'content-type': 'application/json' }
const moveTags = () =>
  here.litemail.faults(({ path }) => {
    if (path === '/v1/labels') {
      const body = JSON.stringify({ data: { labels: [{ id: 't1', name: 'warm' }] } })
      return { kind: 'answer', act: false, status: 200, headers: JSON_TYPE, body }
    }
    return path === '/v1/tags'
      ? { kind: 'answer', act: false, status: 404, headers: JSON_TYPE, body: '{}' }
      : undefined
  })

describe('a list that could not be read for its path', () => {
  it('is read again as soon as its path is put right, without anybody asking', async () => {
    const { id } = await here.connected()
    moveTags()
    take(await refreshFleet(here.world.context, { accountId: id }))
    await settled(id)
    expect(await statusOf('tags')).toMatchObject({ problem: { kind: 'no-such-path' }, kept: 0 })
    const mailboxes = () => here.asked().filter((asked) => asked === 'GET /v1/mailboxes').length
    const before = mailboxes()
    expect(await takeTags(id, { path: '/labels' })).toMatchObject({ ok: true, value: { path: '/labels' } })
    await settled(id)
    expect(await statusOf('tags')).toMatchObject({ problem: null, kept: 1 })
    // What was read well is not read again for it.
    expect(mailboxes()).toBe(before)
  })

  it('is not read where its new way is a POST that only its user may send first, and then at once', async () => {
    const { id } = await here.connected()
    moveTags()
    take(await refreshFleet(here.world.context, { accountId: id }))
    await settled(id)
    take(await takeTags(id, { path: '/labels', method: 'POST', isReadingPost: true }))
    await settled(id)
    expect(await statusOf('tags')).toMatchObject({ problem: { kind: 'unproven' }, kept: 0 })
    const posts = () => here.litemail.requests.filter(({ method }) => method === 'POST').length
    expect(posts()).toBe(0)

    const read = createOperationsHandlers(here.world.context, { openPage: async () => ok(undefined) })[
      'operations.read'
    ]
    const asked = { accountId: id, operation: 'tags.list', workspaceId: '', inputs: {} }
    take(await read(asked))
    await settled(id)
    expect(await statusOf('tags')).toMatchObject({ problem: null, kept: 1 })
    const before = posts()
    // It is proven by now: whoever reads it once more has read it, and nothing else.
    take(await read(asked))
    await settled(id)
    expect(posts()).toBe(before + 1)
  })

  it('is not read where what its user sent first did not work', async () => {
    const { id } = await here.connected()
    take(await takeTags(id, { path: '/nowhere', method: 'POST', isReadingPost: true }))
    take(await refreshFleet(here.world.context, { accountId: id }))
    await settled(id)
    const handlers = createOperationsHandlers(here.world.context, { openPage: async () => ok(undefined) })
    const asked = { accountId: id, operation: 'tags.list', workspaceId: '', inputs: {} }
    expect(await handlers['operations.read'](asked)).toMatchObject({ ok: false })
    await settled(id)
    expect(await statusOf('tags')).toMatchObject({ problem: { kind: 'unproven' } })
    expect(here.litemail.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })
})

describe('a list whose path becomes another while its pages are read', () => {
  it('is begun anew on that path: no pass has pages of both', async () => {
    const sim = simulate({ holds: { workspaces: 1, domains: 6, mailboxes: 120 }, paging: { cap: 10 } })
    const { id } = await sim.connect()
    const asked: string[] = []
    sim.network = ({ url }) => {
      const { pathname, searchParams } = new URL(url)
      const path = pathname.slice(pathname.lastIndexOf('/') + 1)
      if (path === 'mailboxes' || path === 'inboxes') asked.push(`${path} ${searchParams.get('page') ?? 1}`)
      if (path !== 'inboxes') return null
      const rows = ['a', 'b', 'c'].map((name) => ({ id: name, username: name, domainName: 'new.example' }))
      const body = JSON.stringify({ data: { mailboxes: rows, total: rows.length } })
      return { kind: 'answer', status: 200, headers: JSON_TYPE, body }
    }
    take(await refreshFleet(sim.context, {}))
    await sim.passUntil(() => asked.includes('mailboxes 5'))

    take(
      await createApiPathsHandlers(sim.context)['apiPaths.take']({
        ...{ accountId: id, operation: 'mailboxes.list', source: 'hand' },
        map: { ...tableMap(operationOf('mailboxes.list')), path: '/inboxes' },
      }),
    )
    await sim.rest()

    const [first, ...later] = asked.slice(asked.findIndex((one) => one.startsWith('inboxes')))
    expect(first).toBe('inboxes 1')
    expect(later.filter((one) => one.startsWith('mailboxes'))).toEqual([])
    const parts = take(await readFleetStatus(sim.context)).parts
    expect(parts.filter(({ noun }) => noun === 'mailboxes')).toMatchObject([
      { state: 'resting', problem: null, isIncomplete: false, announced: 3 },
    ])
    // What else was to be read is read as well.
    expect(parts.every(({ wholeAt, at }) => wholeAt !== null || at !== null)).toBe(true)
  })
})
