import type { AppError } from '../../../shared/errors'
import { ok, type Result } from '../../../shared/result'
import { fileNames } from '../../../shared/text/files'
import type { WrittenFile } from '../../../shared/transfer'
import { nameOf } from '../../transfer/importFile'
import { jobCsv } from '../../transfer/jobCsv'
import { writeFile } from '../../transfer/writeFile'
import type { Context } from '../context'
import { findJob } from './steerJob'

/** So many rows are read at once. */
const PAGE = 500

/** Writes every row of a job, with how it stands, to a CSV file that the user chooses. Null where none was chosen. */
export async function reportJob(
  context: Context,
  { id, requestId }: { id: string; requestId: string },
): Promise<Result<WrittenFile, AppError>> {
  const { store, files, clock, tellProgress } = context
  const job = await findJob(context, id)
  if (!job.ok) return job
  const counts = await store.read('jobs.counts', id)
  if (!counts.ok) return counts
  const total = Object.values(counts.value).reduce((sum, count) => sum + count, 0)
  const path = await files.save('csv', fileNames.jobReport(clock.now()))
  if (path === null) return ok(null)
  let count = 0
  async function* pieces(): AsyncGenerator<Result<string, AppError>> {
    yield ok(jobCsv.head)
    for (let offset = 0; ; offset += PAGE) {
      const rows = await store.read('jobs.rows', { jobId: id, offset, limit: PAGE })
      if (!rows.ok) {
        yield rows
        return
      }
      if (rows.value.length === 0) return
      yield ok(jobCsv.piece(rows.value))
      count += rows.value.length
      tellProgress({ requestId, done: count, total })
    }
  }
  const written = await writeFile(path, pieces())
  return written.ok ? ok({ fileName: nameOf(path), count, bytes: written.value }) : written
}
