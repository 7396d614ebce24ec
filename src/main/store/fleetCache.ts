import { textIn } from './columns'
import { fleetTables } from './fleetTables'
import { connect } from './sql'

/**
 * What is known of an account beside the rows of its lists, and is told again whenever somebody asks; it goes with the
 * account, by its `account_id`.
 */
export const accountCaches = ['fleet_parts', 'wallets', 'users', 'kept_answers'] as const

/**
 * What services tell again whenever they are asked: a hundred megabytes of a large fleet. What was found out about the DNS of
 * domains is none of that: no service tells again how it was, nor whom it was told.
 */
const TABLES = [
  ...fleetTables.map(({ table }) => table),
  ...accountCaches,
  ...['mailbox_index', 'mailbox_text', 'mailbox_search', 'mailbox_dirty'],
  ...['domain_index', 'domain_text', 'domain_search', 'domain_dirty'],
]

/**
 * Leaves out of a database file what services tell again, with all that is known of how old that is; nobody else may have the
 * file open, and after a failure it is of no use. The schema stays as it is.
 */
export function emptyFleet(file: string): void {
  const sql = connect(file, { isReadOnly: false, busyTimeoutMs: 0 })
  try {
    sql.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF')
    const names = TABLES.map((table) => `'${table}'`).join(', ')
    const made = sql
      .prepare(`SELECT CAST(s.type AS BLOB) AS type, CAST(s.name AS BLOB) AS name, CAST(s.sql AS BLOB) AS sql
        FROM sqlite_schema AS s WHERE s.tbl_name IN (${names}) AND s.sql IS NOT NULL ORDER BY s.rowid`)
      .all()
    if (made.length === 0) return
    // To drop a table is to forget its pages: its rows are not gone through one by one.
    for (const part of made) if (part.type === 'table') sql.exec(`DROP TABLE ${textIn(part.name)}`)
    for (const part of made) sql.exec(textIn(part.sql))
    sql.exec('VACUUM')
  } finally {
    sql.close()
  }
}
