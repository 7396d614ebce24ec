import * as z from 'zod'
import { apiMap, draftedMap } from './apiMap'

/**
 * What of a sample or of a file a request will not have, and under which name it stood there; never the value of a key.
 * `path`: a step in braces that is none of the operation's inputs. `form`: it is sent as JSON instead. `content`: a body that cannot
 * be read, and has no name.
 */
export const droppedPart = z.object({
  what: z.enum(['host', 'key', 'header', 'query', 'body', 'path', 'file', 'form', 'content']),
  name: z.string(),
})
export type DroppedPart = z.infer<typeof droppedPart>

/** How an operation is asked as a sample shows it. */
export const readSample = z.object({
  /** Not judged: a sample may show what the operation cannot be, and what it does not say stays as it is being typed. */
  map: draftedMap,
  dropped: z.array(droppedPart),
  /** Inputs that the sample does not show. Those that the map has all the same stand where the table has them. */
  unplaced: z.array(z.string()),
})
export type ReadSample = z.infer<typeof readSample>

/** An operation as a file has it. */
const fileOperation = z.object({ method: z.string(), path: z.string(), title: z.string() })
export type FileOperation = z.infer<typeof fileOperation>

/**
 * How sure it is that a file's operation is ours: it has its title and method, or it is in our own file (`exact`); its method
 * and path; its method and a title like it; title or path, but another method.
 */
export const fileMatch = z.enum(['exact', 'path', 'title', 'method'])
export type FileMatch = z.infer<typeof fileMatch>

export const suggestion = readSample.extend({
  map: apiMap,
  operation: z.string(),
  from: fileOperation,
  match: fileMatch,
  /** Taken unless the user says otherwise. */
  isTicked: z.boolean(),
  /** Why it cannot be asked so (`shared/text/mapIssues.ts`); [] where it can. */
  issues: z.array(z.string()),
})
export type Suggestion = z.infer<typeof suggestion>

/** A file that its user chose. Nothing of it is read yet. */
export const chosenApiFile = z.object({
  /** For the next calls; the file stays in main. */
  file: z.uuid(),
  fileName: z.string(),
})
export type ChosenApiFile = z.infer<typeof chosenApiFile>

/** A file that says how operations are asked, as far as it was read. Nothing is changed yet. */
export const openedApiFile = chosenApiFile.extend({
  /** `maps`: one of Mailroom's own. */
  kind: z.enum(['openapi', 'maps']),
  suggestions: z.array(suggestion),
  /** So many operations are asked as the file says already. */
  same: z.number(),
  /** Those of them that are only guessed so far; taken, they count as documented. */
  confirmed: z.array(z.string()),
  /** So many of the file's operations are none of the account's. */
  leftOut: z.number(),
})
export type OpenedApiFile = z.infer<typeof openedApiFile>
