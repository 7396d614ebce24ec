import type { AppError } from '../../../shared/errors'
import type { PathsAccount } from '../../state/apiPaths'
import type { Mirror } from '../../state/mirror'

/** What is known of the accounts whose operations are shown. */
export interface ChosenAccount {
  readonly all: readonly PathsAccount[]
  /** The one that is shown. */
  readonly account: PathsAccount | undefined
  /** Why not all of them are known. */
  readonly error: AppError | null
  /** Which one is shown is still being found out. */
  readonly isReading: boolean
}

type Accounts = Pick<Mirror<readonly PathsAccount[]>, 'data' | 'error'>

/**
 * The account whose operations are shown: the one that is asked for, else the first. As long as the one that is asked for
 * may be among those that are not known, no other stands in its place.
 */
export function chosenAccount(wanted: string | null, litemail: Accounts, likedo: Accounts): ChosenAccount {
  const all = [...(litemail.data ?? []), ...(likedo.data ?? [])]
  const found = all.find(({ id }) => id === wanted)
  const error = litemail.error ?? likedo.error
  const isWhole = litemail.data !== null && likedo.data !== null
  const isFirstMeant = isWhole || (wanted === null && error !== null)
  const account = found ?? (isFirstMeant ? all[0] : undefined)
  return { all, account, error, isReading: account === undefined && !isWhole && error === null }
}
