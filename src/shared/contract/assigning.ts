import * as z from 'zod'
import { assignment, assignmentWish, editableMailbox, tagging, taggingWish } from '../assignment'
import { choice, done, file, method, nothing } from './parts'

/** What mailboxes are to become, read and judged before it is planned. Nothing of it is sent. */
export const assigningMethods = {
  /** The user chooses a file with new mailboxes; null where none was chosen. The one before is closed. */
  'mailboxes.openAssignment': method(
    nothing,
    z.object({ file, fileName: z.string(), bytes: z.number() }).nullable(),
  ),
  'mailboxes.closeAssignment': method(z.strictObject({ file }), done),
  /** Every row of a list with everything that stands against it. */
  'mailboxes.readAssignment': method(assignmentWish, assignment),
  /** `count`: of all that are chosen; `rows` has the first hundred. */
  'mailboxes.editable': method(
    z.strictObject({ choice }),
    z.object({ rows: z.array(editableMailbox), count: z.number() }),
  ),
  'mailboxes.readTagging': method(taggingWish, tagging),
} as const
