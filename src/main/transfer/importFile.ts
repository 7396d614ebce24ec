import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ImportPreview, ImportReading, LineReport } from '../../shared/transfer'
import { demandSame, type FilePrint, takePrint } from './chosenFile'
import { FileFailure } from './fileProblem'
import type { ReadLine } from './importedLine'
import { guessFile, readImport, readTitles } from './readImport'

/** No file to be imported is larger. */
const MOST_IMPORT_BYTES = 200 * 1024 * 1024

/** A file to be imported, as it was when it was chosen. Everything of it throws what `onFile` understands. */
export interface ImportFile {
  readonly path: string
  readonly print: FilePrint
}

export const openImportFile = async (path: string): Promise<ImportFile> => ({
  path,
  print: await takePrint(path, MOST_IMPORT_BYTES),
})

/** `chosen`: what the user said of the file; the rest is found. */
export const guessImport = (
  { path }: ImportFile,
  chosen?: Pick<ImportReading, 'format' | 'separator'>,
): Promise<ImportReading> => guessFile(path, chosen)

/** Told of each line that is to be taken, or that is not. */
export type LineListener = (lines: readonly ReadLine[]) => Promise<void>

// 48 bits tell a million addresses apart without holding them; two that are taken for one cost a line in the report.
const markOf = (email: string): number => createHash('sha256').update(email).digest().readUIntBE(0, 6)

const MOST_REPORTED = 1_000
/** So many lines are handed on at once. */
const HANDED_LINES = 200

/** Counts what is wrong with lines; the first thousand are kept. */
const createReporting = () => {
  const seen = new Set<number>()
  const problems: LineReport[] = []
  let count = 0
  const report = (found: LineReport): void => {
    count += 1
    if (problems.length < MOST_REPORTED) problems.push(found)
  }
  return {
    problems,
    get count() {
      return count
    },
    note({ line, row, problems: found }: ReadLine): void {
      for (const problem of found) report({ line, problem, isTaken: row !== null })
      if (row === null) return
      const mark = markOf(row.email.toLowerCase())
      if (seen.has(mark)) report({ line, problem: 'twice', isTaken: true })
      else seen.add(mark)
    },
  }
}

const SHOWN_ROWS = 20
const SHOWN_CHARACTERS = 200

/** Reads the whole file as `reading` says, and shows how it begins. `count` is told of the lines that can be taken. */
export async function scanImport(
  file: ImportFile,
  reading: ImportReading,
  onLines: LineListener,
): Promise<Pick<ImportPreview, 'titles' | 'rows' | 'total' | 'problems' | 'problemCount'>> {
  await demandSame(file.path, file.print)
  const titles = await readTitles(file.path, reading)
  const reporting = createReporting()
  const rows: string[][] = []
  let total = 0
  for await (const batch of readImport(file.path, reading, titles)) {
    for (let from = 0; from < batch.length; from += HANDED_LINES) {
      const lines = batch.slice(from, from + HANDED_LINES)
      total += lines.length
      for (const line of lines) {
        reporting.note(line)
        if (rows.length < SHOWN_ROWS) rows.push(line.cells.map((cell) => cell.slice(0, SHOWN_CHARACTERS)))
      }
      await onLines(lines)
    }
  }
  if (total === 0) throw new FileFailure('empty')
  // What was read while somebody wrote to it is no whole file.
  await demandSame(file.path, file.print)
  const shownTitles = titles.map((title) => title.slice(0, SHOWN_CHARACTERS))
  return { titles: shownTitles, rows, total, problems: reporting.problems, problemCount: reporting.count }
}

export const nameOf = (path: string): string => basename(path)
