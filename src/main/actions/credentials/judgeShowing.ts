import type { AppError } from '../../../shared/errors'
import { err, ok, type Result } from '../../../shared/result'
import type { Context } from '../context'

/** Nothing is shown or copied while what is sensitive is hidden. */
export async function judgeShowing(context: Context): Promise<Result<void, AppError>> {
  const settings = await context.store.read('settings.get')
  if (!settings.ok) return settings
  return settings.value.isSensitiveHidden ? err({ kind: 'hidden', why: 'sensitive' }) : ok(undefined)
}
