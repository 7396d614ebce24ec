import * as z from 'zod'
import { accountId } from './account'
import { appErrorSchema } from './errors'
import { journalState } from './journalState'
import { filledInputs } from './operationAnswer'

/** What showed how a row ended: the answer itself, a read of what it was about, or the user. */
export const jobEvidence = z.enum(['answer', 'read', 'user'])
export type JobEvidence = z.infer<typeof jobEvidence>

/** What a row of a job is about, as the service knows it and as its user does. */
export const jobTarget = z.object({
  noun: z.enum(['workspace', 'mailbox', 'domain', 'subscription', 'record', 'tag', 'webhook']),
  serviceId: z.string(),
  name: z.string(),
})
export type JobTarget = z.infer<typeof jobTarget>

/** What stood somewhere before a write, by the names of inputs; null: not known; '': nothing. */
export const valuesBefore = z.record(z.string(), z.string().nullable())
export type ValuesBefore = z.infer<typeof valuesBefore>

/** One write at a service. Moments are epoch milliseconds. No secret is ever in it. */
export const jobRow = z.object({
  id: z.string(),
  jobId: z.string(),
  /** Its place in the job, from 0. */
  number: z.number(),
  /** Rows of a job with the same number leave in one request. */
  request: z.number(),
  /** '': without a workspace header. */
  workspaceId: z.string(),
  target: jobTarget.nullable(),
  inputs: filledInputs,
  /** Null: not known. */
  before: valuesBefore.nullable(),
  state: journalState,
  sentAt: z.number().nullable(),
  /** When it ended, or was found to be unconfirmed. */
  settledAt: z.number().nullable(),
  evidence: jobEvidence.nullable(),
  problem: appErrorSchema.nullable(),
  /** When a read has shown that what was accepted is so. */
  confirmedAt: z.number().nullable(),
})
export type JobRow = z.infer<typeof jobRow>

/** Why nothing more of a job is sent just now. */
export const jobRest = z.object({
  /** `user`: paused. `restart`: Mailroom ended meanwhile. `first-row`: its user looks at it. `problem`: something stands against it. */
  why: z.enum(['user', 'restart', 'first-row', 'problem']),
  problem: appErrorSchema.nullable(),
})
export type JobRest = z.infer<typeof jobRest>

/** One operation on rows, planned and run as one. */
export const job = z.object({
  id: z.string(),
  requestId: z.string(),
  accountId,
  operation: z.string(),
  keyGeneration: z.number(),
  /** Since when its user has the operation asked so; null: the table's own way. */
  askedSince: z.number().nullable(),
  plannedAt: z.number(),
  /** When its user confirmed it; null: it is a plan, nothing of it is sent. */
  begunAt: z.number().nullable(),
  /** Null: it goes on by itself, or is over. */
  rest: jobRest.nullable(),
  /** From a restored backup: history, never sent. */
  isRestored: z.boolean(),
  /** Its rows leave with a password or a key that is written down nowhere. */
  hasUnwrittenInputs: z.boolean(),
})
export type Job = z.infer<typeof job>

/** How many rows of a job stand how. `undone`: of what nobody knew its user said so; `refused` are the service's alone. */
export const jobCounts = z.record(z.enum([...journalState.options, 'undone']), z.number())
export type JobCounts = z.infer<typeof jobCounts>

/** A plan that was not confirmed by then is none any more, in milliseconds. */
export const PLAN_LASTS_MS = 10 * 60_000
