import type { TriedReads } from '../../shared/litemail/fleet'
import { litemailText } from '../../shared/text/window/litemail'
import { call } from '../bridge'
import { createMirror } from './mirror'
import { showDone, showError } from './notices'

/** Every connected Litemail account. */
export const litemailAccounts = createMirror(() => call('litemail.accounts', {}))

/** Whether there is any; null before it is known. Where it could not be read there may be one. */
export const useHasLitemail = (): boolean | null =>
  litemailAccounts.use(({ data, error }) =>
    data === null ? (error === null ? null : true) : data.length > 0,
  )

/** Tries an account's key again; says what Litemail answered. */
export async function checkLitemail(id: string): Promise<void> {
  const result = await call('litemail.check', { id })
  if (result.ok) showDone(litemailText.checked[result.value.check], id)
  else showError(result.error, { service: 'litemail', accountId: id, redo: () => void checkLitemail(id) })
  await litemailAccounts.refresh()
}

/** What was tried at last of an account, or what is tried now; null: nothing yet. */
export const readTried = (id: string) => call('litemail.triedReads', { id })
/** Asks Litemail for everything that can be asked without an id, once. Takes some seconds. */
export const tryReads = (id: string) => call('litemail.tryReads', { id })

/** How many of the reads were answered. */
export const answeredOf = ({ reads }: TriedReads): number =>
  reads.filter(({ problem }) => problem === null).length
