import { isAnswerKept } from '../../../shared/answerKeeping'
import type { Output } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { isReading } from '../../../shared/litemail/operations'
import type { AskedOperation, DatedAnswer, OperationAnswer } from '../../../shared/operationAnswer'
import { err, ok, type Result } from '../../../shared/result'
import { judgeFilled, judgeSent } from '../../rules/operationInputs'
import { findAskedOperation } from '../apiPaths/askedAccount'
import { mapOf } from '../apiPaths/mapOf'
import type { Context } from '../context'
import { type AnswerLinks, holdAnswerLink } from './answerLinks'
import { askRead } from './askRead'

/**
 * Asks an operation that only reads, because somebody pressed a button, and keeps what it answers, credentials left out, as
 * far as that is kept. `forbidden`: it does more than read.
 */
export async function readOperationAnswer(
  context: Context,
  links: AnswerLinks,
  asked: AskedOperation,
): Promise<Result<Output<'operations.read'>, AppError>> {
  const asking = await findAskedOperation(context, asked.accountId, asked.operation)
  if (!asking.ok) return asking
  const { account, operation } = asking.value
  if (!isReading(operation)) return err({ kind: 'forbidden' })
  const issues = judgeFilled(operation, asked.inputs)
  if (issues.length > 0) return err({ kind: 'invalid-input', issues })
  const { service } = account
  const map = await mapOf(context, asked.accountId, operation)
  if (!map.ok) return map
  const unsent = judgeSent(operation, map.value.map, asked.inputs)
  if (unsent.length > 0) return err({ kind: 'invalid-input', issues: unsent })
  const read = await askRead(context, service, asked)
  if (!read.ok) return read
  const { page, ...told } = read.value
  const shown: OperationAnswer = { ...told, at: context.clock.now() }
  if (isAnswerKept(service, operation)) {
    // One that cannot be written down is shown all the same.
    await context.store.write('operations.keepAnswer', {
      ...{ asked, askedSince: map.value.changedAt },
      answer: shown,
    })
  }
  return ok({
    ...shown,
    askedSince: map.value.changedAt,
    link: page === null ? null : holdAnswerLink(links, page),
  })
}

/** What was answered to exactly this at last; null: nothing is kept. What was answered to another way of asking is gone. */
export async function readKeptAnswer(
  context: Context,
  asked: AskedOperation,
): Promise<Result<DatedAnswer | null, AppError>> {
  const asking = await findAskedOperation(context, asked.accountId, asked.operation)
  if (!asking.ok) return asking
  const { operation } = asking.value
  // Before what is kept, so that no answer passes for one to a way that is younger than it.
  const map = await mapOf(context, asked.accountId, operation)
  if (!map.ok) return map
  const kept = await context.store.read('operations.keptAnswer', asked)
  if (!kept.ok) return kept
  return ok(kept.value === null ? null : { ...kept.value, askedSince: map.value.changedAt })
}

/** Where an answer led, by its id; `not-found` once it is forgotten. */
export function findAnswerPage(links: AnswerLinks, id: string): Result<string, AppError> {
  const href = links.get(id)
  return href === undefined ? err({ kind: 'not-found', what: 'operation' }) : ok(href)
}
