import * as z from 'zod'
import { accountId } from '../account'
import { chosenApiFile, openedApiFile, readSample } from '../apiFile'
import { apiMapSource, draftedMap } from '../apiMap'
import { apiPath, apiPathDetails } from '../apiPath'
import { writtenFile } from '../transfer'
import { done, file, method } from './parts'

/** The id of an operation, of whichever service the account is of. */
const operation = z.string().min(1).max(100)
const about = { accountId, operation }

/** How an account's operations are asked, of Litemail as of LikeDo. */
export const apiPathsMethods = {
  'apiPaths.list': method(z.strictObject({ accountId }), z.array(apiPath)),
  'apiPaths.get': method(z.strictObject(about), apiPathDetails),
  /** Whether an operation can be asked so; `invalid-input` with `shared/text/mapIssues.ts` where it cannot. */
  'apiPaths.judge': method(z.strictObject({ ...about, map: draftedMap }), done),
  /** Has it asked so from now on. */
  'apiPaths.take': method(z.strictObject({ ...about, map: draftedMap, source: apiMapSource }), apiPath),
  /** Takes the last change of it back. */
  'apiPaths.undo': method(z.strictObject(about), apiPath),
  /** One operation, or null: all of them, as the table of operations has them. */
  'apiPaths.reset': method(z.strictObject({ accountId, operation: operation.nullable() }), z.array(apiPath)),
  /** How it would be asked as a sample of its documentation shows it, a command line for curl. `map`: what is drafted so far. */
  'apiPaths.readCurl': method(
    z.strictObject({ ...about, text: z.string().min(1).max(90_000), map: draftedMap.optional() }),
    readSample,
  ),
  /** The user chooses an OpenAPI file, or one of Mailroom's own; null where none was chosen. */
  'apiPaths.openFile': method(z.strictObject({ accountId }), chosenApiFile.nullable()),
  /** Reads it: what it would change. Changes nothing; a large one takes seconds. */
  'apiPaths.readFile': method(z.strictObject({ accountId, file }), openedApiFile),
  /** Forgets it; where it is being read, that ends. */
  'apiPaths.closeFile': method(z.strictObject({ file }), done),
  /** Has these operations asked as the file says, all of them or none. */
  'apiPaths.takeFile': method(
    z.strictObject({ accountId, file, operations: z.array(operation).min(1).max(200) }),
    z.array(apiPath),
  ),
  /** Writes what was changed to a file that the user chooses. */
  'apiPaths.export': method(z.strictObject({ accountId }), writtenFile),
} as const
