import type { Account } from '../../../shared/account'
import type { AppError } from '../../../shared/errors'
import { likedoOperationOf } from '../../../shared/likedo/operations'
import { ok, type Result } from '../../../shared/result'
import type { Outcome } from '../../rules/outcome'
import type { JournalRow } from '../../store/rows'
import type { Exchange } from '../../upstream/exchange'
import { decideCreate, type ListedAddress } from '../../upstream/likedo/answers'
import { createAddressRequest } from '../../upstream/likedo/requests'
import { keyHeaderOf } from '../../upstream/mappedRequest'
import { type Pace, prepare, type Ready } from '../askService'
import type { Context } from '../context'
import { mapOf } from './mapOf'
import { noteAnswer } from './noteAnswer'

/** The request for an address, ready to leave, and what its answer means. */
export interface ReadyCreate extends Ready {
  /** To be asked once; it also remembers what came of the operation. */
  decide(exchange: Exchange): Outcome<ListedAddress>
}

/** Gets the request for a row's address ready, as the account's user has it asked. */
export async function prepareCreate(
  context: Context,
  account: Account,
  row: Pick<JournalRow, 'email' | 'tag'>,
  pace: Pace,
  timeoutMs: number,
): Promise<Result<ReadyCreate, AppError>> {
  const operation = likedoOperationOf('addresses.create')
  const asked = await mapOf(context, account.id, operation)
  if (!asked.ok) return asked
  const { map } = asked.value
  const email = row.email ?? ''
  const request = createAddressRequest(account, { email, tag: row.tag }, { timeoutMs, map })
  if (!request.ok) return request
  const ready = await prepare(context, account, request.value, pace, keyHeaderOf(map, 'bearer'))
  if (!ready.ok) return ready
  return ok({
    ...ready.value,
    decide(exchange) {
      const about = { request: request.value, email, now: context.clock.now(), places: map }
      const outcome = decideCreate(exchange, about)
      const problem = outcome.kind === 'done' ? null : outcome.error
      // Nobody waits for it: a user waits for the address.
      void noteAnswer(context, {
        ...{ accountId: account.id, operation: operation.id, asked: asked.value },
        ...{ problem, exchange },
      })
      return outcome
    },
  })
}
