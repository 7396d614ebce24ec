import type { AppError } from '../../shared/errors'
import { call } from '../bridge'
import { appInfo } from './app'
import { readFirst } from './first'
import { createMirror } from './mirror'

/** What became of a damaged data file; null where nothing waits for the user. */
export const recovery = createMirror(() => call('recovery.get', {}))

/** Goes on with what was chosen: `readable`, `nothing`, or the id of a local copy. Answers why it did not. */
export async function takeRecovery(from: string): Promise<AppError | null> {
  const taken = await call('recovery.take', { from })
  if (!taken.ok) return taken.error
  // The page goes when main says that nothing waits any more; the lists are what was chosen.
  readFirst()
  await appInfo.refresh()
  return null
}
