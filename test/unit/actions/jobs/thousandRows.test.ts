import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import papaparse from 'papaparse'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recoverJournal } from '../../../../src/main/actions/recoverJournal'
import type { AppError } from '../../../../src/shared/errors'
import type { Result } from '../../../../src/shared/result'
import { openCalling } from '../../../support/actions/calling'
import { withoutPace } from '../../../support/actions/withoutPace'
import { openWorld, take, type World } from '../../../support/actions/world'
import { saying, writingPerTest } from '../../../support/actions/writing'
import { LITEMAIL_KEY, LITEMAIL_USER, type Litemail, startLitemail } from '../../../support/litemail/server'
import type { Arrival } from '../../../support/loopback/arrivals'
import { bundleStoreWorker } from '../../store/bundleStoreWorker'

const ROWS = 1_000
/** Every tenth row is refused inside an answer that accepts the others. */
const isFailing = (place: number) => place % 10 === 3

/** And is said to be in each of the ways in which a service may. */
const SHAPES: readonly ((failed: readonly string[], all: readonly string[]) => unknown)[] = [
  (failed) => ({
    ...{ failedCount: failed.length, failed: failed.map((id) => ({ domainId: id, reason: 'No zone' })) },
  }),
  (failed, all) =>
    all.map((id) => (failed.includes(id) ? { id, success: false, error: 'No zone' } : { id, success: true })),
  (failed) => ({ errors: Object.fromEntries(failed.map((id) => [id, 'No zone'])) }),
  (failed) => ({ outcome: failed.map((id) => ({ id, error: { message: 'No zone' } })) }),
  (failed, all) =>
    Object.fromEntries(
      all.map((id) => [id, failed.includes(id) ? { success: false, error: 'No zone' } : { success: true }]),
    ),
]

let litemail: Litemail
let world: World
let folder: string

const open = async (): Promise<void> => {
  world = await openWorld(await bundleStoreWorker(), folder)
  take(await recoverJournal(world.context))
}
const calls = () => openCalling(withoutPace(world.context))
const idsIn = ({ body }: Pick<Arrival, 'body'>): string[] => JSON.parse(body ?? '').domainIds
const posts = () => litemail.requests.filter(({ method }) => method === 'POST')

/** Waits until nothing more of a job is sent. */
const ended = async (id: string): Promise<void> => world.context.jobs.running.get(id)?.ended

describe('a job of a thousand rows over three workspaces', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-thousand-'))
    const holds = { workspaces: 3, domains: ROWS, mailboxes: 3 }
    litemail = await startLitemail({
      users: [{ id: LITEMAIL_USER, keys: [LITEMAIL_KEY], holds }],
      paging: { cap: 500, defaultSize: 500 },
    })
    await open()
  })
  afterEach(async () => {
    await world.close()
    await litemail.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('sends each row at most once and says exactly what became of it, whatever comes between', async () => {
    const connected = await calls().call('litemail.connect', {
      ...{ server: litemail.server, key: LITEMAIL_KEY, authentication: 'api-key' },
      ...{ keyKept: 'keychain', whenUnreached: 'say' },
    })
    const accountId = take(connected).account.id
    take(await calls().call('fleet.refresh', { accountId }))
    await world.context.fleetRuns.byAccount.get(accountId)?.ended
    const { domains } = litemail.holdings()
    const placeOf = new Map(domains.map(({ id }, place) => [id, place]))
    const failing = new Set(domains.filter((_, place) => isFailing(place)).map(({ id }) => id))
    const acted: string[] = []
    const act = (arrival: Arrival) => {
      acted.push(...idsIn(arrival).filter((id) => !failing.has(id)))
      const failed = idsIn(arrival).filter((id) => failing.has(id))
      const data = SHAPES[posts().length % SHAPES.length]?.(failed, idsIn(arrival))
      return saying(200, { status: 200, message: 'OK', data })
    }
    let isHeld = false
    litemail.faults((arrival) => {
      if (arrival.method !== 'POST') return undefined
      const count = posts().length
      if (count === 15) litemail.revokeKey(LITEMAIL_KEY)
      if (count >= 15 && litemail.keys.length === 1) return undefined
      if (count === 30 && !isHeld) {
        isHeld = true
        act(arrival)
        return { kind: 'hold', at: 'received' }
      }
      return act(arrival)
    })

    // Confirmed; its key is refused in the middle of it.
    const of = {
      accountId,
      rows: domains.map(({ id, workspaceId }) => ({
        ...{ workspaceId, inputs: { domainIds: [id], forwardTo: 'https://x.example' } },
      })),
    }
    const asked = { requestId: randomUUID(), operation: 'domains.addForwarding', of }
    const { id, count, rows: previewed } = take(await calls().call('operations.plan', asked))
    expect([count, previewed.length]).toEqual([ROWS, 500])
    take(await calls().call('operations.run', { planId: id }))
    await ended(id)
    const restOf = async () => take(await calls().call('jobs.get', { id })).job.rest
    expect(await restOf()).toMatchObject({ why: 'problem', problem: { kind: 'unauthorized' } })
    const refusedForKey = posts().at(-1)

    // Mended; then Mailroom ends while a request is on its way.
    litemail.addKey(LITEMAIL_USER, 'another-key')
    const replaceKey = async (): Promise<Result<unknown, AppError>> =>
      calls().call('litemail.replaceKey', {
        ...{ id: accountId, key: 'another-key', authentication: 'api-key', keyKept: 'keychain' },
        whenUnreached: 'say',
      })
    take(await replaceKey())
    const lost = new Promise<Arrival>((resolve) => {
      const stop = litemail.on('received', (arrival) => {
        if (!isHeld) return
        stop()
        resolve(arrival)
      })
    })
    take(await calls().call('jobs.continue', { id }))
    const held = await lost
    await world.close()
    litemail.release()
    await open()

    // Nothing goes on by itself; then its user goes on, and stops it later.
    expect(await restOf()).toEqual({ why: 'restart', problem: null })
    const before = posts().length
    take(await replaceKey())
    expect(posts()).toHaveLength(before)
    litemail.faults((arrival) => {
      if (arrival.method !== 'POST') return undefined
      const reply = act(arrival)
      if (posts().length === 40) void calls().call('jobs.stop', { id })
      return reply
    })
    take(await calls().call('jobs.continue', { id }))
    await ended(id)
    expect(posts().length).toBeLessThan(51)

    // At most once each, each under the workspace that it was read with.
    expect(new Set(acted).size).toBe(acted.length)
    const workspaceOf = new Map(domains.map((domain) => [domain.id, domain.workspaceId]))
    for (const request of posts()) {
      expect(idsIn(request).length).toBeLessThanOrEqual(20)
      expect(idsIn(request).length).toBeGreaterThan(0)
      for (const one of idsIn(request)) expect(request.headers['x-workspace-key']).toBe(workspaceOf.get(one))
    }
    const sent = posts()
      .filter((request) => request !== refusedForKey)
      .flatMap(idsIn)
    expect(new Set(sent).size).toBe(sent.length)

    // The report says of each row what became of it.
    world.chosenFiles.csv = join(folder, 'report.csv')
    expect(take(await calls().call('jobs.report', { id, requestId: randomUUID() }))).toMatchObject({
      count: ROWS,
    })
    const text = (await readFile(join(folder, 'report.csv'), 'utf8')).replace(/^\uFEFF/, '')
    const { data } = papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
    expect(data).toHaveLength(ROWS)
    const inDoubt = new Set(idsIn(held))
    const told = new Map(data.map((row) => [row['Litemail id'] ?? '', row]))
    for (const [one] of placeOf) {
      const expected = inDoubt.has(one)
        ? 'unconfirmed'
        : !sent.includes(one)
          ? 'dropped'
          : failing.has(one)
            ? 'refused'
            : 'done'
      expect([one, told.get(one)?.State]).toEqual([one, expected])
      expect(told.get(one)?.['Workspace id']).toBe(workspaceOf.get(one))
      if (expected === 'refused') expect(told.get(one)?.Problem).toContain('No zone')
    }
  })
})

describe('a selection', () => {
  const here = writingPerTest({ workspaces: 3, domains: 6, mailboxes: 60 })

  it('is sent as it was made, though a sync brings fifty more that match before it is confirmed', async () => {
    const { calling, refresh, ended: over } = await here.ready()
    here.litemail.faults(({ method }) => (method === 'PUT' ? saying(200, {}) : undefined))
    const matching = async () => {
      const any = { workspaces: [], domains: [], statuses: [], tags: [], renewsWithin: null, isUnseen: false }
      const view = { ...any, search: 'anna', sort: { by: 'address', isDescending: false } }
      return take(await calling.call('mailboxes.snapshot', { view }))
    }
    // One that is removed meanwhile is counted as lost.
    const { snapshot, ids } = await matching()
    expect(ids.length).toBeGreaterThan(3)
    const was = here.litemail.holdings().mailboxes.filter(({ email }) => email.includes('anna'))
    const [home] = here.litemail.holdings().workspaces
    for (let n = 0; n < 50; n += 1) {
      here.litemail.addMailbox({ id: `anna-new-${n}`, workspaceId: home?.id ?? '', username: `anna.new${n}` })
    }
    here.litemail.removeMailboxes([was[0]?.id ?? ''])
    await refresh()
    await refresh()
    const planned = take(
      await calling.call('operations.plan', {
        ...{ requestId: randomUUID(), operation: 'mailboxes.update' },
        of: { list: 'mailboxes', choice: { snapshot, except: [] }, inputs: { firstName: 'Ada' } },
      }),
    )
    expect([planned.count, planned.lost]).toEqual([was.length - 1, 1])
    await refresh()
    expect((await matching()).ids).toHaveLength(ids.length - 1 + 50)
    take(await calling.call('operations.run', { planId: planned.id }))
    await over(planned.id)
    const sent = here.writes().map(({ path }) => path.split('/').at(-1))
    expect(sent.toSorted()).toEqual(
      was
        .slice(1)
        .map(({ id }) => id)
        .toSorted(),
    )
  })
})
