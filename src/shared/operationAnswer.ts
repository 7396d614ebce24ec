import * as z from 'zod'
import { accountId } from './account'
import { appErrorSchema } from './errors'

/** What is filled in for one input; several are a list. */
export const filledInput = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(4_096)).max(1_000),
])
export type FilledInput = z.infer<typeof filledInput>

/** What is filled in, by the names of the operations table; what is left out is not sent. */
export const filledInputs = z.record(z.string().min(1).max(100), filledInput)
export type FilledInputs = z.infer<typeof filledInputs>

/** One operation of an account, asked with these inputs. */
export const askedOperation = z.strictObject({
  accountId,
  operation: z.string().min(1).max(100),
  /** '': without a workspace header. */
  workspaceId: z.string().max(4_096),
  inputs: filledInputs,
})
export type AskedOperation = z.infer<typeof askedOperation>

const named = z.object({ name: z.string(), value: z.string() })

/** An answer as rows and cells, in the words of the service; credentials are gone from it. */
export const answerTable = z.object({
  columns: z.array(z.string()),
  /** Cells as JSON (RFC 8259), long ones cut; null where the row has none. */
  rows: z.array(z.array(z.string().nullable())),
  /** So many rows are behind these, too many to be shown. */
  rowsLeft: z.number(),
  /** What stands beside the rows. */
  beside: z.array(named),
  message: z.string().nullable(),
})
export type AnswerTable = z.infer<typeof answerTable>

/** What came of asking an operation that only reads. */
export const operationAnswer = z.object({
  answer: answerTable,
  /** The whole answer as JSON, indented, without credentials. */
  json: z.string(),
  /** The JSON is longer than what is here of it. */
  isJsonCut: z.boolean(),
  /** Epoch milliseconds. */
  at: z.number(),
  /** Why Mailroom's own lists cannot be drawn from it; null where they can, or none is. */
  problem: appErrorSchema.nullable(),
})
export type OperationAnswer = z.infer<typeof operationAnswer>

/** An answer, and since when the operation had been asked so as it was, in epoch milliseconds; null: the table's own way. */
export const datedAnswer = operationAnswer.extend({ askedSince: z.number().nullable() })
export type DatedAnswer = z.infer<typeof datedAnswer>

/** A page that an answer leads to; main keeps its address, and opens it on demand. */
export const answerLink = z.object({ id: z.uuid(), host: z.string(), address: z.string() })
export type AnswerLink = z.infer<typeof answerLink>

/** A request as it will be sent, the key under a name (`$LITEMAIL_KEY`). What is missing stands in braces. */
export const describedRequest = z.object({
  method: z.string(),
  url: z.string(),
  headers: z.array(named),
  body: z.string().nullable(),
  /** As a command of a shell (POSIX). */
  curl: z.string(),
  /** Inputs that the operation needs and that are not filled in. */
  missing: z.array(z.string()),
  /** Inputs that are not sent, whatever stands in them: API paths leaves them out. */
  leftOut: z.array(z.string()),
  /** What stands for the key in it, as a variable of a shell. */
  keyVariable: z.string(),
  /** Since when its user has it asked so, in epoch milliseconds; null: it is the table's own way. */
  askedSince: z.number().nullable(),
})
export type DescribedRequest = z.infer<typeof describedRequest>

/** What was asked once, under a name that the user gave it. */
export const operationView = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(60),
  ...askedOperation.shape,
})
export type OperationView = z.infer<typeof operationView>
