import type { Settings } from '../../shared/settings'
import { call } from '../bridge'
import { createMirror } from './mirror'
import { showError } from './notices'

export const settings = createMirror(() => call('settings.get', {}))

/** Changes some settings; what main kept is what the window shows. */
export async function changeSettings(change: Partial<Settings>): Promise<boolean> {
  const result = await call('settings.update', change)
  if (result.ok) settings.put(result.value)
  else showError(result.error, { redo: () => void changeSettings(change) })
  return result.ok
}
