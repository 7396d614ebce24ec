import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { SqlValue } from './sql'

/** A row or an index entry as it lies in a page, column by column. */
export interface PageRecord {
  readonly kind: 'row' | 'entry'
  readonly values: readonly SqlValue[]
}

const LEAF_OF_TABLE = 0x0d
const LEAF_OF_INDEX = 0x0a
const DEFAULT_PAGE = 4096
const LOG_HEADER = 32
const FRAME_HEADER = 24
/** No record is longer, in bytes: what says so is damaged. */
const MOST_RECORD = 1_000_000

interface Pages {
  readonly size: number
  readonly count: number
  /** A page by its number, from 1; null where there is none. */
  read(number: number): Buffer | null
}

/** The size of pages as the header has it, and where that is damaged as SQLite makes them by default. */
const pageSizeOf = (header: Buffer): number => {
  if (header.length < 18) return DEFAULT_PAGE
  const told = header.readUInt16BE(16)
  const size = told === 1 ? 65_536 : told
  return size >= 512 && (size & (size - 1)) === 0 ? size : DEFAULT_PAGE
}

const readAt = (descriptor: number, position: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, position))
}

/** Where the newest copy of each page lies in a write-ahead log (SQLite, "Database File Format", 4.1). */
const framesOf = (log: number | null, size: number): Map<number, number> => {
  const frames = new Map<number, number>()
  const header = log === null ? null : readAt(log, 0, LOG_HEADER)
  if (log === null || header?.length !== LOG_HEADER || header.readUInt32BE(8) !== size) return frames
  for (let at = LOG_HEADER; ; at += FRAME_HEADER + size) {
    const frame = readAt(log, at, FRAME_HEADER)
    if (frame.length < FRAME_HEADER || !frame.subarray(8, 16).equals(header.subarray(16, 24))) return frames
    frames.set(frame.readUInt32BE(0), at + FRAME_HEADER)
  }
}

const pagesOf = (file: number, log: number | null): Pages => {
  const size = pageSizeOf(readAt(file, 0, 100))
  const frames = framesOf(log, size)
  const inFile = Math.floor(fstatSync(file).size / size)
  return {
    size,
    count: Math.max(inFile, ...frames.keys()),
    read(number) {
      const frame = frames.get(number)
      const bytes =
        frame !== undefined && log !== null
          ? readAt(log, frame, size)
          : readAt(file, (number - 1) * size, size)
      return bytes.length === size ? bytes : null
    },
  }
}

/** A variable-length integer and where it ends. */
const readVarint = (bytes: Buffer, start: number): { value: number; end: number } => {
  let value = 0
  for (let at = start; at < start + 9; at++) {
    const byte = bytes[at] ?? 0
    if (at === start + 8) return { value: value * 256 + byte, end: at + 1 }
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, end: at + 1 }
  }
  return { value, end: start + 9 }
}

/** How much of a record lies in its own page; the rest is in a chain of pages (SQLite, "B-tree Pages"). */
const localLength = (length: number, size: number, kind: PageRecord['kind']): number => {
  const most = kind === 'row' ? size - 35 : Math.floor(((size - 12) * 64) / 255) - 23
  if (length <= most) return length
  const least = Math.floor(((size - 12) * 32) / 255) - 23
  const rest = least + ((length - least) % (size - 4))
  return rest <= most ? rest : least
}

const readPayload = (
  pages: Pages,
  page: Buffer,
  start: number,
  length: number,
  kind: PageRecord['kind'],
): Buffer => {
  const local = localLength(length, pages.size, kind)
  const parts = [page.subarray(start, start + local)]
  let left = length - local
  let next = left > 0 && start + local + 4 <= page.length ? page.readUInt32BE(start + local) : 0
  for (let steps = 0; left > 0 && next > 0 && steps < MOST_RECORD / 500; steps++) {
    const more = pages.read(next)
    if (more === null) break
    parts.push(more.subarray(4, 4 + left))
    left -= Math.min(left, pages.size - 4)
    next = more.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

const integerLengths = [0, 1, 2, 3, 4, 6, 8] as const

/** One value of a record (SQLite, "Record Format"): its serial type says what and how long it is. */
const readValue = (body: Buffer, at: number, type: number): { value: SqlValue; length: number } => {
  const length = integerLengths[type]
  if (length !== undefined && type > 0) {
    if (at + length > body.length) return { value: null, length }
    const value = length === 8 ? Number(body.readBigInt64BE(at)) : body.readIntBE(at, length)
    return { value, length }
  }
  if (type === 7) return { value: at + 8 <= body.length ? body.readDoubleBE(at) : null, length: 8 }
  if (type === 8 || type === 9) return { value: type - 8, length: 0 }
  if (type < 12) return { value: null, length: 0 }
  const bytes = Math.floor((type - 12) / 2)
  return { value: body.toString('utf8', at, at + bytes), length: bytes }
}

const readRecord = (payload: Buffer): SqlValue[] | null => {
  const header = readVarint(payload, 0)
  if (header.value < 2 || header.value > payload.length || header.value > 200) return null
  const values: SqlValue[] = []
  let body = header.value
  for (let at = header.end; at < header.value; ) {
    const type = readVarint(payload, at)
    const read = readValue(payload, body, type.value)
    values.push(read.value)
    at = type.end
    body += read.length
  }
  return body <= payload.length ? values : null
}

function* recordsOf(pages: Pages, number: number): Generator<PageRecord> {
  const page = pages.read(number)
  const start = number === 1 ? 100 : 0
  const type = page?.[start]
  if (!page || (type !== LEAF_OF_TABLE && type !== LEAF_OF_INDEX)) return
  const kind = type === LEAF_OF_TABLE ? 'row' : 'entry'
  const cells = page.readUInt16BE(start + 3)
  if (start + 8 + cells * 2 > page.length) return
  for (let cell = 0; cell < cells; cell++) {
    const at = page.readUInt16BE(start + 8 + cell * 2)
    const length = readVarint(page, at)
    const content = kind === 'row' ? readVarint(page, length.end).end : length.end
    if (at === 0 || content >= page.length || length.value > MOST_RECORD) continue
    const values = readRecord(readPayload(pages, page, content, length.value, kind))
    if (values !== null) yield { kind, values }
  }
}

const openOrNull = (path: string): number | null => {
  try {
    return openSync(path, 'r')
  } catch {
    return null
  }
}

/**
 * Every row and index entry that still lies in the pages of a database file, be it that nothing says any more to which
 * table a page belongs: SQLite is not asked. Rows that were deleted may be among them. Throws errors of the file system.
 */
export function* readRecords(file: string): Generator<PageRecord> {
  const descriptor = openSync(file, 'r')
  const log = openOrNull(`${file}-wal`)
  try {
    const pages = pagesOf(descriptor, log)
    for (let number = 1; number <= pages.count; number++) yield* recordsOf(pages, number)
  } finally {
    closeSync(descriptor)
    if (log !== null) closeSync(log)
  }
}
