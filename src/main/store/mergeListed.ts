import { randomUUID } from 'node:crypto'
import { possibleMoment } from './addressKeeping'
import { numberIn, textIn } from './columns'
import { journalSendingWrites } from './journalSending'
import { asBytes, type Sql, type SqlRow } from './sql'

/** An address as a service lists it; what it does not tell is null. */
export interface ListedRow {
  readonly serviceId: string | null
  readonly email: string
  readonly tag: string | null
  /** Epoch milliseconds. */
  readonly createdAt: number | null
}

/** How many rows of a list were: */
export interface Merged {
  /** not here before. */
  readonly added: number
  /** in doubt here, or only named by a file, and are now certain. */
  readonly settled: number
  /** not among the account's certain addresses before: both together. */
  readonly fresh: number
}

export const mergeWrites = (sql: Sql) => {
  const { 'journal.settle': settle } = journalSendingWrites(sql)
  const kept = sql.prepare(`
    SELECT ${asBytes('a', ['id', 'known_by'])}, a.at FROM addresses AS a
    WHERE a.account_id = ?1 AND a.email = ?2
    UNION ALL
    SELECT ${asBytes('a', ['id', 'known_by'])}, a.at FROM addresses AS a
    WHERE a.account_id IS NULL AND a.email = ?2 LIMIT 1`)
  const onItsWay = sql.prepare(`
    SELECT ${asBytes('j', ['id', 'state'])} FROM journal AS j
    WHERE j.account_id = ? AND j.email = ? AND j.state IN ('sending', 'unconfirmed') ORDER BY j.planned_at, j.id`)
  const confirm = sql.prepare(`
    UPDATE addresses AS a SET account_id = ?, known_by = ?, at = ?, listed_at = ?,
      service_id = coalesce(?, a.service_id), tag = coalesce(?, a.tag)
    WHERE a.id = ?`)
  const insert = sql.prepare(`
    INSERT INTO addresses (id, account_id, email, note, tag, via, known_by, service_id, at, listed_at)
    VALUES (?, ?, ?, '', ?, 'service', 'list', ?, ?, ?)`)

  return {
    /**
     * Takes over what a service lists for an account. Of what is here already only what the service knows better changes:
     * its id, the tag, and when it was seen there; never notes, labels, or what is hidden. A row in doubt is done,
     * as any other that is settled. One under way is left to who waits for its answer.
     */
    'addresses.mergeListed': ({
      accountId,
      at,
      rows,
    }: {
      accountId: string
      /** When the list was read. */
      at: number
      rows: readonly ListedRow[]
    }): Merged => {
      const update = (address: SqlRow, listed: ListedRow): void => {
        const knownBy = textIn(address.known_by)
        const isOnlyImported = knownBy === 'import'
        const told = isOnlyImported ? possibleMoment(listed.createdAt, at) : null
        confirm.run(
          accountId,
          isOnlyImported ? 'list' : knownBy,
          told ?? numberIn(address.at),
          at,
          listed.serviceId,
          listed.tag,
          textIn(address.id),
        )
      }
      const merge = (listed: ListedRow): keyof Omit<Merged, 'fresh'> | null => {
        const underWay = onItsWay.all(accountId, listed.email)
        const doubtful = underWay.filter((row) => textIn(row.state) === 'unconfirmed')
        for (const row of doubtful) {
          const { serviceId, createdAt } = listed
          const settlement = { state: 'done', at, evidence: 'list', serviceId, createdAt } as const
          settle({ id: textIn(row.id), settlement })
        }
        const address = kept.get(accountId, listed.email)
        if (address) {
          update(address, listed)
          return doubtful.length > 0 || textIn(address.known_by) === 'import' ? 'settled' : null
        }
        if (underWay.length > 0) return null
        const createdAt = possibleMoment(listed.createdAt, at) ?? at
        insert.run(randomUUID(), accountId, listed.email, listed.tag, listed.serviceId, createdAt, at)
        return 'added'
      }
      const changes = rows.map(merge)
      const added = changes.filter((change) => change === 'added').length
      const settled = changes.filter((change) => change === 'settled').length
      return { added, settled, fresh: added + settled }
    },
  }
}
