import type { Choice } from '../../../shared/contract'
import type { CredentialExportPlan } from '../../../shared/credentials'
import type { AppError } from '../../../shared/errors'
import type { Mailbox } from '../../../shared/mailbox'
import { err, ok, type Result } from '../../../shared/result'
import { msEach } from '../../rules/plans'
import { idsOf } from '../choice'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { spacingOf } from '../litemail/askLitemail'
import { judgeShowing } from './judgeShowing'

/** So many rows are read from the store at once. */
const PAGE = 500

/** The mailboxes of a choice, in its order; without those that are listed no more. */
export async function chosenMailboxes(
  context: Context,
  what: Choice,
): Promise<Result<readonly Mailbox[], AppError>> {
  const ids = await idsOf(context, what)
  if (!ids.ok) return ids
  const mailboxes: Mailbox[] = []
  for (let from = 0; from < ids.value.length; from += PAGE) {
    const some = await context.store.read('mailboxes.several', ids.value.slice(from, from + PAGE))
    if (!some.ok) return some
    mailboxes.push(...some.value)
  }
  return mailboxes.length === 0 ? err({ kind: 'not-found', what: 'mailbox' }) : ok(mailboxes)
}

/**
 * What writing the credentials of a choice to a file takes: a request for each mailbox, and so the time that Litemail's limit
 * asks for. Nothing is asked. `hidden` while what is sensitive is hidden.
 */
export async function planCredentialExport(
  context: Context,
  what: Choice,
): Promise<Result<CredentialExportPlan, AppError>> {
  const may = await judgeShowing(context)
  if (!may.ok) return may
  const mailboxes = await chosenMailboxes(context, what)
  if (!mailboxes.ok) return mailboxes
  let ms = 0
  for (const [accountId, count] of countsBy(mailboxes.value)) {
    const account = await findLitemailAccount(context, accountId)
    if (!account.ok) return account
    ms += count * msEach(spacingOf(account.value, { pace: 'window' }))
  }
  return ok({ count: mailboxes.value.length, ms: Math.round(ms) })
}

function countsBy(mailboxes: readonly Mailbox[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { accountId } of mailboxes) counts.set(accountId, (counts.get(accountId) ?? 0) + 1)
  return counts
}
