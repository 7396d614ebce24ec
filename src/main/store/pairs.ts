import type { Places } from './sets'

/** Rows in which a letter, or a pair of letters, stands: differences as varints, or where they are many a bit for each row. */
interface Trace {
  bytes: Uint8Array
  /** Bytes that are used; null: a bit for each row. */
  length: number | null
  last: number
}

/** Letters and pairs of letters of many texts, by which rows are found without looking at their texts. */
export interface Pairs {
  /** Rows in whose text these one or two characters stand, in order; null where it has to be looked at itself. */
  find(word: string): Places | null
}

/** Takes in the texts of all rows, in the order of their places. */
export interface PairsBuilder {
  /** False: they take too much memory. */
  add(place: number, text: string): boolean
  /** Null where there were not as many rows as were told of. */
  end(): Pairs | null
}

/** So many characters are told apart; what is written in more of them is looked at itself. */
const MOST_CHARACTERS = 255
/** All rows together; a hundred thousand ordinary ones take three or four million. */
const MOST_BYTES = 24_000_000
/** No character, and what SQLite reads back as another one. */
const ODD = /[\0\ud800-\udfff\ufffd]/
const EMPTY = new Uint8Array(4)

const grown = (bytes: Uint8Array): Uint8Array => {
  const larger = new Uint8Array(bytes.length * 2)
  larger.set(bytes)
  return larger
}

/** Rows of a trace whose differences are varints, seven bits a byte, the lowest first. */
const rowsIn = (bytes: Uint8Array, length: number, visit: (row: number) => void): void => {
  let row = -1
  let value = 0
  let shift = 0
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0
    value |= (byte & 127) << shift
    shift += 7
    if (byte < 128) {
      row += value
      visit(row)
      value = 0
      shift = 0
    }
  }
}

const toBits = ({ bytes, length }: Trace, rows: number): Uint8Array => {
  const bits = new Uint8Array((rows + 7) >> 3)
  rowsIn(bytes, length ?? 0, (row) => {
    bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7))
  })
  return bits
}

/** `rows`: how many there will be. */
export function buildPairs(rows: number): PairsBuilder {
  const places = new Int32Array(rows)
  const codes = new Uint8Array(65_536)
  const traces = new Map<number, Trace>()
  /** For each pair of codes, the row that it was last seen in, from 1. */
  const seenIn = new Int32Array(65_536)
  const mostBytes = Math.max(16, (rows + 7) >> 3)
  let characters = 0
  let row = 0
  let size = 0

  const push = (key: number): void => {
    if (seenIn[key] === row + 1) return
    seenIn[key] = row + 1
    let trace = traces.get(key)
    if (trace === undefined) {
      trace = { bytes: EMPTY.slice(), length: 0, last: -1 }
      size += trace.bytes.length
      traces.set(key, trace)
    }
    if (trace.length !== null) {
      if (trace.length + 4 > mostBytes) {
        size -= trace.bytes.length
        trace.bytes = toBits(trace, rows)
        trace.length = null
        size += trace.bytes.length
      } else if (trace.length + 4 > trace.bytes.length) {
        size += trace.bytes.length
        trace.bytes = grown(trace.bytes)
      }
    }
    if (trace.length === null) {
      trace.bytes[row >> 3] = (trace.bytes[row >> 3] ?? 0) | (1 << (row & 7))
      return
    }
    let step = row - trace.last
    for (; step > 127; step >>= 7) trace.bytes[trace.length++] = (step & 127) | 128
    trace.bytes[trace.length++] = step
    trace.last = row
  }

  /** From 1; 0: one of those that are not told apart. */
  const codeOf = (unit: number): number => {
    const known = codes[unit] ?? 0
    if (known > 0 || characters === MOST_CHARACTERS) return known
    characters += 1
    codes[unit] = characters
    return characters
  }

  const find = (word: string): Places | null => {
    if (word.length > 2 || word === '' || ODD.test(word)) return null
    const [first = 0, second = 0] = [...word].map((character) => codes[character.charCodeAt(0)] ?? 0)
    const isTold = first > 0 && (word.length === 1 || second > 0)
    // With characters to spare, what has no code stands nowhere.
    if (!isTold) return characters < MOST_CHARACTERS ? new Int32Array() : null
    const trace = traces.get((second << 8) | first)
    if (trace === undefined) return new Int32Array()
    const found = new Int32Array(rows)
    let count = 0
    const { bytes, length } = trace
    if (length !== null)
      rowsIn(bytes, length, (at) => {
        found[count++] = places[at] ?? 0
      })
    else
      for (let at = 0; at < rows; at++) {
        if (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) found[count++] = places[at] ?? 0
      }
    return found.slice(0, count)
  }

  return {
    add(place, text) {
      if (row === rows) return false
      places[row] = place
      let before = 0
      for (let at = 0; at < text.length; at++) {
        const code = codeOf(text.charCodeAt(at))
        if (code > 0) {
          push(code)
          if (before > 0) push((code << 8) | before)
        }
        before = code
      }
      row += 1
      return size <= MOST_BYTES
    },
    end() {
      for (const trace of traces.values())
        if (trace.length !== null) trace.bytes = trace.bytes.slice(0, trace.length)
      return row === rows ? { find } : null
    },
  }
}
