import type { AppErrorOf } from '../../shared/errors'
import { err } from '../../shared/result'
import type { Store } from '../store/store'

/** Stands in for a store that could not be opened: every call says why, so nothing is ever sent. */
export function createBrokenStore(problem: AppErrorOf<'storage'>): Store {
  return {
    read: async () => err(problem),
    write: async () => err(problem),
    onChanged: () => () => undefined,
    close: async () => undefined,
  }
}
