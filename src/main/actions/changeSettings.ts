import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import type { SettingsPatch } from '../store/settings'
import type { Context } from './context'

/** What the patch leaves out stays. Credentials that are shown are hidden with what is sensitive; messages are shown anew. */
export async function changeSettings(
  context: Context,
  patch: SettingsPatch,
): Promise<Result<Settings, AppError>> {
  const changed = await context.store.write('settings.update', patch)
  if (changed.ok && changed.value.isSensitiveHidden) context.shown.hide()
  if (changed.ok && patch.isSensitiveHidden !== undefined) context.tellChanged(['messages'])
  return changed
}
