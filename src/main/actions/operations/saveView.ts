import type { Parsed } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { isReading } from '../../../shared/litemail/operations'
import type { OperationView } from '../../../shared/operationAnswer'
import { err, type Result } from '../../../shared/result'
import { judgeFilled } from '../../rules/operationInputs'
import { findAskedOperation } from '../apiPaths/askedAccount'
import type { Context } from '../context'

/** Keeps under a name what an operation was asked; one of the same account and name is replaced. Only reads can be. */
export async function saveOperationView(
  context: Context,
  view: Parsed<'operationViews.save'>,
): Promise<Result<OperationView, AppError>> {
  const asking = await findAskedOperation(context, view.accountId, view.operation)
  if (!asking.ok) return asking
  const { operation } = asking.value
  if (!isReading(operation)) return err({ kind: 'forbidden' })
  const issues = judgeFilled(operation, view.inputs)
  if (issues.length > 0) return err({ kind: 'invalid-input', issues })
  return context.store.write('operationViews.save', view)
}
