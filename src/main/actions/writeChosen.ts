import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { fileNames } from '../../shared/text/files'
import type { ExportFormat, WrittenFile } from '../../shared/transfer'
import { nameOf } from '../transfer/importFile'
import { writeFile } from '../transfer/writeFile'
import type { Context } from './context'

/** So many rows are read at once. */
const PAGE = 500
/** Between one word of progress and the next, in milliseconds. */
const PROGRESS_MS = 100

/** The ids of many rows. A list of as many texts would keep everything else waiting while it comes from the store. */
export interface ManyIds {
  readonly length: number
  slice(from: number, to: number): readonly string[]
}

/** How rows become a file. */
export interface Writing<Row> {
  readonly what: 'addresses' | 'mailboxes' | 'domains'
  readonly format: ExportFormat
  /** Of all rows, in the order of the file. */
  readonly ids: ManyIds
  /** The rows of some ids, in their order; without those that are there no more. */
  read(ids: readonly string[]): Promise<Result<readonly Row[], AppError>>
  /** What stands before all rows of a file that is written at a moment. */
  head(at: number): string
  /** `isFirst`: no row stands before these. */
  piece(rows: readonly Row[], isFirst: boolean): string
  /** What stands behind them. */
  readonly tail: string
  /** So many rows are done, those left out among them: at the beginning, at the end, and ten times a second at most. */
  readonly onProgress?: (done: number, total: number) => void
}

const missing = { addresses: 'address', mailboxes: 'mailbox', domains: 'domain' } as const

/** Tells the first and the last word of progress, and of those between only some. */
const tellingSeldom = (clock: Context['clock'], tell: (done: number, total: number) => void) => {
  let toldAt = Number.NEGATIVE_INFINITY
  return (done: number, total: number): void => {
    const now = clock.monotonic()
    if (done < total && now - toldAt < PROGRESS_MS) return
    toldAt = now
    tell(done, total)
  }
}

/**
 * Writes rows to a file that the user chooses, page by page, whole or not at all. Null where no file was chosen; not-found
 * where there is no row.
 */
export async function writeChosen<Row>(
  { clock, files }: Context,
  writing: Writing<Row>,
): Promise<Result<WrittenFile, AppError>> {
  const { what, format, ids, onProgress = () => undefined } = writing
  if (ids.length === 0) return err({ kind: 'not-found', what: missing[what] })
  const at = clock.now()
  const path = await files.save(format, fileNames.export(at, format, what))
  if (path === null) return ok(null)

  let count = 0
  const tell = tellingSeldom(clock, onProgress)
  async function* pieces(): AsyncGenerator<Result<string, AppError>> {
    tell(0, ids.length)
    yield ok(writing.head(at))
    for (let from = 0; from < ids.length; from += PAGE) {
      const page = await writing.read(ids.slice(from, from + PAGE))
      if (!page.ok) {
        yield page
        return
      }
      yield ok(writing.piece(page.value, count === 0))
      count += page.value.length
      tell(Math.min(from + PAGE, ids.length), ids.length)
    }
    if (writing.tail !== '') yield ok(writing.tail)
  }
  const written = await writeFile(path, pieces())
  return written.ok ? ok({ fileName: nameOf(path), count, bytes: written.value }) : written
}
