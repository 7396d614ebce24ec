import * as z from 'zod'
import type { ImportField, ImportReading } from '../../shared/transfer'
import { splitLabels, unguardCell } from '../rules/csvCell'
import { readCsvRows } from './csvRows'
import { JSON_FORMAT, JSON_VERSION } from './exportText'
import { FileFailure } from './fileProblem'
import { guessReading, saysInUse } from './guessReading'
import { type LineTexts, type ReadLine, readLine } from './importedLine'
import { readJsonElements } from './jsonRows'
import { readText } from './readText'

/** What the parts of an address are called in our JSON. */
const jsonFields: readonly { readonly title: string; readonly field: ImportField }[] = [
  { title: 'address', field: 'address' },
  { title: 'note', field: 'note' },
  { title: 'labels', field: 'labels' },
  { title: 'tag', field: 'tag' },
  { title: 'account', field: 'account' },
  { title: 'createdAt', field: 'created' },
  { title: 'hiddenAt', field: 'hidden' },
]
const jsonReading: ImportReading = {
  format: 'json',
  separator: ',',
  hasHeader: true,
  columns: jsonFields.map(({ field }) => field),
}

/**
 * How a file seems to be meant, as far as the user did not say so. Throws what `onFile` understands: `empty` where it
 * has no text.
 */
export async function guessFile(
  path: string,
  chosen?: Pick<ImportReading, 'format' | 'separator'>,
): Promise<ImportReading> {
  if (chosen?.format === 'json') return jsonReading
  for await (const piece of readText(path)) {
    const start = piece.trimStart()
    if (start === '') continue
    if (chosen !== undefined) return { ...guessReading(piece, chosen.separator), format: chosen.format }
    return start.startsWith('{') || start.startsWith('[') ? jsonReading : guessReading(piece)
  }
  throw new FileFailure('empty')
}

/** The titles of a file's columns; numbers where it has none. */
export async function readTitles(path: string, reading: ImportReading): Promise<string[]> {
  if (reading.format === 'json') return jsonFields.map(({ title }) => title)
  const numbered = reading.columns.map((_, index) => String(index + 1))
  if (!reading.hasHeader) return numbered
  for await (const rows of readCsvRows(readText(path), reading.separator)) {
    const first = rows.find((row) => 'cells' in row)
    if (first && 'cells' in first) return first.cells.slice(0, 200).map(unguardCell)
  }
  return numbered
}

/** Reads every line of a file, some at a time. Throws what `onFile` understands. */
export function readImport(
  path: string,
  reading: ImportReading,
  titles: readonly string[],
): AsyncGenerator<ReadLine[]> {
  return reading.format === 'json' ? readJson(path) : readCsv(path, reading, titles)
}

async function* readCsv(
  path: string,
  { separator, hasHeader, columns }: ImportReading,
  titles: readonly string[],
): AsyncGenerator<ReadLine[]> {
  const columnOf = (field: ImportField): number => columns.indexOf(field)
  const hiddenTitle = titles[columnOf('hidden')]
  const isOpposite = hasHeader && hiddenTitle !== undefined && saysInUse(hiddenTitle)
  const textsOf = (cells: readonly string[]): LineTexts => {
    const cell = (field: ImportField): string => cells[columnOf(field)] ?? ''
    return {
      address: cell('address'),
      note: cell('note'),
      labels: splitLabels(cell('labels')),
      tag: cell('tag'),
      account: cell('account'),
      created: cell('created'),
      hidden: cell('hidden'),
      isOpposite,
    }
  }
  let isFirst = hasHeader
  for await (const rows of readCsvRows(readText(path), separator)) {
    const lines: ReadLine[] = []
    for (const row of rows) {
      if ('problem' in row) {
        lines.push({ line: row.line, row: null, problems: [row.problem], cells: [] })
      } else if (isFirst) {
        isFirst = false
      } else {
        const cells = row.cells.map(unguardCell)
        lines.push({ line: row.line, ...readLine(textsOf(cells)), cells })
      }
    }
    yield lines
  }
}

const head = z.object({ format: z.literal(JSON_FORMAT), version: z.number().int() })
const text = z.string().nullish()
const element = z.object({
  address: z.string(),
  note: text,
  labels: z.array(z.string()).nullish(),
  tag: text,
  account: text,
  createdAt: text,
  hiddenAt: text,
})

const parseJson = (json: string, line: number): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    throw new FileFailure('not-understood', line)
  }
}

const readElement = (json: string, line: number): ReadLine => {
  const parsed = element.safeParse(parseJson(json, line))
  if (!parsed.success) return { line, row: null, problems: ['no-address'], cells: [json] }
  const { address, note, labels, tag, account, createdAt, hiddenAt } = parsed.data
  const texts = {
    address,
    note: note ?? '',
    tag: tag ?? '',
    account: account ?? '',
    created: createdAt ?? '',
    hidden: hiddenAt ?? '',
  }
  return {
    line,
    ...readLine({ ...texts, labels: labels ?? [] }),
    cells: [
      address,
      texts.note,
      (labels ?? []).join(', '),
      texts.tag,
      texts.account,
      texts.created,
      texts.hidden,
    ],
  }
}

async function* readJson(path: string): AsyncGenerator<ReadLine[]> {
  let lines: ReadLine[] = []
  for await (const found of readJsonElements(readText(path))) {
    if ('head' in found) {
      const parsed = head.safeParse(parseJson(found.head, 1))
      // Another program's JSON, or a later Mailroom's, is not guessed at.
      if (!parsed.success || parsed.data.version > JSON_VERSION) throw new FileFailure('not-understood')
      continue
    }
    lines.push(readElement(found.text, found.line))
    if (lines.length === 200) {
      yield lines
      lines = []
    }
  }
  yield lines
}
