import type { Created } from '../../shared/address'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import type { Context } from '../actions/context'
import { createAddress } from '../actions/createAddress'
import type { CreateOrder } from '../desktop/commandLine'

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

/** Orders of other processes and of this one, each told once. */
export interface OrderDesk {
  /**
   * Carries an order out. Whoever follows one hands it over again while its row is silent: such a further
   * time gets the ending, too, and `isFirst` says that it has been told and copied already.
   */
  run(requestId: string, order: CreateOrder): Promise<{ ending: Result<Created, AppError>; isFirst: boolean }>
}

export function createOrderDesk(
  context: Context,
  tell: (ending: Result<Created, AppError>) => void,
): OrderDesk {
  const known = new Set<string>()
  return {
    async run(requestId, order) {
      const isFirst = !known.has(requestId)
      known.add(requestId)
      const ending = await runOrder(context, requestId, order)
      if (isFirst) tell(ending)
      return { ending, isFirst }
    },
  }
}
