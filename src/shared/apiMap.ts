import * as z from 'zod'

/** A place in a body: names and numbers with dots between, as `data.items`; '' is all of it. */
export const bodyPlace = z
  .string()
  .max(400)
  .regex(/^(?:[^.\p{Cc}]+(?:\.[^.\p{Cc}]+)*)?$/u)

/** Where an input goes, and under which name. In a path the name is the input's own, in braces. */
export const inputMap = z.strictObject({
  place: z.enum(['path', 'query', 'body', 'header']),
  /** In a body, dots lead to fields of fields. */
  name: z.string().min(1).max(200),
})
export type InputMap = z.infer<typeof inputMap>

/**
 * How one operation of one account is asked, all of it: the user's correction of what Mailroom only guesses. It is judged
 * by `rules/apiMap.ts` before it is kept; what an operation does to its user (its effect) is no part of it.
 */
export const apiMap = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  /** Behind the base path of the account; what stands in braces is an input by the name of the operations table. */
  path: z.string().min(1).max(2048),
  /** By the names of the operations table. One that is left out is not sent. */
  inputs: z.record(z.string().min(1).max(100), inputMap),
  /** How the request says who asks; `account`: as the account does. */
  authentication: z.enum(['account', 'api-key', 'jwt']),
  /** Of a list: where its rows, their total and the next page stand; null: found by Mailroom. */
  rows: bodyPlace.nullable(),
  total: bodyPlace.nullable(),
  next: bodyPlace.nullable(),
  /** Its user says that this POST only reads; only a read may be one. */
  isReadingPost: z.boolean(),
})
export type ApiMap = z.infer<typeof apiMap>

const typed = z.string().max(400).nullable()
/** The same while somebody types it: what is empty or has another form is for the judge to name, beside all else. */
export const draftedMap = apiMap.extend({
  path: z.string().max(2048),
  inputs: z.record(z.string().min(1).max(100), inputMap.extend({ name: z.string().max(200) })),
  ...{ rows: typed, total: typed, next: typed },
})

/** Where a map came from. */
export const apiMapSource = z.enum(['hand', 'curl', 'openapi', 'import'])
export type ApiMapSource = z.infer<typeof apiMapSource>
