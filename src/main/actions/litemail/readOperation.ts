import type { AppError, AppErrorOf } from '../../../shared/errors'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { UserFacts } from '../../../shared/litemail/facts'
import { type OperationId, operationOf } from '../../../shared/litemail/operations'
import { err, ok, type Result } from '../../../shared/result'
import type { Exchange } from '../../upstream/exchange'
import { readAnswer } from '../../upstream/litemail/answers'
import { readAnswerAside } from '../../upstream/litemail/largeAnswers'
import type { KnownRead, ReadAnswers } from '../../upstream/litemail/readAnswers'
import { type Inputs, operationRequest } from '../../upstream/litemail/requests'
import { type AskedMap, mapOf } from '../apiPaths/mapOf'
import { judgeUnasked, noteAnswer } from '../apiPaths/noteAnswer'
import type { Context } from '../context'
import { findLitemailAccount } from './account'
import { askLitemail, type LitemailPace, type ReadExchange } from './askLitemail'
import { noteLitemail, noteUser } from './noteLitemail'

/** How a read is asked for. */
export interface ReadWish extends LitemailPace {
  /** What goes into path and query, by the names of the operations table. */
  readonly inputs?: Inputs
  /** '' or left out: without the workspace header. */
  readonly workspaceId?: string
  /**
   * Whose turn it is: a click goes before everything, `window` is a list that somebody looks at, at full speed, `hidden`
   * is slower and behind all others.
   */
  readonly pace: 'click' | 'window' | 'hidden'
  /** Somebody pressed for this very operation; unless said, who pays with a click has. */
  readonly isPressed?: boolean
  /** How long it may wait for its turn, and to be sent again, in milliseconds. */
  readonly waitMs: number
  /** How long each sending may wait for its answer, in milliseconds. */
  readonly timeoutMs: number
}

/**
 * Asks one read of an account and decodes its answer; the key is taken from the keychain when it is needed. A 401 is
 * checked with `users.get`: where the key is good for that, `operation-unauthorized`; else `unauthorized`, and the
 * account's key stands refused. So is a key that nobody has accepted yet: `other-user` where it is not of the account's own
 * user, before anything else is read with it. It is asked as the account's user has it asked, else as the table says; what
 * came of it is remembered. `unproven`: a POST that is said to only read, has not worked here yet, and that nobody clicked;
 * also where `users.get` is one, and would be asked beside what was clicked.
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
  const isPressed = wish.pace === 'click'
  const user: Result<ReadAnswers['users.get'], AppError> = await readUser(context, account, wish, isPressed)
  // `O` is 'users.get' here, which the compiler does not follow.
  return user as Result<ReadAnswers[O], AppError>
}

/** The same, its answer read by `read`; what `users.get` says about the key is not noted then. */
export async function readWith<T>(
  context: Context,
  { id }: LitemailAccount,
  operation: OperationId,
  wish: ReadWish,
  read: ReadExchange<T>,
): Promise<Result<T, AppError>> {
  const account = await findLitemailAccount(context, id)
  if (!account.ok) return account
  // Who presses for one operation has not pressed for another.
  const isUserPressed = wish.pace === 'click' && operation === 'users.get'
  if (account.value.keyStanding !== 'accepted' && !isSilent(context, account.value)) {
    const user = await readUser(context, account.value, paceOf(wish), isUserPressed)
    if (!user.ok && !isUntold(user.error)) return user
  }
  const sent = await send(
    context,
    account.value,
    operation,
    { ...wish, isPressed: wish.isPressed ?? wish.pace === 'click' },
    read,
  )
  if (!sent.ok) return sent
  const { answer } = sent.value
  const told =
    !answer.ok && answer.error.kind === 'unauthorized'
      ? err(await tellRefusal(context, account.value, operation, wish, answer.error, isUserPressed))
      : answer
  await note(context, id, operation, sent.value, told)
  return told
}

/** Asks who the user is, and notes what that says about the key. */
async function readUser(
  context: Context,
  { id }: LitemailAccount,
  wish: ReadWish,
  isPressed: boolean,
): Promise<Result<UserFacts, AppError>> {
  const account = await findLitemailAccount(context, id)
  if (!account.ok) return account
  const sent = await send(context, account.value, 'users.get', { ...wish, isPressed }, (exchange, asked) =>
    readAnswer('users.get', exchange, asked),
  )
  if (!sent.ok) return sent
  const user = sent.value.answer
  await note(context, id, 'users.get', sent.value, user)
  if (!user.ok && isUntold(user.error)) noteSilence(context, account.value)
  if (!user.ok && user.error.kind !== 'unauthorized') return user
  const noted = user.ok
    ? await noteUser(context, account.value, user.value)
    : await noteLitemail(context, account.value, { keyStanding: 'refused' })
  return noted.ok ? user : noted
}

/** Who has a key: the account's own user, or somebody whom the service does not name. */
export type Owner = 'known' | 'untold'

/**
 * For a write, before anything of it leaves: asks whose a key is that nobody has accepted yet. `other-user`, `unauthorized`,
 * or why that cannot be asked now: nothing may be sent with it. So where the account's user is known and the service does not
 * say whose this key is.
 */
export async function askOwner(
  context: Context,
  { id }: LitemailAccount,
  wish: ReadWish,
): Promise<Result<Owner, AppError>> {
  const account = await findLitemailAccount(context, id)
  if (!account.ok) return account
  if (account.value.keyStanding === 'accepted') return ok('known')
  const isAnyones = account.value.userId === null
  if (isAnyones && isSilent(context, account.value)) return ok('untold')
  const user = await readUser(context, account.value, paceOf(wish), false)
  if (user.ok) return ok('known')
  return isAnyones && isUntold(user.error) ? ok('untold') : user
}

/** Whether the key is refused, or only for this operation. Where that cannot be asked now, the reason why. */
async function tellRefusal(
  context: Context,
  account: LitemailAccount,
  operation: OperationId,
  wish: ReadWish,
  refusal: AppErrorOf<'unauthorized'>,
  isUserPressed: boolean,
): Promise<AppError> {
  const user = await readUser(context, account, paceOf(wish), isUserPressed)
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

/** What came of a request, and how it was asked. */
interface Sent<T> {
  readonly answer: Result<T, AppError>
  readonly asked: AskedMap
  readonly exchange: Exchange | null
}

/** An error: it was not sent. */
async function send<T>(
  context: Context,
  account: LitemailAccount,
  operation: OperationId,
  /** `isPressed`: somebody pressed for this very operation. */
  wish: ReadWish & { readonly isPressed: boolean },
  read: ReadExchange<T>,
): Promise<Result<Sent<T>, AppError>> {
  const asked = await mapOf(context, account.id, operationOf(operation))
  if (!asked.ok) return asked
  if (!wish.isPressed) {
    const may = await judgeUnasked(context, account.id, operation, asked.value)
    if (!may.ok) return may
  }
  const request = operationRequest(account, operation, wish, asked.value.map)
  if (!request.ok) return request
  const key = await context.keys.keyFor(request.value.url, account)
  if (!key.ok) return key
  let exchange: Exchange | null = null
  const authorized = { request: request.value, key: key.value, map: asked.value.map }
  const answer = await askLitemail(context, account, authorized, wish, (came, about) => {
    exchange = came
    return read(came, about)
  })
  return ok({ answer, asked: asked.value, exchange })
}

const note = <T>(
  context: Context,
  accountId: string,
  operation: OperationId,
  { asked, exchange }: Sent<unknown>,
  told: Result<T, AppError>,
): Promise<void> =>
  noteAnswer(context, { accountId, operation, asked, problem: told.ok ? null : told.error, exchange })
