import type { Method } from '../../shared/contract'
import type { assigningMethods } from '../../shared/contract/assigning'
import { ok } from '../../shared/result'
import type { Context } from '../actions/context'
import { closeAssignment, openAssignment } from '../actions/mailboxes/assignmentFile'
import { readEditable, readTagging } from '../actions/mailboxes/editMailboxes'
import { readAssignment } from '../actions/mailboxes/readAssignment'
import type { Handlers } from './dispatch'

/** One line a method of `contract/assigning.ts`. */
export const createAssigningHandlers = (
  context: Context,
): Pick<Handlers, Extract<Method, keyof typeof assigningMethods>> => ({
  'mailboxes.openAssignment': () => openAssignment(context),
  'mailboxes.closeAssignment': async ({ file }) => {
    closeAssignment(context, file)
    return ok({})
  },
  'mailboxes.readAssignment': (wish) => readAssignment(context, wish),
  'mailboxes.editable': (wish) => readEditable(context, wish),
  'mailboxes.readTagging': (wish) => readTagging(context, wish),
})
