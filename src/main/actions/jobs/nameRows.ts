import type { Domain } from '../../../shared/domain'
import type { AppError } from '../../../shared/errors'
import { operationOf } from '../../../shared/litemail/operations'
import { isWritingId, writingOf } from '../../../shared/litemail/writing'
import type { Mailbox } from '../../../shared/mailbox'
import { MOST_PLANNED, type PlanWish, type RowsWish } from '../../../shared/plan'
import { err, ok, type Result } from '../../../shared/result'
import { idsOf } from '../choice'
import type { Context } from '../context'
import { inPieces } from './inPieces'
import { rowsPrepared } from './prepareRows'

/**
 * A wish with each of its rows named: of a choice those that it holds now, by the ids of the service and the workspace that
 * they were read with. Rows that are listed no more are left out and counted, and so are those of which the service has told
 * no id; `not-found` where none is listed. `invalid-input`: rows of which it has told no id at all, of
 * several accounts, more than a plan may hold, or rows that the operation is not about.
 */
export async function nameRows(context: Context, wish: PlanWish): Promise<Result<RowsWish, AppError>> {
  const { of, ...asked } = wish
  if ('rows' in of) return ok({ ...asked, ...of, lost: 0, unnamed: 0 })
  if ('prepared' in of) return rowsPrepared(context, asked, of.prepared)
  const { list, choice, inputs } = of
  if (!isWritingId(asked.operation)) return err({ kind: 'not-found', what: 'operation' })
  const { about } = writingOf(asked.operation)
  const noun = list === 'mailboxes' ? 'mailbox' : 'domain'
  if (about?.noun !== noun) return err({ kind: 'invalid-input', issues: ['list: other'] })
  const ids = await idsOf(context, choice)
  if (!ids.ok) return ids
  if (ids.value.length > MOST_PLANNED) return err({ kind: 'invalid-input', issues: ['rows: too many'] })
  const found = await inPieces<string, Domain | Mailbox>(ids.value, (some) =>
    list === 'mailboxes'
      ? context.store.read('mailboxes.several', some)
      : context.store.read('domains.several', some),
  )
  if (!found.ok) return found
  const [first] = found.value
  if (first === undefined) return err({ kind: 'not-found', what: noun })
  if (found.value.some(({ accountId }) => accountId !== first.accountId)) {
    return err({ kind: 'invalid-input', issues: ['accountId: several'] })
  }
  const isSeveral = operationOf(asked.operation).input.some(
    ({ name, type }) => name === about.input && type === 'ids',
  )
  const rows = found.value.flatMap(({ workspaceId, serviceId }) =>
    serviceId === null
      ? []
      : [{ workspaceId, inputs: { ...inputs, [about.input]: isSeveral ? [serviceId] : serviceId } }],
  )
  // Domains that are known from their mailboxes alone have no id that the service could be told.
  if (rows.length === 0) return err({ kind: 'invalid-input', issues: ['rows: no ids'] })
  return ok({
    ...{ ...asked, accountId: first.accountId, rows },
    lost: ids.value.length - found.value.length,
    unnamed: found.value.length - rows.length,
  })
}
