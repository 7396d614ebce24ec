import Papa from 'papaparse'
import type { ImportReading } from '../../shared/transfer'
import { FileFailure } from './fileProblem'

export type Separator = ImportReading['separator']

/** One row of a file, or a line that is none. `line`: where it begins, from 1. */
export type FoundRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly problem: 'broken-quotes' | 'too-long' }

/** No row is longer, in characters. */
const MOST_ROW = 1_000_000
/** After so many lines that are none, the file is none either. */
const MOST_BROKEN = 100

interface ParsedPart {
  readonly data: string[][]
  readonly errors: { readonly code: string; readonly row?: number }[]
  readonly meta: { readonly cursor: number }
}
/** Papa's parser itself: it says how far it came, so that a row is never read across pieces without a bound. */
interface RowParser {
  parse(text: string, baseIndex: number, leavesLastRow: boolean): ParsedPart
}
// Papa exports its parser as a constructor ("Exposed for testing and development only"); its types do not say so.
const Parser = Papa.Parser as unknown as new (config: {
  delimiter: string
  newline: string
  quoteChar: string
}) => RowParser

const lineBreaks = /\r\n|\n|\r/g
const countBreaks = (text: string): number => text.match(lineBreaks)?.length ?? 0

/** `\r` only where a file has no other line break. */
const newlineOf = (start: string): string => (!start.includes('\n') && start.includes('\r') ? '\r' : '\n')

const hasOpenQuote = (row: string, separator: Separator): boolean =>
  row.startsWith('"') || row.includes(`${separator}"`)

/**
 * The rows of CSV text that comes in pieces (RFC 4180, with any of four separators), empty lines left out. What
 * cannot be a row is told and reading goes on in the next line; throws `not-understood` where that happens too often.
 */
export async function* readCsvRows(
  pieces: AsyncIterable<string>,
  separator: Separator,
): AsyncGenerator<FoundRow[]> {
  let parser: RowParser | null = null
  let newline = '\n'
  let rest = ''
  let line = 1
  let broken = 0
  /** In a line that was given up and has not ended. */
  let isSkipping = false

  const take = (part: ParsedPart): FoundRow[] => {
    const bad = new Set(part.errors.map((error) => error.row))
    const found: FoundRow[] = []
    part.data.forEach((cells, index) => {
      const at = line
      line += 1 + cells.reduce((sum, cell) => sum + countBreaks(cell.replace(/\r$/, '')), 0)
      const last = cells.at(-1)
      if (newline === '\n' && last?.endsWith('\r')) cells[cells.length - 1] = last.slice(0, -1)
      if (bad.has(index)) found.push({ line: at, problem: 'broken-quotes' })
      else if (cells.some((cell) => cell !== '')) found.push({ line: at, cells })
    })
    return found
  }

  /** Gives the first line of the rest up, and tells what it is. */
  const skipLine = (): FoundRow => {
    broken += 1
    if (broken > MOST_BROKEN) throw new FileFailure('not-understood', line)
    const end = rest.indexOf(newline)
    const problem = hasOpenQuote(end < 0 ? rest : rest.slice(0, end), separator)
      ? 'broken-quotes'
      : 'too-long'
    const found: FoundRow = { line, problem }
    isSkipping = end < 0
    rest = end < 0 ? '' : rest.slice(end + 1)
    if (!isSkipping) line += 1
    return found
  }

  for await (const piece of pieces) {
    if (parser === null) {
      newline = newlineOf(piece)
      parser = new Parser({ delimiter: separator, newline, quoteChar: '"' })
    }
    rest += piece
    if (isSkipping) {
      const end = rest.indexOf(newline)
      isSkipping = end < 0
      rest = end < 0 ? '' : rest.slice(end + 1)
      if (isSkipping) continue
      line += 1
    }
    const part = parser.parse(rest, 0, true)
    const found = take(part)
    rest = rest.slice(part.meta.cursor)
    if (rest.length > MOST_ROW) found.push(skipLine())
    if (found.length > 0) yield found
  }
  while (parser !== null && rest !== '') {
    const part = parser.parse(rest, 0, false)
    if (part.errors.some((error) => error.code === 'MissingQuotes')) {
      // All that follows an open quote would be in its cell: what stands before it is read, its line is not.
      const before = parser.parse(rest, 0, true)
      const found = take(before)
      rest = rest.slice(before.meta.cursor)
      yield [...found, skipLine()]
    } else {
      rest = ''
      const found = take(part)
      if (found.length > 0) yield found
    }
  }
}
