import * as z from 'zod'
import { jsonIn, numberIn, textIn } from './columns'
import type { Sql } from './sql'

const moment = z.number().nullable()

/** A change of the user's that can be taken back: what it came upon, and what it left behind. */
const change = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('note'),
    rows: z.array(z.object({ id: z.string(), before: z.string(), after: z.string() })),
  }),
  z.object({
    what: z.literal('labels'),
    rows: z.array(z.object({ id: z.string(), added: z.array(z.string()), removed: z.array(z.string()) })),
  }),
  z.object({
    what: z.enum(['hide', 'show']),
    rows: z.array(z.object({ id: z.string(), before: moment, after: moment })),
  }),
])
export type Change = z.infer<typeof change>

/** So many changes can be taken back, the newest first. */
const KEPT_CHANGES = 50

export const undoLog = (sql: Sql) => {
  const insert = sql.prepare('INSERT INTO undo_log (at, what, before) VALUES (?, ?, ?) RETURNING id')
  const forgetUntil = sql.prepare('DELETE FROM undo_log AS u WHERE u.id <= ?')
  const newest = sql.prepare(
    'SELECT u.id, CAST(u.before AS BLOB) AS before FROM undo_log AS u ORDER BY u.id DESC LIMIT 1',
  )
  const remove = sql.prepare('DELETE FROM undo_log AS u WHERE u.id = ?')
  const clear = sql.prepare('DELETE FROM undo_log')
  return {
    /** Notes a change within the transaction that makes it; one that changed nothing is none. */
    note(made: Change): void {
      if (made.rows.length === 0) return
      const id = insert.get(Date.now(), made.what, JSON.stringify(made))?.id
      forgetUntil.run(numberIn(id) - KEPT_CHANGES)
    },
    /** Takes the newest change out of the log; null where there is none. What cannot be read any more is forgotten. */
    take(): Change | null {
      for (;;) {
        const row = newest.get()
        if (!row) return null
        remove.run(numberIn(row.id))
        const made = jsonIn<Change | null>(change, textIn(row.before), null)
        if (made) return made
      }
    },
    clear(): void {
      clear.run()
    },
  }
}
