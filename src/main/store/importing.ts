import { randomUUID } from 'node:crypto'
import { LISTED } from './addressRow'
import { textIn } from './columns'
import { labelAdding, mergeNotes, twinFinding } from './joining'
import type { Sql } from './sql'

/** An address as a file names it. */
export interface ImportedRow {
  /** Null: nobody's. */
  readonly accountId: string | null
  readonly email: string
  readonly note: string
  readonly labels: readonly string[]
  readonly tag: string | null
  /** When it was created, in epoch milliseconds. */
  readonly at: number
  readonly hiddenAt: number | null
}

export interface ImportCounts {
  readonly added: number
  /** Known before, and something of the file was added to it. */
  readonly merged: number
  readonly unchanged: number
}

export const importWrites = (sql: Sql) => {
  const findTwin = twinFinding(sql)
  const addLabels = labelAdding(sql)
  const underWay = sql.prepare(`
    SELECT CAST(j.id AS BLOB) AS id, CAST(j.note AS BLOB) AS note FROM journal AS j
    WHERE j.email = ?2 COLLATE NOCASE AND (?1 IS NULL OR j.account_id = ?1) AND ${LISTED}
    ORDER BY j.planned_at DESC LIMIT 1`)
  const noteUnderWay = sql.prepare('UPDATE journal AS j SET note = ?1 WHERE j.id = ?2 AND j.note <> ?1')
  const fill = sql.prepare(`
    UPDATE addresses AS a SET note = ?1, tag = coalesce(a.tag, ?2), account_id = coalesce(a.account_id, ?3)
    WHERE a.id = ?4 AND (a.note <> ?1 OR a.tag IS NOT coalesce(a.tag, ?2)
      OR a.account_id IS NOT coalesce(a.account_id, ?3))`)
  const insert = sql.prepare(`
    INSERT INTO addresses (id, account_id, email, note, tag, via, known_by, service_id, at, hidden_at)
    VALUES (?, ?, ?, ?, ?, 'import', 'import', NULL, ?, ?)`)

  const mergeRow = (row: ImportedRow): keyof ImportCounts => {
    const twin = findTwin(row.accountId, row.email)
    if (twin !== null) {
      const changes = fill.run(mergeNotes(twin.note, row.note), row.tag, row.accountId, twin.id)
      return changes + addLabels(twin.id, row.labels) > 0 ? 'merged' : 'unchanged'
    }
    const press = underWay.get(row.accountId, row.email)
    if (press) {
      const id = textIn(press.id)
      const changes = noteUnderWay.run(mergeNotes(textIn(press.note), row.note), id)
      return changes + addLabels(id, row.labels) > 0 ? 'merged' : 'unchanged'
    }
    const id = randomUUID()
    insert.run(id, row.accountId, row.email, row.note, row.tag, row.at, row.hiddenAt)
    addLabels(id, row.labels)
    return 'added'
  }

  return {
    /**
     * Adds addresses that a file names. One that is known keeps what is there: a note of the file joins its note, labels
     * are united, a LikeDo tag is taken where there is none. Doing it again changes nothing.
     */
    'import.merge': (rows: readonly ImportedRow[]): ImportCounts => {
      const counts = { added: 0, merged: 0, unchanged: 0 }
      for (const row of rows) counts[mergeRow(row)] += 1
      return counts
    },
  }
}
