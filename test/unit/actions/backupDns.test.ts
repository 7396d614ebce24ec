import { describe, expect, it } from 'vitest'
import type { DnsRecordFacts } from '../../../src/shared/litemail/facts'
import { take, type World } from '../../support/actions/world'
import { aLitemailAccount, aPart, domainFacts } from '../store/fleetRows'
import { NOON } from '../store/rows'
import { backupPlace, restore, save, write } from './backups'

const MINUTE = 60_000
const DAY = 86_400_000
const DOMAIN = 'acme.example'
const account = aLitemailAccount()
const accountId = account.id

const spf: DnsRecordFacts = {
  ...{ id: 'r-1', type: 'TXT', host: '@', value: '"v=spf1  -all" ', priority: null, ttl: 300 },
}
const mx: DnsRecordFacts = { ...spf, id: 'r-2', type: 'MX', value: 'mx.acme.example', priority: 10 }

const { aWorld: emptyWorld, fileAt } = backupPlace()
const aWorld = async (): Promise<World> => {
  const world = await emptyWorld()
  await write(world.context.store.write('litemail.insertAccount', account))
  return world
}
/** The list of domains is read: its rows are the service's, and in no backup. */
const readDomains = ({ context: { store } }: World) =>
  write(
    store.write('fleet.take', {
      ...{ part: aPart({ accountId, noun: 'domains', workspaceId: 'w' }), pass: 1, at: NOON },
      taken: { noun: 'domains', rows: [domainFacts('acme', { name: DOMAIN })] },
    }),
  )
const takeRecords = ({ context: { store } }: World, at: number, ...records: DnsRecordFacts[]) =>
  write(store.write('dns.takeRecords', { accountId, domain: DOMAIN, at, records }))
const check = ({ context: { store } }: World, at: number, dmarc: boolean) =>
  write(
    store.write('dns.takeChecks', {
      ...{ accountId, at, tried: [DOMAIN] },
      checks: [{ domain: DOMAIN, mx: true, spf: null, dkim: true, dmarc }],
    }),
  )
const takeLosses = ({ context: { store } }: World, now: number) =>
  write(store.write('dns.takeLosses', { id: `${now}`, now }))

const known = async ({ context: { store } }: World) => {
  const about = await write(store.read('dns.about', '1'))
  return {
    records: about?.records?.rows.map(({ type, value, ttl, firstSeenAt, lastSeenAt, isGone }) => {
      return { type, value, ttl, firstSeenAt, lastSeenAt, isGone }
    }),
    readAt: about?.records?.at,
    history: await write(store.read('dns.history', '1')),
  }
}
const toldIn = async ({ context: { store } }: World) =>
  (await write(store.read('activity.list', { offset: 0, limit: 10 }))).rows

/** An SPF record that was there on the first day only, and DMARC that was lost on the third. */
async function aWorldWithHistory(): Promise<World> {
  const world = await aWorld()
  await readDomains(world)
  await takeRecords(world, NOON, mx, spf)
  await takeRecords(world, NOON + DAY, mx)
  await check(world, NOON, true)
  await check(world, NOON + DAY, true)
  await check(world, NOON + 2 * DAY, false)
  await check(world, NOON + 2 * DAY + 10 * MINUTE, false)
  await takeLosses(world, NOON + 3 * DAY)
  return world
}

describe('a backup', () => {
  it('brings what was found out about the DNS of domains, to the letter, also before they are read here', async () => {
    const theirs = await aWorldWithHistory()
    const path = fileAt('dns.mailroom-backup')
    await save(theirs, path)

    const world = await aWorld()
    await restore(world, path)
    // Nothing that is gone is known of them.
    take(await world.context.store.write('fleet.sweep', NOON + 400 * DAY))
    await readDomains(world)
    expect(await known(world)).toEqual(await known(theirs))
    expect((await known(world)).records).toMatchObject([
      { type: 'MX', isGone: false, lastSeenAt: NOON + DAY },
      { type: 'TXT', value: '"v=spf1  -all" ', isGone: true, lastSeenAt: NOON },
    ])
    expect(await toldIn(world)).toMatchObject([
      { kind: 'domains.lost', at: NOON + 3 * DAY, losses: [{ mark: 'dmarc' }], isRestored: true },
    ])
    // How it stands now is not known from a backup, but found out.
    const { domains } = await write(world.context.store.read('fleet.overview', NOON))
    expect(domains?.health).toMatchObject({ missing: [], unchecked: 1 })
  })
})
