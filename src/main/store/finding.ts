import { wordsOf } from './foldedText'
import { type IndexedNoun, indexRevision } from './indexing'
import { keepPairs } from './pairsKeeping'
import { JOINED, type Once, type Places, placesIn } from './sets'
import type { Sql } from './sql'

// FTS5's trigrams find any part of three characters or more (SQLite, "FTS5", "The Trigram Tokenizer").
const SHORTEST_INDEXED = 3
const isLong = (word: string): boolean => [...word].length >= SHORTEST_INDEXED
const quote = (word: string): string => `"${word.replaceAll('"', '""')}"`
const phrases = (words: readonly string[]): string => words.map(quote).join(' AND ')

/** What is in both, of places in order. */
const inBoth = (one: Places, other: Places): Places => {
  const both = new Int32Array(Math.min(one.length, other.length))
  let count = 0
  let at = 0
  for (const place of one) {
    while (at < other.length && (other[at] ?? 0) < place) at++
    if (other[at] === place) both[count++] = place
  }
  return both.slice(0, count)
}

/** What a search as typed finds, in order of places; null where it has no words. */
export const finding = (sql: Sql, noun: IndexedNoun, once: Once): ((text: string) => Places | null) => {
  const pairs = keepPairs(sql, noun, indexRevision(sql, noun))
  const indexed = sql.prepare(`
    SELECT CAST(group_concat(s.rowid) AS BLOB) AS places FROM (
      SELECT s.rowid FROM ${noun}_search AS s WHERE ${noun}_search MATCH ? ORDER BY s.rowid) AS s`)

  const findLong = (words: readonly string[]): Places =>
    once(`words ${words.join(' ')}`, () => placesIn(indexed.get(phrases(words))?.places))

  /** Looks at the text of each row, of those only that have the long words where there are any. */
  const lookAt = (long: readonly string[], short: readonly string[]): Places => {
    const parts = short.map(() => 'instr(x.text, ?) > 0')
    // The index first: left to itself SQLite may ask it about each row in turn.
    const rows =
      long.length === 0
        ? `SELECT x.place FROM ${noun}_text AS x WHERE ${parts.join(' AND ')} ORDER BY x.place`
        : `SELECT x.place FROM ${noun}_search AS s CROSS JOIN ${noun}_text AS x ON x.place = s.rowid
           WHERE ${[`${noun}_search MATCH ?`, ...parts].join(' AND ')} ORDER BY s.rowid`
    const values = long.length === 0 ? short : [phrases(long), ...short]
    return placesIn(sql.prepare(`SELECT ${JOINED} FROM (${rows}) AS x`).get(...values)?.places)
  }

  const search = (words: readonly string[]): Places => {
    const long = words.filter(isLong)
    const short = words.filter((word) => !isLong(word))
    const known = pairs.current()
    const told = short.map((word) => known?.find(word) ?? null)
    const found = told.filter((places) => places !== null)
    const untold = short.filter((_, at) => told[at] === null)
    if (untold.length > 0) found.push(lookAt(long, untold))
    else if (long.length > 0) found.push(findLong(long))
    return found.reduce(inBoth)
  }

  return (text) => {
    const words = wordsOf(text)
    if (words.length === 0) return null
    return words.every(isLong) ? findLong(words) : once(`search ${words.join(' ')}`, () => search(words))
  }
}
