import type { Address } from '../../shared/address'
import { addressColumns, fromAddresses, IS_LISTED, toAddress } from './addressRow'
import { claimIn, numberIn, numberOrNull, textIn, toClaim } from './columns'
import { dateTextOf, fold, monthOf, zoneMark } from './foldedText'
import { keptReads, keptWrites } from './kept'
import type { Sql, SqlRow, SqlValue } from './sql'

/** So much of a note decides where it is sorted. */
const NOTE_START = 48
/** The version of the schema that brought the index. */
export const INDEXED_SINCE = 2

/** So many rows are held at once. */
const CHUNK = 1_000

const foldedOrNull = (text: string | null | undefined): string | null => {
  const folded = fold(text ?? '').trim()
  return folded === '' ? null : folded
}

/** What is searched of an address. No word of a search has a line break in it, so none goes from one part to the next. */
const searchedText = (address: Address): string =>
  fold([address.email, address.note, ...address.labels, address.tag ?? '', dateTextOf(address.at)].join('\n'))

const columnsOf = (address: Address): readonly SqlValue[] => [
  address.id,
  address.accountId,
  address.email.toLowerCase(),
  address.at,
  monthOf(address.at),
  address.state,
  toClaim(address.hiddenAt !== null),
  // A note of nothing but marks is a note all the same.
  address.note.trim() === '' ? null : fold(address.note).trim().slice(0, NOTE_START),
  foldedOrNull(address.tag),
  foldedOrNull(address.labels[0]),
]

/**
 * What is searched, and FTS5's index of it, which has to be told what to forget (SQLite, "FTS5", "External Content Tables").
 * Not by triggers: FTS5 writes all that it has gathered at the end of each of them, and takes five times as long.
 */
const textKeeping = (sql: Sql) => {
  const insert = sql.prepare('INSERT INTO address_text (place, text) VALUES (?, ?)')
  const update = sql.prepare('UPDATE address_text AS t SET text = ?2 WHERE t.place = ?1')
  const drop = sql.prepare('DELETE FROM address_text AS t WHERE t.place = ?')
  const find = sql.prepare('INSERT INTO address_search (rowid, text) VALUES (?, ?)')
  const lose = sql.prepare("INSERT INTO address_search (address_search, rowid, text) VALUES ('delete', ?, ?)")
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

const REVISION = 'revision'

/** What the index is known by: another one after each change of it. */
export const indexRevision = (sql: Sql): (() => string) => {
  const { load } = keptReads(sql, 'index')
  return () => load(REVISION) ?? '0'
}

/**
 * Brings the index of addresses up to date with what this transaction changed; to be called as its last act. The order of
 * what a list shows, its filters and its search read the index alone.
 */
export const addressIndexing = (sql: Sql): (() => void) => {
  const isDirty = sql.prepare('SELECT 1 FROM address_dirty LIMIT 1')
  const dirty = sql.prepare(`
    SELECT x.place, CAST(t.text AS BLOB) AS text, ${IS_LISTED} AS is_listed, ${addressColumns}
    ${fromAddresses(`(SELECT d.id FROM address_dirty AS d ORDER BY d.id LIMIT ${CHUNK} OFFSET ?)`)}
    LEFT JOIN address_index AS x ON x.id = i.id LEFT JOIN address_text AS t ON t.place = x.place`)
  const clean = sql.prepare('DELETE FROM address_dirty')
  const lastPlace = sql.prepare('SELECT max(x.place) AS place FROM address_index AS x')
  const remove = sql.prepare('DELETE FROM address_index AS x WHERE x.place = ?')
  const insert = sql.prepare(`
    INSERT INTO address_index (id, account_id, email, at, month, state, is_hidden, note, tag, label, place)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const update = sql.prepare(`
    UPDATE address_index AS x SET id = ?, account_id = ?, email = ?, at = ?, month = ?, state = ?, is_hidden = ?,
      note = ?, tag = ?, label = ? WHERE x.place = ?`)
  const texts = textKeeping(sql)
  const revision = indexRevision(sql)
  const { save } = keptWrites(sql, 'index')

  const index = (row: SqlRow, nextPlace: () => number): void => {
    const place = numberOrNull(row.place)
    if (!claimIn(row.is_listed)) {
      if (place === null) return
      remove.run(place)
      texts.remove(place, textIn(row.text))
      return
    }
    const address = toAddress(row)
    if (place === null) {
      const next = nextPlace()
      insert.run(...columnsOf(address), next)
      texts.add(next, searchedText(address))
    } else {
      update.run(...columnsOf(address), place)
      texts.change(place, textIn(row.text), searchedText(address))
    }
  }

  return () => {
    if (!isDirty.get()) return
    let last = numberIn(lastPlace.get()?.place)
    for (let done = 0, found = CHUNK; found === CHUNK; done += found) {
      const rows = dirty.all(done)
      found = rows.length
      for (const row of rows) index(row, () => ++last)
    }
    clean.run()
    save(REVISION, String(Number(revision()) + 1))
  }
}

const ZONE = 'zone'

/**
 * For the start: makes what is missing of the index, and all of it anew where this computer has moved to another time
 * zone since, for days and months are those of where one is.
 */
export const prepareIndex = (sql: Sql): void => {
  const zone = JSON.stringify(zoneMark())
  const hasMoved = keptReads(sql, 'index').load(ZONE) !== zone
  if (!hasMoved && !sql.prepare('SELECT 1 FROM address_dirty LIMIT 1').get()) return
  sql.transaction('write', () => {
    if (hasMoved) {
      sql.exec('INSERT OR IGNORE INTO address_dirty (id) SELECT x.id FROM address_index AS x')
      keptWrites(sql, 'index').save(ZONE, zone)
    }
    addressIndexing(sql)()
  })
}
