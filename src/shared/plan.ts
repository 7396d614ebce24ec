import * as z from 'zod'
import { accountId } from './account'
import { choice } from './contract/parts'
import { jobTarget, valuesBefore } from './job'
import { describedRequest, filledInputs } from './operationAnswer'

/** So many rows are planned at once at most. */
export const MOST_PLANNED = 5_000
/** So many rows of a plan are shown one by one; of the others only how many they are. */
export const MOST_PREVIEWED = 500

/** Rows of one account, each with its workspace and its inputs; of an input that takes several, one value each. */
const namedRows = z.strictObject({
  accountId,
  rows: z
    .array(z.strictObject({ workspaceId: z.string().max(4_096), inputs: filledInputs }))
    .min(1)
    .max(MOST_PLANNED),
})
/** The chosen rows of a list, all with the same inputs beside the one that names them. */
const chosenRows = z.strictObject({ list: z.enum(['mailboxes', 'domains']), choice, inputs: filledInputs })

/** Rows that main has read and kept for this: those of a list of new mailboxes, or of other tags. */
const preparedRows = z.strictObject({ prepared: z.uuid() })

/** What is to be written: explicit rows, or a choice, which main resolves at once. */
export const planWish = z.strictObject({
  requestId: z.uuid(),
  operation: z.string().min(1).max(100),
  of: z.union([namedRows, chosenRows, preparedRows]),
  /** The plan that its user was shown before, of the same rows: what is not as it was there is marked. */
  replaces: z.uuid().optional(),
})
export type PlanWish = z.infer<typeof planWish>
/** A wish whose rows are all named. */
export type RowsWish = Omit<PlanWish, 'of'> &
  z.infer<typeof namedRows> & {
    /** So many that were chosen are not among the rows: they are listed no more. */
    readonly lost: number
    /** So many that were chosen are not among them: the service has told no id of them. */
    readonly unnamed: number
  }

/** One row as it will be sent. */
export const plannedRow = z.object({
  id: z.string(),
  request: z.number(),
  workspaceId: z.string(),
  workspaceName: z.string().nullable(),
  target: jobTarget.nullable(),
  /** By the names of inputs; secrets are not among them. */
  inputs: filledInputs,
  /** Null: not known. */
  before: valuesBefore.nullable(),
  /** When what is known of it was read; null: nothing is. */
  readAt: z.number().nullable(),
  /** It is not as the list, or the plan before this one, showed it. */
  isChanged: z.boolean(),
  /** Of a domain that would be removed: how many mailboxes it has as far as lists were read; null: that is not known. */
  mailboxes: z.number().nullable().optional(),
})
export type PlannedRow = z.infer<typeof plannedRow>

/** How its user says yes: the more it takes, the more is to be typed. */
export const confirmation = z.discriminatedUnion('by', [
  z.object({ by: z.literal('button') }),
  z.object({ by: z.literal('number'), number: z.number() }),
  z.object({ by: z.literal('name'), name: z.string() }),
])
export type Confirmation = z.infer<typeof confirmation>

/** What will be done, as far as it is known; nothing of it has been sent. */
export const plan = z.object({
  id: z.string(),
  accountId,
  accountName: z.string(),
  operation: z.string(),
  /** Those that are shown one by one, in their order; where that is not all, first those that are changed, then stale ones. */
  rows: z.array(plannedRow),
  count: z.number(),
  requests: z.number(),
  /** Of so many of all its rows, what is known was read more than ten minutes ago, and could not be read again. */
  stale: z.number(),
  /** So many that were chosen are listed no more, and are none of its rows. */
  lost: z.number(),
  /** So many that were chosen are listed, and none of its rows: the service has told no id of them. */
  unnamed: z.number(),
  /** So many of all its rows are not as they were shown before. */
  changed: z.number(),
  /** The first request, the key under a name. */
  request: describedRequest,
  /** In dollars: what the request itself names; null: Litemail does not tell it beforehand. */
  price: z.number().nullable(),
  /** It costs money, or leads to where it does. */
  isSpending: z.boolean(),
  wallet: z
    .object({ balance: z.number().nullable(), isAutoRecharging: z.boolean().nullable(), at: z.number() })
    .nullable(),
  /** No operation of Litemail's takes it back. */
  isFinal: z.boolean(),
  /** It is only guessed, spends or destroys, and its user has not said that Litemail's page of it was read. */
  isLocked: z.boolean(),
  /** Its first row is sent alone, and looked at before the others. */
  isFirstAlone: z.boolean(),
  confirmation,
  /** Epoch milliseconds; afterwards it is made anew. */
  lapsesAt: z.number(),
})
export type Plan = z.infer<typeof plan>
