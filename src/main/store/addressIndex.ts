import type { Address } from '../../shared/address'
import { addressColumns, fromAddresses, IS_LISTED, toAddress } from './addressRow'
import { claimIn, textIn, toClaim } from './columns'
import { dateTextOf, fold, monthOf, zoneMark } from './foldedText'
import { keptReads, keptWrites } from './kept'
import type { Sql, SqlValue } from './sql'

/** So much of a note decides where it is sorted. */
const NOTE_START = 48
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
 * Brings the index of addresses up to date with what this transaction changed; to be called as its last act. The order of
 * what a list shows, its filters and its search read the index alone.
 */
export const addressIndexing = (sql: Sql): (() => void) => {
  const isDirty = sql.prepare('SELECT 1 FROM address_dirty LIMIT 1')
  const dirty = sql.prepare(`
    SELECT CAST(i.id AS BLOB) AS dirty_id, ${IS_LISTED} AS is_listed, ${addressColumns}
    ${fromAddresses(`(SELECT d.id FROM address_dirty AS d ORDER BY d.id LIMIT ${CHUNK} OFFSET ?)`)}`)
  const clean = sql.prepare('DELETE FROM address_dirty')
  const placeOf = sql.prepare('SELECT x.place FROM address_index AS x WHERE x.id = ?')
  const remove = sql.prepare('DELETE FROM address_index AS x WHERE x.place = ?')
  const removeText = sql.prepare('DELETE FROM address_text AS t WHERE t.place = ?')
  const insert = sql.prepare(`
    INSERT INTO address_index (id, account_id, email, at, month, state, is_hidden, note, tag, label)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING place`)
  const insertText = sql.prepare('INSERT INTO address_text (place, text) VALUES (?, ?)')
  const update = sql.prepare(`
    UPDATE address_index AS x SET id = ?, account_id = ?, email = ?, at = ?, month = ?, state = ?, is_hidden = ?,
      note = ?, tag = ?, label = ? WHERE x.place = ?`)
  const updateText = sql.prepare('UPDATE address_text AS t SET text = ?1 WHERE t.place = ?2 AND t.text <> ?1')

  const index = (address: Address): void => {
    const place = placeOf.get(address.id)?.place
    if (place === undefined || place === null) {
      const added = insert.get(...columnsOf(address))?.place ?? null
      insertText.run(added, searchedText(address))
      return
    }
    update.run(...columnsOf(address), place)
    updateText.run(searchedText(address), place)
  }
  const forget = (id: string): void => {
    const place = placeOf.get(id)?.place
    if (place === undefined || place === null) return
    remove.run(place)
    removeText.run(place)
  }

  return () => {
    if (!isDirty.get()) return
    for (let done = 0, found = CHUNK; found === CHUNK; done += found) {
      const rows = dirty.all(done)
      found = rows.length
      for (const row of rows) {
        if (claimIn(row.is_listed)) index(toAddress(row))
        else forget(textIn(row.dirty_id))
      }
    }
    clean.run()
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
