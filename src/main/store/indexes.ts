import { addressIndex } from './addressIndex'
import { domainIndex } from './domainIndex'
import { zoneMark } from './foldedText'
import { type IndexPlan, indexing } from './indexing'
import { keptReads, keptWrites } from './kept'
import { mailboxIndex } from './mailboxIndex'
import type { Sql } from './sql'

/** By the version of the schema that brought them. */
const plans: readonly { readonly since: number; readonly plan: IndexPlan }[] = [
  { since: 2, plan: addressIndex },
  { since: 3, plan: mailboxIndex },
  { since: 3, plan: domainIndex },
]

/** Brings all indexes up to date with what this transaction changed; to be called as its last act. */
export const indexAll = (sql: Sql, version = Number.POSITIVE_INFINITY): (() => void) => {
  const indexings = plans.filter(({ since }) => since <= version).map(({ plan }) => indexing(sql, plan))
  return () => {
    for (const index of indexings) index()
  }
}

const ZONE = 'zone'

/**
 * For the start, with the version of the schema: makes what is missing of the indexes. That of addresses anew where this
 * computer has moved to another time zone since, for their days and months are those of where one is.
 */
export const prepareIndexes = (sql: Sql, version: number): void => {
  const known = plans.filter(({ since }) => since <= version)
  if (known.length === 0) return
  const zone = JSON.stringify(zoneMark())
  const hasMoved = keptReads(sql, 'index').load(ZONE) !== zone
  const isDirty = known.some(({ plan }) => sql.prepare(`SELECT 1 FROM ${plan.noun}_dirty LIMIT 1`).get())
  if (!hasMoved && !isDirty) return
  sql.transaction('write', () => {
    if (hasMoved) {
      sql.exec('INSERT OR IGNORE INTO address_dirty (id) SELECT x.id FROM address_index AS x')
      keptWrites(sql, 'index').save(ZONE, zone)
    }
    indexAll(sql, version)()
  })
}
