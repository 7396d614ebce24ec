import type { AppError } from '../../../shared/errors'
import { ok, type Result } from '../../../shared/result'
import type { Context } from '../context'
import { judgeShowing } from '../credentials/judgeShowing'

/** Whether codes and links of messages are masked. */
export async function isMasking(context: Context): Promise<Result<boolean, AppError>> {
  const may = await judgeShowing(context)
  if (may.ok) return ok(false)
  return may.error.kind === 'hidden' ? ok(true) : may
}
