import * as z from 'zod'
import type { Created } from '../../shared/address'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import type { Context } from '../actions/context'
import { createAddress } from '../actions/createAddress'
import { type CreateOrder, createOrder } from '../desktop/commandLine'

/** What one start of Mailroom asks of the one that runs already. */
export const handOver = z.strictObject({
  requestId: z.uuid(),
  create: createOrder.nullable(),
})
export type HandOver = z.infer<typeof handOver>

/** Carries out an address order of the command line. The same request id again gets the same ending. */
export function runOrder(
  context: Context,
  requestId: string,
  order: CreateOrder,
): Promise<Result<Created, AppError>> {
  const { localPart, style, domain, tag, note } = order
  return createAddress(context, {
    requestId,
    via: 'command',
    account: order.account,
    wish: {
      ...(localPart === null ? {} : { localPart }),
      ...(style === null ? {} : { style }),
      ...(domain === null ? {} : { domain }),
      ...(tag === null ? {} : { tag }),
      ...(note === null ? {} : { note }),
    },
    isOverBudgetAllowed: false,
    isCopyWanted: !order.isPrinted,
    deadlineMs: order.timeout * 1000,
  })
}
