import * as z from 'zod'
import { credential, revealed } from '../credentials'
import { done, method, nothing, rowId } from './parts'

/** What opens a mailbox: asked from the service on a click, in memory only, and for half a minute at most. */
export const credentialsMethods = {
  /** The one answer that holds a secret. Of what is shown already, it tells from memory, without a longer life. */
  'credentials.reveal': method(z.strictObject({ id: rowId }), revealed),
  'credentials.hide': method(nothing, done),
  /** What is shown goes to the clipboard, and is taken off it after half a minute where it is still there. */
  'credentials.copy': method(z.strictObject({ id: rowId, what: credential }), done),
} as const
