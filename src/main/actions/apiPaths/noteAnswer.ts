import type { AppError } from '../../../shared/errors'
import { perhapsGone } from '../../../shared/litemail/rowReads'
import { err, ok, type Result } from '../../../shared/result'
import { isReadingPost } from '../../rules/apiMap'
import type { Exchange } from '../../upstream/exchange'
import { readShapeAside } from '../../upstream/litemail/largeAnswers'
import type { Context } from '../context'
import type { AskedMap } from './mapOf'

/** What came of an operation is written down no more often than this, as long as it is the same, in milliseconds. */
const SAME_MS = 600_000

/** What says something about how an operation is asked, and not about the key, the network, this computer or one row. */
const telling: ReadonlySet<AppError['kind']> = new Set([
  'no-such-path',
  'operation-unauthorized',
  'bad-response',
  'rejected',
  'service-failed',
  'timeout',
])

/** Reads of one row: as soon as they have worked here, their 404 is about that row. */
const ofOneRow: ReadonlySet<string> = new Set(['mailboxes.get', 'domains.get'])

export interface Answered {
  readonly accountId: string
  readonly operation: string
  /** How it was asked: an answer to what is asked otherwise by now says nothing. */
  readonly asked: AskedMap
  /** Null: it worked. */
  readonly problem: AppError | null
  /** Null where none came. */
  readonly exchange: Exchange | null
}

/**
 * Remembers what came of an operation. Where that cannot be kept, or Mailroom is ending, nothing but the memory of it is
 * lost.
 */
export async function noteAnswer(
  context: Context,
  { accountId, operation, asked, problem, exchange }: Answered,
): Promise<void> {
  if (context.line.isClosed || (problem !== null && !telling.has(problem.kind))) return
  const at = context.clock.now()
  const before = await context.store.read('operations.answer', { accountId, operation })
  if (!before.ok || isSame(before.value, problem, at)) return
  const didWork = typeof before.value?.workedAt === 'number'
  if (didWork && ofOneRow.has(operation) && problem !== null && perhapsGone(problem) !== null) return
  const shape = exchange === null ? null : await readShapeAside(exchange)
  // The store is closed by whoever ends Mailroom, and asked nothing more.
  if (context.line.isClosed) return
  await context.store.write('operations.noteAnswer', {
    accountId,
    operation,
    changedAt: asked.changedAt,
    at,
    problem,
    shape,
  })
}

const isSame = (
  before: { readonly at: number | null; readonly problem: AppError | null } | null,
  problem: AppError | null,
  at: number,
): boolean =>
  before !== null &&
  before.at !== null &&
  Math.abs(at - before.at) < SAME_MS &&
  JSON.stringify(before.problem) === JSON.stringify(problem)

/**
 * Whether an operation may be asked without its user at it: a POST of which only the user says that it reads is asked by
 * itself only once it worked. `unproven` where it may not.
 */
export async function judgeUnasked(
  context: Context,
  accountId: string,
  operation: string,
  { map }: AskedMap,
): Promise<Result<void, AppError>> {
  if (!isReadingPost(map)) return ok(undefined)
  const answer = await context.store.read('operations.answer', { accountId, operation })
  if (!answer.ok) return answer
  return typeof answer.value?.workedAt === 'number' ? ok(undefined) : err({ kind: 'unproven', operation })
}
