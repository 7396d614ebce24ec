import * as z from 'zod'
import { apiMap, apiMapSource } from './apiMap'
import { appErrorSchema } from './errors'

/**
 * How sure an operation's row is: its path was read in documentation (Mailroom's table, a pasted sample, an OpenAPI file), it
 * is guessed, or it worked here.
 */
export const operationStanding = z.enum(['documented', 'guessed', 'worked'])
export type OperationStanding = z.infer<typeof operationStanding>

/** One operation of an account, as it is asked now, and what came of that. */
export const apiPath = z.object({
  operation: z.string(),
  group: z.string(),
  title: z.string(),
  effect: z.enum(['read', 'write', 'spends', 'destructive', 'link']),
  standing: operationStanding,
  /** Epoch milliseconds; null: not since it is asked like this. */
  workedAt: z.number().nullable(),
  method: apiMap.shape.method,
  path: z.string(),
  /** Its user has it asked otherwise than the table. */
  isChanged: z.boolean(),
  /** What came of it last; null: not asked like this yet, or not long enough ago for that to be kept. */
  last: z.object({ at: z.number(), problem: appErrorSchema.nullable() }).nullable(),
})
export type ApiPath = z.infer<typeof apiPath>

/** Something that stood in an answer: its place in the body, and what it was; never a value of it. */
export const shapePart = z.object({
  place: z.string(),
  is: z.enum(['list', 'object', 'number', 'text', 'boolean', 'null']),
  /** Of a list: how many items it had. */
  items: z.number().nullable(),
})
export type ShapePart = z.infer<typeof shapePart>

/** One operation of an account, in full. */
export const apiPathDetails = z.object({
  operation: z.string(),
  /** How it is asked. */
  map: apiMap,
  /** How the table of operations has it asked. */
  table: apiMap,
  canUndo: z.boolean(),
  /** Where the map came from; null: it is the table's. It may say what the table says, where its user read that. */
  source: apiMapSource.nullable(),
  /** What stood where in its last answer; null where there was none that could be read. */
  lastShape: z.array(shapePart).nullable(),
})
export type ApiPathDetails = z.infer<typeof apiPathDetails>
