import { describe, expect, it } from 'vitest'
import { aLitemailAccount, anAnswer, aPart, domainFacts, mailboxFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'

const DAY = 86_400_000

const fleetWithGone = () => {
  const fleet = storeWithFleet()
  const { store, account, passOfMailboxes, now } = fleet
  passOfMailboxes([mailboxFacts('m-1'), mailboxFacts('m-2')])
  store.write('mailboxes.setNote', { id: '1', note: 'of the one that goes' })
  store.write('mailboxes.setNote', { id: '2', note: 'of the one that stays' })
  store.write('fleet.markGone', { accountId: account.id, noun: 'mailboxes', serviceId: 'm-1', at: now() })
  const notes = () => fleet.query('SELECT note FROM fleet_notes ORDER BY key').map(({ note }) => note)
  const rows = () => fleet.query('SELECT service_id FROM mailboxes').map(({ service_id }) => service_id)
  return { ...fleet, notes, rows, goneAt: now() }
}

describe('what is gone', () => {
  it('is kept for 30 days with its note, and not a day longer', () => {
    const { store, notes, rows, goneAt } = fleetWithGone()
    expect(store.write('fleet.sweep', goneAt + 30 * DAY - 1)).toBe(0)
    expect(rows()).toEqual(['m-1', 'm-2'])
    expect(store.write('fleet.sweep', goneAt + 30 * DAY)).toBe(2)
    expect(rows()).toEqual(['m-2'])
    expect(notes()).toEqual(['of the one that stays'])
    expect(store.write('fleet.sweep', goneAt + 30 * DAY)).toBe(0)
  })

  it('has its note again when it comes back within them', () => {
    const { store, passOfMailboxes, goneAt } = fleetWithGone()
    store.write('fleet.sweep', goneAt + 29 * DAY)
    passOfMailboxes([mailboxFacts('m-1'), mailboxFacts('m-2')])
    store.write('fleet.sweep', goneAt + 60 * DAY)
    expect(store.read('mailboxes.get', '1')?.mailbox.note).toBe('of the one that goes')
  })

  it('of a domain leaves its note as long as another row has its name', () => {
    const { store, account, take, notes, goneAt } = fleetWithGone()
    take({ noun: 'domains', rows: [domainFacts('d-1', { name: 'twice.example' })] }, 'a', 5)
    take({ noun: 'domains', rows: [domainFacts('d-2', { name: 'twice.example' })] }, 'b', 5)
    const [row] = store
      .read('domains.several', ['1', '2', '3'])
      .filter(({ name }) => name === 'twice.example')
    store.write('domains.setNote', { id: row?.id ?? '', note: 'of both' })
    const mark = (serviceId: string) =>
      store.write('fleet.markGone', { accountId: account.id, noun: 'domains', serviceId, at: goneAt })
    mark('d-1')
    store.write('fleet.sweep', goneAt + 31 * DAY)
    expect(notes()).toContain('of both')
    mark('d-2')
    store.write('fleet.sweep', goneAt + 31 * DAY)
    expect(notes()).not.toContain('of both')
  })
})

describe('what was found out about the DNS of a domain', () => {
  const tables = ['dns_marks', 'dns_checks', 'dns_records', 'dns_domains']
  const checked = () => {
    const fleet = storeWithFleet()
    const { store, account, take, query, now } = fleet
    take({ noun: 'domains', rows: [domainFacts('d-1', { name: 'twice.example' })] }, 'a', 1)
    take({ noun: 'domains', rows: [domainFacts('d-2', { name: 'twice.example' })] }, 'b', 1)
    const of = { accountId: account.id, at: now() }
    const found = { domain: 'twice.example', mx: true, spf: true, dkim: true, dmarc: true }
    store.write('dns.takeChecks', { ...of, tried: ['twice.example'], checks: [found] })
    const record = { id: null, type: 'TXT', host: '@', value: 'x', priority: null, ttl: null }
    store.write('dns.takeRecords', { ...of, domain: 'twice.example', records: [record] })
    return {
      ...fleet,
      gone: (serviceId: string) =>
        store.write('fleet.markGone', { accountId: account.id, noun: 'domains', serviceId, at: now() }),
      left: () => tables.filter((table) => query(`SELECT 1 FROM ${table}`).length > 0),
    }
  }

  it('is kept as long as a row has its name, and 30 days after the last one is gone', () => {
    const { store, now, gone, left } = checked()
    gone('d-1')
    while (store.write('fleet.sweep', now() + 31 * DAY) > 0);
    expect(left()).toEqual(tables)
    gone('d-2')
    while (store.write('fleet.sweep', now() + 30 * DAY - 1) > 0);
    expect(left()).toEqual(tables)
    while (store.write('fleet.sweep', now() + 30 * DAY) > 0);
    expect(left()).toEqual([])
  })

  it('is forgotten with its account, also where that was interrupted', () => {
    const { store, account, now, left } = checked()
    store.write('accounts.markRemoved', { id: account.id, at: now() })
    store.write('fleet.sweep', now())
    expect(left()).toEqual([])
  })
})

describe('a removed account', () => {
  const removed = () => {
    const fleet = fleetWithGone()
    const { store, account, take, now } = fleet
    take({ noun: 'user', rows: [{ id: 'u', email: null, name: null, plan: null, other: {} }] }, '', 7)
    store.write('litemail.saveTried', { accountId: account.id, tried: { at: 1, reads: [] } })
    store.write('operations.noteAnswer', anAnswer(account.id))
    store.write('accounts.markRemoved', { id: account.id, at: now() })
    return fleet
  }
  const left = ({ query }: ReturnType<typeof removed>) =>
    ['mailboxes', 'domains', 'users', 'fleet_parts', 'mailbox_index', 'mailbox_text'].map(
      (table) => query(`SELECT count(*) AS count FROM ${table}`)[0]?.count,
    )

  it('leaves nothing that was read of it, but its notes', () => {
    const fleet = removed()
    const { store, account, notes } = fleet
    while (store.write('fleet.forget', account.id) > 0);
    expect(left(fleet)).toEqual([0, 0, 0, 0, 0, 0])
    expect(store.read('litemail.tried', account.id)).toBeNull()
    expect(store.read('operations.answers', account.id)).toEqual([])
    expect(notes()).toHaveLength(2)
  })

  it('is forgotten all the same where that was interrupted, its notes after 30 days', () => {
    const fleet = removed()
    const { store, notes, now } = fleet
    while (store.write('fleet.sweep', now()) > 0);
    expect(left(fleet)).toEqual([0, 0, 0, 0, 0, 0])
    expect(notes()).toHaveLength(2)
    store.write('fleet.sweep', now() + 30 * DAY)
    expect(notes()).toEqual([])
  })

  it('gives its notes to an account of the same user of the same server', () => {
    const { store, account, take, notes } = removed()
    while (store.write('fleet.forget', account.id) > 0);
    const others = [
      aLitemailAccount({ userId: 'user-2' }),
      aLitemailAccount({ origin: 'https://other.example' }),
    ]
    for (const other of others) store.write('litemail.insertAccount', other)
    const same = store.write('litemail.insertAccount', aLitemailAccount({ userId: null }))
    expect(notes()).toHaveLength(2)
    store.write('litemail.updateAccount', { id: same.id, patch: { userId: account.userId } })
    store.write('fleet.take', {
      part: aPart({ accountId: same.id, noun: 'mailboxes', workspaceId: 'w' }),
      taken: { noun: 'mailboxes', rows: [mailboxFacts('m-1')] },
      pass: 9,
      at: 1,
    })
    const [row] = store.read('mailboxes.several', ['1', '2', '3', '4'])
    expect(row).toMatchObject({ accountId: same.id, note: 'of the one that goes' })
    expect(take({ noun: 'mailboxes', rows: [mailboxFacts('m-9')] }, 'w', 10).fresh).toBe(0)
  })
})
