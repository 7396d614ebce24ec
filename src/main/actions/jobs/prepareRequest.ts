import type { AppError } from '../../../shared/errors'
import type { Job, JobRow } from '../../../shared/job'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { operationOf } from '../../../shared/litemail/operations'
import type { WritingId } from '../../../shared/litemail/writing'
import { ok, type Result } from '../../../shared/result'
import { demoLitemail } from '../../demo/demoLitemail'
import { requestInputs } from '../../rules/jobRequests'
import { decideOutcome, type Outcome } from '../../rules/outcome'
import { litemailBudget, litemailSpacing, sampleSpacing } from '../../rules/plans'
import type { Exchange } from '../../upstream/exchange'
import { litemailLimiterKey } from '../../upstream/limiterKey'
import { contextOf } from '../../upstream/litemail/answers'
import { decodeBody } from '../../upstream/litemail/envelope'
import { operationRequest } from '../../upstream/litemail/requests'
import { keyHeaderOf } from '../../upstream/mappedRequest'
import { mapOf } from '../apiPaths/mapOf'
import { noteAnswer } from '../apiPaths/noteAnswer'
import { prepareWithKey, type Ready } from '../askService'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { askOwner, type Owner } from '../litemail/readOperation'
import { holdJobAnswer, withoutSecrets } from './jobAnswer'

/** How long a row waits for its turn behind clicks, and for its answer, in milliseconds. */
const WAIT_MS = 120_000
const ANSWER_MS = 60_000

/** A request of a job, ready to leave, and what its answer means; the answer's body where it was accepted. */
export interface ReadyRequest extends Ready {
  /** Whose key it is sent with, and which one of the account's that is. */
  readonly owner: Owner
  readonly keyGeneration: number
  /** Without the secrets that the service may say back. */
  decide(exchange: Exchange): Outcome<unknown>
  /** A refusal without those secrets. */
  conceal(problem: AppError): AppError
  /** Remembers what came of the operation, and holds the answer to be looked at. */
  remember(exchange: Exchange, problem: AppError | null): Promise<void>
}

/**
 * Gets the request of these rows ready, as the account's user has it asked. Below clicks in the account's allowance. A key
 * that nobody has accepted yet is asked first whose it is: nothing leaves with another user's.
 */
export async function prepareRequest(
  context: Context,
  { id }: LitemailAccount,
  job: Job,
  operation: WritingId,
  rows: readonly JobRow[],
): Promise<Result<ReadyRequest, AppError>> {
  const found = await findLitemailAccount(context, id)
  if (!found.ok) return found
  const owner = await askOwner(context, found.value, {
    pace: 'window',
    waitMs: WAIT_MS,
    timeoutMs: ANSWER_MS,
  })
  if (!owner.ok) return owner
  // Whose key it is may be known only now.
  const known = await findLitemailAccount(context, id)
  if (!known.ok) return known
  const account = known.value
  const asked = await mapOf(context, account.id, operationOf(operation))
  if (!asked.ok) return asked
  const { map } = asked.value
  const secrets = context.jobs.secrets.get(job.id) ?? {}
  const inputs = {
    ...requestInputs(
      operation,
      rows.map((row) => row.inputs),
    ),
    ...secrets,
  }
  const [first] = rows
  const workspaceId = first?.workspaceId ?? ''
  const request = operationRequest(account, operation, { inputs, workspaceId, timeoutMs: ANSWER_MS }, map)
  if (!request.ok) return request
  const key = await context.keys.keyFor(request.value.url, account)
  if (!key.ok) return key
  const keyHeader = keyHeaderOf(map, account.authentication === 'jwt' ? 'bearer' : 'x-api-key')
  const pace = {
    key: litemailLimiterKey(account),
    budget: litemailBudget,
    priority: 'background',
    deadlineMs: WAIT_MS,
    isOverBudgetAllowed: false,
    spacing: account.origin === demoLitemail.origin ? sampleSpacing : litemailSpacing,
  } as const
  const ready = await prepareWithKey(context, pace, request.value, key.value, keyHeader)
  if (!ready.ok) return ready
  const asks = () => ({ request: request.value, now: context.clock.now(), places: map })
  return ok({
    ...ready.value,
    ...{ owner: owner.value, keyGeneration: account.keyGeneration },
    decide(exchange) {
      const decode = decodeBody(({ body }) => ok(body))
      const outcome = decideOutcome(exchange, decode, contextOf(operation, asks()))
      return outcome.kind === 'done' ? outcome : { ...outcome, error: withoutSecrets(outcome.error, secrets) }
    },
    conceal: (problem) => withoutSecrets(problem, secrets),
    async remember(exchange, problem) {
      await noteAnswer(context, { accountId: account.id, operation, asked: asked.value, problem, exchange })
      await holdJobAnswer(context, job.id, operation, exchange, asks(), secrets)
    },
  })
}
