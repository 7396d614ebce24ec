import { randomUUID } from 'node:crypto'
import { type Doing, doing } from '../../shared/activity'
import { claimIn, knownIn, numberIn, numberOrNull, textIn, textOrNull } from './columns'
import type { Sql, SqlRow } from './sql'

/** Of `doings AS d` with its account as `c`, as `toDoing` reads them; apart from the columns of the journal. */
export const doingColumns = `
  CAST(d.id AS BLOB) AS doing_id, CAST(d.kind AS BLOB) AS doing_kind, CAST(d.what AS BLOB) AS doing_what,
  CAST(d.account_id AS BLOB) AS doing_account_id, CAST(d.email AS BLOB) AS doing_email, d.at AS doing_at,
  d.is_restored AS doing_is_restored, d.count AS doing_count`

export const toDoing = (row: SqlRow): Doing => ({
  id: textIn(row.doing_id),
  kind: knownIn(doing.shape.kind, row.doing_kind, 'credentials.show'),
  what: knownIn(doing.shape.what, row.doing_what, null),
  accountId: textOrNull(row.doing_account_id),
  accountName: textOrNull(row.account_name),
  email: textOrNull(row.doing_email),
  count: numberOrNull(row.doing_count),
  at: numberIn(row.doing_at),
  isRestored: claimIn(row.doing_is_restored),
})

type NewDoing = Pick<Doing, 'kind' | 'what' | 'accountId' | 'email' | 'count' | 'at'>

export const doingWrites = (sql: Sql) => {
  const insert = sql.prepare(
    'INSERT INTO doings (id, kind, what, account_id, email, count, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  return {
    /** Writes down what was done, for Activity. */
    'doings.note': ({ kind, what, accountId, email, count, at }: NewDoing): void => {
      insert.run(randomUUID(), kind, what, accountId, email, count, at)
    },
  }
}
