import { randomUUID } from 'node:crypto'
import type { AppError } from '../../../shared/errors'
import { ok, type Result } from '../../../shared/result'
import type { Context } from '../context'
import { findReachable, type Reachable } from './listMessages'
import { inboxOf } from './mail'
import { readMessages, unasked } from './refreshMessages'

/** An inbox that somebody looks at is read again so often, and for so long, in milliseconds. */
export const EVERY_MS = 10_000
export const WATCHED_MS = 3 * 60_000

/** What asking again by itself would not change. */
const lasting: ReadonlySet<AppError['kind']> = new Set([
  ...(['no-such-path', 'unproven', 'unauthorized', 'operation-unauthorized', 'invalid-input'] as const),
  ...(['keychain', 'rejected', 'not-in-plan', 'quota'] as const),
])

/**
 * Reads an address's messages, and again every few seconds for three minutes: in the background of what else is asked, and
 * never with the last requests of the hour. What is known to lead nowhere waits for a click. Answers what ends it.
 */
export async function watchMessages(
  context: Context,
  addressId: string,
): Promise<Result<{ watch: string }, AppError>> {
  const found = await findReachable(context, addressId)
  if (!found.ok) return found
  const { id } = found.value.address
  await recallProblem(context, found.value)
  const watch = randomUUID()
  const until = context.clock.now() + WATCHED_MS
  const begun = performance.now()
  const look = () => {
    if (isDue(context, id)) readMessages(context, id, 1, unasked).catch(context.mail.onFault)
  }
  const timer = setInterval(() => {
    // Whatever becomes of the computer's clock meanwhile.
    if (performance.now() - begun >= WATCHED_MS) unwatchMessages(context, watch)
    else look()
  }, EVERY_MS)
  timer.unref()
  context.mail.watches.set(watch, { addressId: id, until, timer, look })
  look()
  context.tellChanged(['messages'])
  return ok({ watch })
}

/** Nobody looks any more. */
export function unwatchMessages(context: Context, watch: string): void {
  const known = context.mail.watches.get(watch)
  if (known === undefined) return
  clearInterval(known.timer)
  context.mail.watches.delete(watch)
  context.tellChanged(['messages'])
}

/** A server without such a path has it for no address of the account; a path that its user has set since is another one. */
async function recallProblem({ store, mail }: Context, { address, account }: Reachable): Promise<void> {
  const inbox = inboxOf(mail, address.id, account.id)
  const last = await store.read('operations.answer', { accountId: account.id, operation: 'messages.list' })
  if (!last.ok) return
  const problem = last.value?.problem ?? null
  if (problem?.kind === 'no-such-path') inbox.problem = problem
  else if (inbox.problem?.kind === 'no-such-path') inbox.problem = null
}

/** Two windows that show the same inbox ask once. */
function isDue({ mail, line }: Context, addressId: string): boolean {
  const { askedAt = null, problem = null } = mail.inboxes.get(addressId) ?? {}
  if (line.isClosed || (problem !== null && lasting.has(problem.kind))) return false
  return askedAt === null || performance.now() - askedAt >= EVERY_MS - 1_000
}
