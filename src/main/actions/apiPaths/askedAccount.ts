import type { AppError } from '../../../shared/errors'
import { likedoOperations } from '../../../shared/likedo/operations'
import type { AnyOperation } from '../../../shared/litemail/operation'
import { operations } from '../../../shared/litemail/operations'
import { err, ok, type Result } from '../../../shared/result'
import { isConfirmed, isTableMap, type MapServer } from '../../rules/apiMap'
import type { KeptMap } from '../../store/apiMaps'
import type { KeyHeader } from '../../upstream/authorize'
import type { Context } from '../context'

/** An account of any service, and what that can be asked. */
export interface AskedAccount {
  readonly id: string
  readonly service: 'likedo' | 'litemail'
  readonly server: MapServer
  /** How it says who asks, unless a map says otherwise. */
  readonly keyHeader: KeyHeader
  readonly operations: readonly AnyOperation[]
}

/** The account of this id, of any service, as long as it is not removed. */
export async function findAskedAccount(
  { store }: Context,
  id: string,
): Promise<Result<AskedAccount, AppError>> {
  const litemail = await store.read('litemail.account', id)
  if (!litemail.ok) return litemail
  if (litemail.value !== null && litemail.value.removedAt === null) {
    const { origin, basePath, authentication } = litemail.value
    const keyHeader = authentication === 'jwt' ? 'bearer' : 'x-api-key'
    return ok({ id, service: 'litemail', server: { origin, basePath }, keyHeader, operations })
  }
  const likedo = await store.read('accounts.get', id)
  if (!likedo.ok) return likedo
  if (likedo.value === null || likedo.value.removedAt !== null) {
    return err({ kind: 'not-found', what: 'account' })
  }
  const server = { origin: likedo.value.origin, basePath: '' }
  return ok({ id, service: 'likedo', server, keyHeader: 'bearer', operations: likedoOperations })
}

/** An operation that an account's service has. */
export function findOperation(account: AskedAccount, id: string): Result<AnyOperation, AppError> {
  const operation = account.operations.find((one) => one.id === id)
  return operation === undefined ? err({ kind: 'not-found', what: 'operation' }) : ok(operation)
}

/** The account of this id, and the operation of its service; see `findAskedAccount` and `findOperation`. */
export async function findAskedOperation(
  context: Context,
  accountId: string,
  id: string,
): Promise<Result<{ readonly account: AskedAccount; readonly operation: AnyOperation }, AppError>> {
  const account = await findAskedAccount(context, accountId)
  if (!account.ok) return account
  const operation = findOperation(account.value, id)
  return operation.ok ? ok({ account: account.value, operation: operation.value }) : operation
}

/** Whether an account has an operation asked otherwise than the table says, by what is kept of it. */
export function isChangedMap(account: AskedAccount, { operation: id, map }: KeptMap): boolean {
  const operation = account.operations.find((one) => one.id === id)
  return operation === undefined || !isTableMap(operation, map)
}

/** Whether it was read how an operation is asked: in a sample or a file of its documentation, or by who made the table. */
export const isDocumented = ({ evidence }: AnyOperation, kept: KeptMap | null): boolean =>
  kept === null ? evidence === 'documented' : isConfirmed(kept.source)
