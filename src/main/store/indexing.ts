import { claimIn, numberIn, numberOrNull, textIn } from './columns'
import { keptReads, keptWrites } from './kept'
import type { Sql, SqlRow, SqlValue } from './sql'

/** What lists show, each noun with `…_index`, `…_text`, `…_search` and `…_dirty`. */
export type IndexedNoun = 'address' | 'mailbox' | 'domain'

/** How the index of a noun follows from its own tables. */
export interface IndexPlan {
  readonly noun: IndexedNoun
  /**
   * Selects some of what is dirty, in an order that stays while the index is made. Of each: `indexed_at` (its place in the
   * index, null: in none), `text` (as indexed), `is_listed`, `own_place` (null: the next one), and what the rest asks for. Binds
   * how many are left out.
   */
  readonly dirty: (limit: number) => string
  /** Columns of the index, but for the place. */
  readonly columns: readonly string[]
  /** `text`: what is searched, folded. */
  readonly contentOf: (row: SqlRow) => { readonly values: readonly SqlValue[]; readonly text: string }
}

/** So many rows are held at once. */
const CHUNK = 1_000

/**
 * What is searched, and FTS5's index of it, which has to be told what to forget (SQLite, "FTS5", "External Content Tables").
 * Not by triggers: FTS5 writes all that it has gathered at the end of each of them, and takes five times as long.
 */
const textKeeping = (sql: Sql, noun: IndexedNoun) => {
  const insert = sql.prepare(`INSERT INTO ${noun}_text (place, text) VALUES (?, ?)`)
  const update = sql.prepare(`UPDATE ${noun}_text AS t SET text = ?2 WHERE t.place = ?1`)
  const drop = sql.prepare(`DELETE FROM ${noun}_text AS t WHERE t.place = ?`)
  const find = sql.prepare(`INSERT INTO ${noun}_search (rowid, text) VALUES (?, ?)`)
  const lose = sql.prepare(`INSERT INTO ${noun}_search (${noun}_search, rowid, text) VALUES ('delete', ?, ?)`)
  return {
    add(place: number, text: string): void {
      insert.run(place, text)
      find.run(place, text)
    },
    change(place: number, before: string, text: string): void {
      if (before === text) return
      lose.run(place, before)
      update.run(place, text)
      find.run(place, text)
    },
    remove(place: number, before: string): void {
      lose.run(place, before)
      drop.run(place)
    },
  }
}

// As they were first called.
const revisionNames: Readonly<Record<IndexedNoun, string>> = {
  address: 'revision',
  mailbox: 'mailboxes',
  domain: 'domains',
}

/** What an index is known by: another one after each change of it. */
export const indexRevision = (sql: Sql, noun: IndexedNoun): (() => string) => {
  const { load } = keptReads(sql, 'index')
  return () => load(revisionNames[noun]) ?? '0'
}

/**
 * Brings the index of a noun up to date with what this transaction changed; to be called as its last act. The order of what a
 * list shows, its filters and its search read the index alone.
 */
export const indexing = (sql: Sql, { noun, dirty, columns, contentOf }: IndexPlan): (() => void) => {
  const isDirty = sql.prepare(`SELECT 1 FROM ${noun}_dirty LIMIT 1`)
  const some = sql.prepare(dirty(CHUNK))
  const clean = sql.prepare(`DELETE FROM ${noun}_dirty`)
  const lastPlace = sql.prepare(`SELECT max(x.place) AS place FROM ${noun}_index AS x`)
  const remove = sql.prepare(`DELETE FROM ${noun}_index AS x WHERE x.place = ?`)
  const insert = sql.prepare(`
    INSERT INTO ${noun}_index (${columns.join(', ')}, place) VALUES (${columns.map(() => '?').join(', ')}, ?)`)
  const update = sql.prepare(`
    UPDATE ${noun}_index AS x SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE x.place = ?`)
  const texts = textKeeping(sql, noun)
  const revision = indexRevision(sql, noun)
  const { save } = keptWrites(sql, 'index')

  const index = (row: SqlRow, nextPlace: () => number): void => {
    const place = numberOrNull(row.indexed_at)
    if (!claimIn(row.is_listed)) {
      if (place === null) return
      remove.run(place)
      texts.remove(place, textIn(row.text))
      return
    }
    const { values, text } = contentOf(row)
    if (place === null) {
      const next = numberOrNull(row.own_place) ?? nextPlace()
      insert.run(...values, next)
      texts.add(next, text)
    } else {
      update.run(...values, place)
      texts.change(place, textIn(row.text), text)
    }
  }

  return () => {
    if (!isDirty.get()) return
    let last = numberIn(lastPlace.get()?.place)
    for (let done = 0, found = CHUNK; found === CHUNK; done += found) {
      const rows = some.all(done)
      found = rows.length
      for (const row of rows) index(row, () => ++last)
    }
    clean.run()
    save(revisionNames[noun], String(Number(revision()) + 1))
  }
}
