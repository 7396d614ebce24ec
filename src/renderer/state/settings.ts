import type { Settings } from '../../shared/settings'
import { call } from '../bridge'
import { createMirror } from './mirror'
import { showError } from './notices'

export const settings = createMirror(() => call('settings.get', {}))

let underWay = 0

/**
 * Changes some settings. The window shows them at once, so that a second change builds on the first; what main kept
 * is what it shows in the end.
 */
export async function changeSettings(change: Partial<Settings>): Promise<boolean> {
  const { data } = settings.use.getState()
  if (data !== null) settings.put({ ...data, ...change })
  underWay += 1
  const result = await call('settings.update', change)
  underWay -= 1
  if (!result.ok) {
    showError(result.error, { redo: () => void changeSettings(change) })
    await settings.refresh()
  } else if (underWay === 0) settings.put(result.value)
  return result.ok
}
