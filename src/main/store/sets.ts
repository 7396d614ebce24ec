import { textIn } from './columns'
import type { SqlRow, SqlValue } from './sql'

/** Rows of a list, each by its place in the index: a number of which no two have the same, and that only grow. */
export type Places = Int32Array

/** Rows by what they have in common: a label, an account, a month. */
export type Shares<Name = string> = ReadonlyMap<Name, Places>

/** Reads numbers that SQLite has joined with commas; a hundred thousand of them in two milliseconds. */
export const placesIn = (joined: SqlValue | undefined): Places => {
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

/** Selects the places of rows `x` in one value, which `placesIn` reads. */
export const JOINED = 'CAST(group_concat(x.place) AS BLOB) AS places'

/** Rows of a `name` and its `JOINED` places. */
export const sharesIn = (rows: readonly SqlRow[]): Shares =>
  new Map(rows.map((row) => [textIn(row.name), placesIn(row.places)]))

/** So many sets of a list are kept. */
const MOST_KEPT = 16

/** What was made under a name, or what is made now. */
export type Once = <T>(name: string, make: () => T) => T

/** Keeps sets until their index changes. Under one name only what its one caller makes may be kept. */
export const keepSets = (revision: () => string): Once => {
  const kept = new Map<string, unknown>()
  let keptAt = ''
  return <T>(name: string, make: () => T): T => {
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
}
