import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { AppError } from '../../shared/errors'
import type { BegunExport, NotExported, NotExportedWish } from '../../shared/exports'
import type { Platform } from '../../shared/litemail/exporting'
import type { Result } from '../../shared/result'
import { call } from '../bridge'
import { openDialog } from './app'
import { showError } from './notices'

/** What main answered to a question, and to which. */
interface Told<Wish, T> {
  readonly wish: Wish | null
  readonly data: T | null
  readonly error: AppError | null
}

interface Telling<Wish, T> {
  readonly use: UseBoundStore<StoreApi<Told<Wish, T>>>
  /** What was told of another question goes at once; an answer to one that is not asked any more is not taken. */
  readonly read: (wish: Wish) => Promise<void>
}

function createTelling<Wish, T>(ask: (wish: Wish) => Promise<Result<T, AppError>>): Telling<Wish, T> {
  const use = create<Told<Wish, T>>(() => ({ wish: null, data: null, error: null }))
  const isAsked = (wish: Wish) => JSON.stringify(use.getState().wish) === JSON.stringify(wish)
  return {
    use,
    async read(wish) {
      if (!isAsked(wish)) use.setState({ wish, data: null, error: null })
      const told = await ask(wish)
      if (isAsked(wish)) use.setState(told.ok ? { data: told.value, error: null } : { error: told.error })
    },
  }
}

/** The last exports of an account from here, by its id. */
export const begunExports = createTelling<string, BegunExport[]>((accountId) =>
  call('exports.begun', { accountId }),
)

/** Mailboxes that no accepted export from here had. */
export const notExported = createTelling<NotExportedWish, NotExported>((wish) =>
  call('exports.notExported', wish),
)

/** Opens the wizard for exactly these, as they are now. */
export async function exportMissing(wish: NotExportedWish, platform: Platform | null): Promise<void> {
  const chosen = await call('exports.chooseNotExported', wish)
  if (!chosen.ok) {
    showError(chosen.error, { service: 'litemail', redo: () => void exportMissing(wish, platform) })
    return
  }
  const { snapshot, count } = chosen.value
  openDialog({ kind: 'export-to-platform', what: { snapshot, except: [] }, count, platform })
}
