import * as z from 'zod'
import { accountId } from '../account'
import { journalState } from '../activity'
import { job, jobCounts, jobRow } from '../job'
import { answerLink, operationAnswer } from '../operationAnswer'
import { plan, planWish } from '../plan'
import { writtenFile } from '../transfer'
import { done, method, requestId, rowId } from './parts'

const jobId = z.uuid()
/** `isSecretGone`: it needs a password or a key that nobody knows any more: it neither goes on nor is tried again. */
const shownJob = z.object({ job, counts: jobCounts, isRunning: z.boolean(), isSecretGone: z.boolean() })

/** Writes at Litemail: planned, begun once by a plan's id, and followed to the end of each row. */
export const jobMethods = {
  /** Resolves what is to be written, writes it down, and answers what would be sent. Nothing is sent. */
  'operations.plan': method(planWish, plan),
  /** Takes nothing but the plan that was shown; a plan runs once. */
  'operations.run': method(z.strictObject({ planId: jobId }), job),
  /** Its user has read the service's page of an operation that is only guessed. */
  'operations.unlock': method(z.strictObject({ accountId, operation: z.string().min(1).max(100) }), done),
  /** A plan that is not wanted is forgotten, its secrets with it. */
  'operations.dropPlan': method(z.strictObject({ planId: jobId }), done),

  'jobs.open': method(z.strictObject({}), z.array(shownJob)),
  'jobs.get': method(z.strictObject({ id: jobId }), shownJob),
  'jobs.rows': method(
    z.strictObject({
      id: jobId,
      states: z.array(journalState).optional(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.array(jobRow),
  ),
  /** What the service answered to its last request, without credentials; null: nothing, or it is not known any more. */
  'jobs.answer': method(
    z.strictObject({ id: jobId }),
    // `payment`: how it stands with the page to pay at; null where it leads to none.
    operationAnswer
      .extend({
        link: answerLink.nullable(),
        payment: z.enum(['received', 'opened', 'credited']).nullable(),
      })
      .nullable(),
  ),
  'jobs.pause': method(z.strictObject({ id: jobId }), done),
  /** Goes on with what was not sent. */
  'jobs.continue': method(z.strictObject({ id: jobId }), done),
  /** What was not sent is not sent any more; answers how many rows that were. */
  'jobs.stop': method(z.strictObject({ id: jobId }), z.object({ dropped: z.number() })),
  /** Of how many rows nothing but its user can say that they are done: Litemail accepted them, and no read shows it. */
  'jobs.vouchable': method(z.strictObject({ id: jobId }), z.object({ count: z.number(), at: z.number() })),
  /** Its user says that those which were counted then are done; answers how many that were. Never of what is not confirmed. */
  'jobs.vouch': method(
    z.strictObject({ id: jobId, countedAt: z.int().min(0) }),
    z.object({ vouched: z.number() }),
  ),
  /** A new plan of what was refused or did not leave; never of what is not confirmed. */
  'jobs.retry': method(z.strictObject({ id: jobId, requestId }), plan),
  /** Every row with how it ended, as CSV. */
  'jobs.report': method(z.strictObject({ id: jobId, requestId }), writtenFile),
  /** Reads once more what an unconfirmed or accepted row was about; or its user says how it stands. */
  'operations.settle': method(
    z.strictObject({ rowId, verdict: z.enum(['check', 'done', 'not-done']) }),
    jobRow,
  ),
} as const
