import { hostname } from '../../shared/address'
import { type AssignmentField, type AssignmentReading, MOST_ASSIGNED } from '../../shared/assignment'
import { unguardCell } from '../rules/csvCell'
import { demandSame } from './chosenFile'
import { readCsvRows } from './csvRows'
import { FileFailure } from './fileProblem'
import { fieldsByTitles, guessTable } from './guessTable'
import { isEmailAddress } from './importedLine'
import type { ImportFile } from './importFile'
import { readText } from './readText'

/** A list of new mailboxes that its user pasted or chose. */
export type AssignmentSource = { readonly text: string } | { readonly file: ImportFile }

/** One row of such a list: what its columns say, or why it is none. */
export type AssignmentLine =
  | { readonly line: number; readonly texts: Readonly<Partial<Record<AssignmentField, string>>> }
  | { readonly line: number; readonly problem: 'broken-quotes' | 'too-long' | 'too-many' }

export interface AssignmentTable {
  readonly reading: AssignmentReading
  readonly titles: readonly string[]
  readonly examples: readonly (readonly string[])[]
  readonly lines: readonly AssignmentLine[]
}

/** Titles by which a column is known, without case, spaces and marks. */
const titles: Readonly<Record<AssignmentField, readonly string[]>> = {
  address: ['address', 'email', 'emailaddress', 'mailbox', 'mail'],
  firstName: ['firstname', 'first', 'givenname', 'forename', 'vorname'],
  lastName: ['lastname', 'last', 'surname', 'familyname', 'nachname'],
  name: ['name', 'fullname', 'person', 'contact'],
  username: ['username', 'user', 'localpart', 'alias', 'login'],
  domain: ['domain', 'domainname', 'host'],
  workspace: ['workspace', 'workspacename', 'client'],
}

const SHOWN_ROWS = 20
const SHOWN_CHARACTERS = 200

const clean = (cell: string): string => unguardCell(cell).trim()

/** What a column without a title is, by what most of its cells are. */
function kindOf(cells: readonly string[]): 'address' | 'domain' | 'words' {
  const most = (isSo: (cell: string) => boolean) => cells.filter(isSo).length * 2 > cells.length
  if (most(isEmailAddress)) return 'address'
  return most((cell) => hostname.safeParse(cell).success) ? 'domain' : 'words'
}

/** Columns without titles: names come as people write them, and a third word is the user name. */
function columnsByCells(rows: readonly (readonly string[])[], width: number): (AssignmentField | null)[] {
  const kinds = Array.from({ length: width }, (_, index) =>
    kindOf(rows.flatMap((row) => clean(row[index] ?? '') || [])),
  )
  const words = kinds.filter((kind) => kind === 'words').length
  const names: readonly AssignmentField[] = words === 1 ? ['name'] : ['firstName', 'lastName', 'username']
  let next = 0
  const taken = new Set<AssignmentField>()
  return kinds.map((kind) => {
    const field = kind === 'words' ? names[next++] : kind
    if (field === undefined || taken.has(field)) return null
    taken.add(field)
    return field
  })
}

function guess(sample: string, said: AssignmentReading | null): AssignmentReading {
  const { separator, rows, width } = guessTable(sample, said?.separator)
  const [first = []] = rows
  const byTitles = fieldsByTitles(titles, first.map(clean))
  const hasHeader = said?.hasHeader ?? byTitles.some((field) => field !== null)
  const columns = hasHeader
    ? Array.from({ length: width }, (_, index) => byTitles[index] ?? null)
    : columnsByCells(rows, width)
  return { separator, hasHeader, columns }
}

async function* pieceOf(text: string): AsyncGenerator<string> {
  yield text
}

const piecesOf = (source: AssignmentSource): AsyncGenerator<string> =>
  'text' in source ? pieceOf(source.text) : readText(source.file.path)

async function startOf(source: AssignmentSource): Promise<string> {
  for await (const piece of piecesOf(source)) if (piece.trim() !== '') return piece
  throw new FileFailure('empty')
}

/**
 * Reads a list of new mailboxes, as its user says it is meant or as it seems to be. Throws what `onFile` understands: `gone`
 * where the file is not the one that was chosen, `empty` where it has no text.
 */
export async function readAssignmentTable(
  source: AssignmentSource,
  said: AssignmentReading | null,
): Promise<AssignmentTable> {
  if ('file' in source) await demandSame(source.file.path, source.file.print)
  const reading = said !== null && said.columns.length > 0 ? said : guess(await startOf(source), said)
  const lines: AssignmentLine[] = []
  const examples: string[][] = []
  let found = reading.columns.map((_, index) => String(index + 1))
  let isTitle = reading.hasHeader
  for await (const rows of readCsvRows(piecesOf(source), reading.separator)) {
    for (const row of rows) {
      if (isTitle && 'cells' in row) {
        found = row.cells.slice(0, reading.columns.length).map(short)
        isTitle = false
      } else if (lines.length === MOST_ASSIGNED) {
        return {
          reading,
          titles: found,
          examples,
          lines: [...lines, { line: row.line, problem: 'too-many' }],
        }
      } else {
        lines.push('cells' in row ? { line: row.line, texts: textsOf(row.cells, reading) } : row)
        if ('cells' in row && examples.length < SHOWN_ROWS) examples.push(row.cells.map(short))
      }
    }
  }
  return { reading, titles: found, examples, lines }
}

const short = (cell: string): string => clean(cell).slice(0, SHOWN_CHARACTERS)

const textsOf = (cells: readonly string[], { columns }: AssignmentReading) =>
  Object.fromEntries(
    columns.flatMap((field, index) => (field === null ? [] : [[field, clean(cells[index] ?? '')]])),
  )
