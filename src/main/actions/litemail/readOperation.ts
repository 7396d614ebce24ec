import type { AppError, AppErrorOf } from '../../../shared/errors'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { UserFacts } from '../../../shared/litemail/facts'
import type { OperationId } from '../../../shared/litemail/operations'
import { err, type Result } from '../../../shared/result'
import { readAnswer } from '../../upstream/litemail/answers'
import { readAnswerAside } from '../../upstream/litemail/largeAnswers'
import type { KnownRead, ReadAnswers } from '../../upstream/litemail/readAnswers'
import { operationRequest } from '../../upstream/litemail/requests'
import type { Context } from '../context'
import { findLitemailAccount } from './account'
import { askLitemail, type LitemailPace, type ReadExchange } from './askLitemail'
import { noteLitemail, noteUser, noteWorked } from './noteLitemail'

/** How a read is asked for. */
export interface ReadWish extends LitemailPace {
  /** What goes into path and query, by the names of the operations table. */
  readonly inputs?: Readonly<Record<string, string | number>>
  /** '' or left out: without the workspace header. */
  readonly workspaceId?: string
  /**
   * Whose turn it is: a click goes before everything, `window` is a list that somebody looks at, at full speed, `hidden`
   * is slower and behind all others.
   */
  readonly pace: 'click' | 'window' | 'hidden'
  /** How long it may wait for its turn, and to be sent again, in milliseconds. */
  readonly waitMs: number
  /** How long each sending may wait for its answer, in milliseconds. */
  readonly timeoutMs: number
}

/**
 * Asks one read of an account and decodes its answer; the key is taken from the keychain when it is needed. A 401 is
 * checked with `users.get`: where the key is good for that, `operation-unauthorized`; else `unauthorized`, and the
 * account's key stands refused. So is a key that nobody has accepted yet: `other-user` where it is not of the account's own
 * user, before anything else is read with it. A success is remembered as "worked here".
 */
export async function readOperation<O extends KnownRead>(
  context: Context,
  account: LitemailAccount,
  operation: O,
  wish: ReadWish,
): Promise<Result<ReadAnswers[O], AppError>> {
  if (operation !== 'users.get') {
    return readWith(context, account, operation, wish, (exchange, asked) =>
      readAnswerAside(operation, exchange, asked),
    )
  }
  const user: Result<ReadAnswers['users.get'], AppError> = await readUser(context, account, wish)
  // `O` is 'users.get' here, which the compiler does not follow.
  return user as Result<ReadAnswers[O], AppError>
}

/** The same of any read but `users.get`, its answer read by `read`. */
export async function readWith<T>(
  context: Context,
  { id }: LitemailAccount,
  operation: OperationId,
  wish: ReadWish,
  read: ReadExchange<T>,
): Promise<Result<T, AppError>> {
  const account = await findLitemailAccount(context, id)
  if (!account.ok) return account
  if (account.value.keyStanding !== 'accepted' && !isSilent(context, account.value)) {
    const user = await readUser(context, account.value, paceOf(wish))
    if (!user.ok && !isUntold(user.error)) return user
  }
  const answered = await send(context, account.value, operation, wish, read)
  if (answered.ok) await noteWorked(context, id, operation)
  return !answered.ok && answered.error.kind === 'unauthorized'
    ? err(await tellRefusal(context, account.value, operation, wish, answered.error))
    : answered
}

/** Asks who the user is, and notes what that says about the key. */
async function readUser(
  context: Context,
  { id }: LitemailAccount,
  wish: ReadWish,
): Promise<Result<UserFacts, AppError>> {
  const account = await findLitemailAccount(context, id)
  if (!account.ok) return account
  const user = await send(context, account.value, 'users.get', wish, (exchange, asked) =>
    readAnswer('users.get', exchange, asked),
  )
  if (!user.ok && isUntold(user.error)) noteSilence(context, account.value)
  if (!user.ok && user.error.kind !== 'unauthorized') return user
  if (user.ok) await noteWorked(context, id, 'users.get')
  const noted = user.ok
    ? await noteUser(context, account.value, user.value)
    : await noteLitemail(context, account.value, { keyStanding: 'refused' })
  return noted.ok ? user : noted
}

/** Whether the key is refused, or only for this operation. Where that cannot be asked now, the reason why. */
async function tellRefusal(
  context: Context,
  account: LitemailAccount,
  operation: OperationId,
  wish: ReadWish,
  refusal: AppErrorOf<'unauthorized'>,
): Promise<AppError> {
  const user = await readUser(context, account, paceOf(wish))
  if (user.ok) return { kind: 'operation-unauthorized', operation, message: refusal.message }
  return user.error.kind === 'unauthorized' || isUntold(user.error) ? refusal : user.error
}

/** The service answers, and does not say who the user is. */
const isUntold = (error: AppError): boolean =>
  error.kind === 'no-such-path' ||
  error.kind === 'rejected' ||
  (error.kind === 'bad-response' && error.problem === 'shape')

/** A service that does not say whose a key is is not asked again before each read of it, for so long, in milliseconds. */
const SILENT_MS = 10 * 60_000

/** When which key was found to be of nobody, by account; as long as a context lasts. */
const silences = new WeakMap<Context['store'], Map<string, { keyGeneration: number; at: number }>>()

function noteSilence({ store, clock }: Context, { id, keyGeneration }: LitemailAccount): void {
  const known = silences.get(store) ?? new Map()
  silences.set(store, known.set(id, { keyGeneration, at: clock.monotonic() }))
}

/** Whether the service did not say just now whose this key is. */
function isSilent({ store, clock }: Context, { id, keyGeneration }: LitemailAccount): boolean {
  const silence = silences.get(store)?.get(id)
  return silence?.keyGeneration === keyGeneration && clock.monotonic() - silence.at < SILENT_MS
}

const paceOf = ({ pace, waitMs, timeoutMs }: ReadWish): ReadWish => ({ pace, waitMs, timeoutMs })

async function send<T>(
  context: Context,
  account: LitemailAccount,
  operation: OperationId,
  wish: ReadWish,
  read: ReadExchange<T>,
): Promise<Result<T, AppError>> {
  const request = operationRequest(account, operation, wish)
  if (!request.ok) return request
  const key = await context.keys.keyFor(request.value.url, account)
  if (!key.ok) return key
  return askLitemail(context, account, { request: request.value, key: key.value }, wish, read)
}
