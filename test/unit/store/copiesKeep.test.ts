import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columnsIn } from '../../../src/main/store/contentRows'
import { copyInto } from '../../../src/main/store/copyInto'
import { connect } from '../../../src/main/store/sql'
import { domainsByName } from '../../../src/shared/domain'
import { aPart, domainFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'
import { type DirectStore, databaseIn, NOON, openDirectly, temporaryFolder } from './testStore'

const DAY = 86_400_000
const tables = Object.keys(columnsIn)

/** A database of this version with one row, whatever it says, in each table that a backup takes content from. */
const withARowEach = (): string => {
  const store = openDirectly()
  store.close()
  const file = databaseIn(store.folder)
  const sql = connect(file, { isReadOnly: false, busyTimeoutMs: 100 })
  sql.exec('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON')
  for (const table of tables) {
    const columns = sql.prepare(`SELECT name, type FROM pragma_table_info('${table}')`).all()
    const names = columns.map(({ name }) => String(name)).join(', ')
    const values = columns.map(({ type }) => (type === 'TEXT' ? "'x'" : '1')).join(', ')
    sql.exec(`INSERT INTO ${table} (${names}) VALUES (${values})`)
  }
  sql.close()
  return file
}

/** What is known of the DNS of the only domain. */
const knownOf = (store: DirectStore) => {
  const page = { view: domainsByName, offset: 0, limit: 1, now: NOON }
  const id = store.read('domains.list', page).rows[0]?.id ?? ''
  const about = store.read('dns.about', id)
  return { history: store.read('dns.history', id), records: about?.records, health: about?.health }
}

describe('a local copy', () => {
  it('keeps all that a backup keeps', () => {
    const source = connect(withARowEach(), { isReadOnly: true, busyTimeoutMs: 100 })
    const target = join(temporaryFolder(), 'copy.sqlite')
    copyInto(source, target, { isFleetLeftOut: true })
    source.close()
    const copied = connect(target, { isReadOnly: true, busyTimeoutMs: 100 })
    const isKept = (table: string) => copied.prepare(`SELECT 1 FROM ${table}`).get() !== undefined
    expect(tables.filter((table) => !isKept(table))).toEqual([])
    copied.close()
  })

  it('knows of a domain what was found out about its DNS, and tells no loss twice', () => {
    // Given a domain that lost its DMARC, which was told, and whose records were read
    const { store, account, passOfDomains } = storeWithFleet()
    passOfDomains([domainFacts('a')])
    const check = (dmarc: boolean, at: number) =>
      store.write('dns.takeChecks', {
        ...{ accountId: account.id, at, tried: ['a.example'] },
        checks: [{ domain: 'a.example', mx: true, spf: true, dkim: true, dmarc }],
      })
    check(true, NOON)
    check(false, NOON + DAY)
    check(false, NOON + 2 * DAY)
    expect(store.write('dns.takeLosses', { id: 'told', now: NOON + 2 * DAY })).toHaveLength(1)
    const record = { id: 'r-1', type: 'TXT', host: '@', value: 'v=spf1 -all', priority: null, ttl: 300 }
    store.write('dns.takeRecords', {
      ...{ accountId: account.id, domain: 'a.example', at: NOON },
      records: [record],
    })

    // When one goes back to a copy of it, and the list of domains is read again
    const source = connect(databaseIn(store.folder), { isReadOnly: true, busyTimeoutMs: 100 })
    const folder = temporaryFolder()
    copyInto(source, databaseIn(folder), { isFleetLeftOut: true })
    source.close()
    const copied = openDirectly(folder)
    copied.write('fleet.take', {
      part: aPart({ accountId: account.id, noun: 'domains', workspaceId: 'w' }),
      taken: { noun: 'domains', rows: [domainFacts('a')] },
      pass: copied.write('fleet.nextPass'),
      at: NOON + 3 * DAY,
    })

    // Then it is known as before
    const known = knownOf(copied)
    expect(known.history).toHaveLength(2)
    expect(known.history).toEqual(knownOf(store).history)
    expect(known.records?.rows).toHaveLength(1)
    expect(known.records).toEqual(knownOf(store).records)
    expect(known.health?.dmarc).toEqual({ state: 'missing', at: NOON + 2 * DAY })
    expect(copied.write('dns.takeLosses', { id: 'again', now: NOON + 3 * DAY })).toEqual([])
  })
})
