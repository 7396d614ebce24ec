import type { Parsed } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { ok, type Result } from '../../../shared/result'
import { fileNames } from '../../../shared/text/files'
import type { WrittenFile } from '../../../shared/transfer'
import { activityCsv } from '../../transfer/activityCsv'
import { nameOf } from '../../transfer/importFile'
import { writeFile } from '../../transfer/writeFile'
import type { Context } from '../context'

/** So many rows are read at once. */
const PAGE = 500

/** Writes the rows of Activity that a view shows to a CSV file that the user chooses. Null where none was chosen. */
export async function exportActivity(
  { store, files, clock, tellProgress }: Context,
  { requestId, view }: Parsed<'activity.export'>,
): Promise<Result<WrittenFile, AppError>> {
  const now = clock.now()
  const path = await files.save('csv', fileNames.activity(now))
  if (path === null) return ok(null)
  let count = 0
  async function* pieces(): AsyncGenerator<Result<string, AppError>> {
    yield ok(activityCsv.head)
    for (;;) {
      const page = await store.read('activity.list', { offset: count, limit: PAGE, view, now })
      if (!page.ok) {
        yield page
        return
      }
      const { rows, total } = page.value
      if (rows.length === 0) return
      yield ok(activityCsv.piece(rows))
      count += rows.length
      tellProgress({ requestId, done: count, total })
    }
  }
  const written = await writeFile(path, pieces())
  return written.ok ? ok({ fileName: nameOf(path), count, bytes: written.value }) : written
}
