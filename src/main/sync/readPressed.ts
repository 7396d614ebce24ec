import type { Output } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import type { AskedOperation } from '../../shared/operationAnswer'
import type { Result } from '../../shared/result'
import { findAskedOperation } from '../actions/apiPaths/askedAccount'
import { mapOf } from '../actions/apiPaths/mapOf'
import { judgeUnasked } from '../actions/apiPaths/noteAnswer'
import type { Context } from '../actions/context'
import type { AnswerLinks } from '../actions/operations/answerLinks'
import { readOperationAnswer } from '../actions/operations/readAnswer'
import { readRepaired } from './readRepaired'

/**
 * Asks an operation because somebody pressed a button (`readOperationAnswer`). Where that is the first time that a POST which
 * is said to only read has worked, the list that waited for it is read at once.
 */
export async function readPressed(
  context: Context,
  links: AnswerLinks,
  asked: AskedOperation,
): Promise<Result<Output<'operations.read'>, AppError>> {
  const waited = await isUnproven(context, asked)
  const read = await readOperationAnswer(context, links, asked)
  // Whatever stands against reading a list, this was answered.
  if (waited && !(await isUnproven(context, asked)))
    await readRepaired(context, asked.accountId, [asked.operation])
  return read
}

async function isUnproven(context: Context, { accountId, operation: id }: AskedOperation): Promise<boolean> {
  const asking = await findAskedOperation(context, accountId, id)
  const asked = asking.ok ? await mapOf(context, accountId, asking.value.operation) : asking
  if (!asked.ok) return false
  const may = await judgeUnasked(context, accountId, id, asked.value)
  return !may.ok && may.error.kind === 'unproven'
}
