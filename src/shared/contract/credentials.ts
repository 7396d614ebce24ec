import * as z from 'zod'
import { credential, credentialExportPlan, revealed, writtenCredentials } from '../credentials'
import { choice, done, method, nothing, requestId, rowId } from './parts'

/** What opens a mailbox: asked from the service on a click, in memory only, and for half a minute at most. */
export const credentialsMethods = {
  /** The one answer that holds a secret. Of what is shown already, it tells from memory, without a longer life. */
  'credentials.reveal': method(z.strictObject({ id: rowId }), revealed),
  'credentials.hide': method(nothing, done),
  /** What is shown goes to the clipboard, and is taken off it after half a minute where it is still there. */
  'credentials.copy': method(z.strictObject({ id: rowId, what: credential }), done),
  /** What a CSV with the credentials of these mailboxes takes. */
  'credentials.exportPlan': method(z.strictObject({ what: choice }), credentialExportPlan),
  /**
   * Writes them to a file that their user chooses; none of them comes here. `count`: the number that was typed. Tells its
   * progress by the event `export-progress`.
   */
  'credentials.export': method(
    z.strictObject({ requestId, what: choice, count: z.int().min(1) }),
    writtenCredentials,
  ),
  'credentials.cancelExport': method(z.strictObject({ requestId }), done),
} as const
