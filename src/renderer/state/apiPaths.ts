import { create } from 'zustand'
import type { ApiPath, ApiPathDetails } from '../../shared/apiPath'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import type { AtWhom } from '../../shared/text/errors'
import { apiPathsText as text } from '../../shared/text/window/apiPaths'
import { call } from '../bridge'
import { closeOperation } from './app'
import { coalesce } from './coalesce'
import { createDetails } from './list/details'
import { type Offer, showDone, showError } from './notices'
import { followTopic } from './topics'

/** The account whose operations are shown. */
export interface PathsAccount {
  readonly id: string
  readonly name: string
  readonly service: AtWhom
}

/** How the operations of one account are asked, in the order of their table. */
export interface ApiPaths {
  readonly accountId: string | null
  /** Null: not read yet. */
  readonly rows: readonly ApiPath[] | null
  readonly error: AppError | null
}

export const useApiPaths = create<ApiPaths>(() => ({ accountId: null, rows: null, error: null }))

const readRows = coalesce(async () => {
  const { accountId } = useApiPaths.getState()
  if (accountId === null) return
  const result = await call('apiPaths.list', { accountId })
  if (useApiPaths.getState().accountId !== accountId) return
  useApiPaths.setState(result.ok ? { rows: result.value, error: null } : { error: result.error })
})

/** Shows the operations of an account; those of the one before go. */
export function lookAtPaths(accountId: string): Promise<void> {
  if (useApiPaths.getState().accountId !== accountId)
    useApiPaths.setState({ accountId, rows: null, error: null })
  return readRows()
}

/** An operation of an account, as one name for both. */
export const pathKey = (accountId: string, operation: string) => `${accountId}/${operation}`

/** How one operation is asked, in full. */
export interface PathDetails extends ApiPathDetails {
  readonly accountId: string
}

/** The operation that is shown in full; its id is its `pathKey`. */
export const pathDetails = createDetails<PathDetails>({
  screen: 'operations',
  async ask(key) {
    const [accountId = '', operation = ''] = key.split('/')
    const result = await call('apiPaths.get', { accountId, operation })
    return result.ok ? ok({ ...result.value, accountId }) : result
  },
  idOf: ({ accountId, operation }) => pathKey(accountId, operation),
})

// The service has no such operation, or the account is gone: nothing is left to show.
pathDetails.use.subscribe(({ id }, before) => {
  if (id === null && before.id !== null) closeOperation()
})

const refreshPaths = () => Promise.all([readRows(), pathDetails.refresh()]).then(() => undefined)
followTopic('api-paths', refreshPaths)

/** Where an operation is asked otherwise, or no more. */
interface Changed {
  readonly account: PathsAccount
  readonly operation: string
}

const putRow = (accountId: string, row: ApiPath) =>
  useApiPaths.setState((now) =>
    now.accountId === accountId && now.rows !== null
      ? { rows: now.rows.map((one) => (one.operation === row.operation ? row : one)) }
      : {},
  )

/** Shows how all operations of an account are asked after a change of many. */
export async function putRows(accountId: string, rows: readonly ApiPath[]): Promise<void> {
  if (useApiPaths.getState().accountId === accountId) useApiPaths.setState({ rows, error: null })
  await pathDetails.refresh()
}

/** What is said about a change. */
interface Telling {
  readonly words: (title: string) => string
  readonly redo: () => void
  /** What can be done next. */
  readonly offer?: (row: ApiPath) => Offer | undefined
}

/** Shows how an operation is asked after a change of it. */
export async function showChanged(
  { account, operation }: Changed,
  changed: Result<ApiPath, AppError>,
  { words, redo, offer }: Telling,
): Promise<boolean> {
  if (!changed.ok) {
    showError(changed.error, { service: account.service, accountId: account.id, operation, redo })
    return false
  }
  putRow(account.id, changed.value)
  showDone(words(changed.value.title), pathKey(account.id, operation), offer?.(changed.value))
  await refreshPaths()
  return true
}

/** Takes the last change of an operation back. */
export const undoPath = async (changed: Changed): Promise<boolean> =>
  showChanged(
    changed,
    await call('apiPaths.undo', { accountId: changed.account.id, operation: changed.operation }),
    { words: text.undone, redo: () => void undoPath(changed) },
  )

/** Has one operation asked as Mailroom has it by itself. */
export async function resetPath(changed: Changed): Promise<boolean> {
  const { account, operation } = changed
  const result = await call('apiPaths.reset', { accountId: account.id, operation })
  const row = result.ok ? result.value.find((one) => one.operation === operation) : undefined
  const reset: Result<ApiPath, AppError> = !result.ok
    ? result
    : row === undefined
      ? { ok: false, error: { kind: 'not-found', what: 'operation' } }
      : ok(row)
  return showChanged(changed, reset, { words: text.wasReset, redo: () => void resetPath(changed) })
}

/** The same with all of an account's. Null: done; else why not. */
export async function resetAllPaths({ id, name }: PathsAccount): Promise<AppError | null> {
  const before = useApiPaths.getState().rows?.filter(({ isChanged }) => isChanged).length ?? 0
  const result = await call('apiPaths.reset', { accountId: id, operation: null })
  if (!result.ok) return result.error
  showDone(text.allReset(before, name), id)
  await putRows(id, result.value)
  return null
}
