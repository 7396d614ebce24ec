import { textIn } from './columns'
import type { Sql } from './sql'

/** Whole lines of `note` are `other`. */
const isIn = (note: string, other: string): boolean => `\n${note}\n`.includes(`\n${other}\n`)

/** Two notes about one address: nothing that was written is lost, and what is there already is not said twice. */
export const mergeNotes = (here: string, other: string): string => {
  if (other === '' || isIn(here, other)) return here
  return here === '' || isIn(other, here) ? other : `${here}\n${other}`
}

/** Gives an address, or a row of the journal without one, labels that it lacks. Answers how many those are. */
export const labelAdding = (sql: Sql): ((id: string, labels: readonly string[]) => number) => {
  const add = sql.prepare('INSERT OR IGNORE INTO address_labels (address_id, label) VALUES (?, ?)')
  return (id, labels) => labels.reduce((added, label) => added + add.run(id, label), 0)
}

/** A row that has the same address already. */
export interface Twin {
  readonly id: string
  readonly note: string
  readonly tag: string | null
  /** Of nobody here: an account may take it over. */
  readonly isNobodys: boolean
}

/**
 * Finds what is kept about an address: that of the account, else nobody's, and for nobody's that of any account. Never
 * a row of the journal.
 */
export const twinFinding = (sql: Sql): ((accountId: string | null, email: string) => Twin | null) => {
  const find = sql.prepare(`
    SELECT CAST(a.id AS BLOB) AS id, CAST(a.note AS BLOB) AS note, CAST(a.tag AS BLOB) AS tag,
      a.account_id IS NULL AS is_nobodys
    FROM addresses AS a
    WHERE a.email = ?2 AND (?1 IS NULL OR a.account_id IS NULL OR a.account_id = ?1)
    ORDER BY a.account_id IS NULL, a.at, a.id LIMIT 1`)
  return (accountId, email) => {
    const row = find.get(accountId, email)
    if (!row) return null
    const tag = row.tag === null || row.tag === undefined ? null : textIn(row.tag)
    return { id: textIn(row.id), note: textIn(row.note), tag, isNobodys: row.is_nobodys === 1 }
  }
}
