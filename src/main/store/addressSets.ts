import type { AddressView } from '../../shared/addressView'
import { indexRevision } from './addressIndex'
import { orderOf } from './addressOrder'
import { textIn } from './columns'
import { wordsOf } from './foldedText'
import type { Sql, SqlRow, SqlValue } from './sql'

/** Addresses, each by its place in the index: a number of which no two have the same, and that only grow. */
export type Places = Int32Array

/** Addresses by what they have in common: a label, an account, a month. */
export type Shares = ReadonlyMap<string, Places>

/** Every list, filter and count of addresses is made of these. Within one read they are of one moment. */
export interface AddressSets {
  /** All, in an order. */
  ordered(sort: AddressView['sort']): Places
  /** What a search finds; null where it has no words. */
  found(search: string): Places | null
  byLabel(): Shares
  byAccount(): Shares
  byMonth(): Shares
  hidden(): Places
  withoutNote(): Places
}

/** So many searches and orders are kept beside the other sets. */
const MOST_KEPT = 16

/** Reads numbers that SQLite has joined with commas; a hundred thousand of them in two milliseconds. */
const placesIn = (joined: SqlValue | undefined): Places => {
  const text = textIn(joined)
  if (text === '') return new Int32Array()
  const places = new Int32Array(text.length)
  let count = 0
  let value = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 44) {
      places[count++] = value
      value = 0
    } else value = value * 10 + code - 48
  }
  places[count++] = value
  return places.slice(0, count)
}

const JOINED = 'CAST(group_concat(x.place) AS BLOB) AS places'

// FTS5's trigrams find any part of three characters or more (SQLite, "FTS5", "The Trigram Tokenizer").
const SHORTEST_INDEXED = 3
const quote = (word: string): string => `"${word.replaceAll('"', '""')}"`

const search = (sql: Sql, words: readonly string[]): Places => {
  const long = words.filter((word) => [...word].length >= SHORTEST_INDEXED)
  const short = words.filter((word) => !long.includes(word))
  const parts = short.map(() => 'instr(x.text, ?) > 0')
  // The index first: left to itself SQLite may ask it about each address in turn.
  const statement =
    long.length === 0
      ? `SELECT ${JOINED} FROM address_text AS x WHERE ${parts.join(' AND ')}`
      : `SELECT ${JOINED} FROM address_search AS s CROSS JOIN address_text AS x ON x.place = s.rowid
         WHERE ${['address_search MATCH ?', ...parts].join(' AND ')}`
  const values = long.length === 0 ? short : [long.map(quote).join(' AND '), ...short]
  return placesIn(sql.prepare(statement).get(...values)?.places)
}

const sharesIn = (rows: readonly SqlRow[]): Shares =>
  new Map(rows.map((row) => [textIn(row.name), placesIn(row.places)]))

/** The sets of the addresses as they are now. They are kept until the index changes, and made when they are asked for. */
export function addressSets(sql: Sql): AddressSets {
  const revision = indexRevision(sql)
  const accountNames = sql.prepare(
    'SELECT CAST(group_concat(a.name, char(10)) AS BLOB) AS names FROM accounts AS a',
  )
  const byLabel = sql.prepare(`
    SELECT CAST(min(l.label) AS BLOB) AS name, ${JOINED}
    FROM address_labels AS l JOIN address_index AS x ON x.id = l.address_id GROUP BY l.label`)
  const byAccount = sql.prepare(`
    SELECT CAST(x.account_id AS BLOB) AS name, ${JOINED} FROM address_index AS x
    WHERE x.account_id IS NOT NULL GROUP BY x.account_id`)
  const byMonth = sql.prepare(`
    SELECT CAST(x.month AS BLOB) AS name, ${JOINED} FROM address_index AS x GROUP BY x.month`)
  const hidden = sql.prepare(`SELECT ${JOINED} FROM address_index AS x WHERE x.is_hidden = 1`)
  const withoutNote = sql.prepare(`SELECT ${JOINED} FROM address_index AS x WHERE x.note IS NULL`)

  const kept = new Map<string, unknown>()
  let keptAt = ''
  const once = <T>(name: string, make: () => T): T => {
    const now = revision()
    if (now !== keptAt) kept.clear()
    keptAt = now
    // Under one name only what its one caller makes is ever kept.
    const value = kept.has(name) ? (kept.get(name) as T) : make()
    // What was used last goes last.
    kept.delete(name)
    kept.set(name, value)
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
    return value
  }

  return {
    ordered(sort) {
      // The index does not know what accounts are called.
      const names = sort.by === 'account' ? textIn(accountNames.get()?.names) : ''
      return once(`order ${sort.by} ${sort.isDescending} ${names}`, () => {
        const rows = `SELECT x.place FROM address_index AS x ORDER BY ${orderOf(sort)}`
        return placesIn(sql.prepare(`SELECT ${JOINED} FROM (${rows}) AS x`).get()?.places)
      })
    },
    found(text) {
      const words = wordsOf(text)
      return words.length === 0 ? null : once(`search ${words.join(' ')}`, () => search(sql, words))
    },
    byLabel: () => once('labels', () => sharesIn(byLabel.all())),
    byAccount: () => once('accounts', () => sharesIn(byAccount.all())),
    byMonth: () => once('months', () => sharesIn(byMonth.all())),
    hidden: () => once('hidden', () => placesIn(hidden.get()?.places)),
    withoutNote: () => once('without note', () => placesIn(withoutNote.get()?.places)),
  }
}
