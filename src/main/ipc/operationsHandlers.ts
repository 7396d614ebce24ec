import type { Method } from '../../shared/contract'
import type { operationsMethods } from '../../shared/contract/operations'
import type { Context } from '../actions/context'
import { watchCredit } from '../actions/jobs/watchCredit'
import { copyAsCurl, describeRequest } from '../actions/operations/describeRequest'
import { findAnswerPage, readKeptAnswer } from '../actions/operations/readAnswer'
import { saveOperationView } from '../actions/operations/saveView'
import { readPressed } from '../sync/readPressed'
import { nothing } from './answers'
import type { Handlers } from './dispatch'
import type { PageDesktop } from './messagesHandlers'

/** One line a method of `contract/operations.ts`. */
export function createOperationsHandlers(
  context: Context,
  desktop: PageDesktop,
): Pick<Handlers, Extract<Method, keyof typeof operationsMethods>> {
  const { store, jobs } = context
  const { links } = jobs
  return {
    'operations.read': (asked) => readPressed(context, links, asked),
    'operations.kept': (asked) => readKeptAnswer(context, asked),
    'operations.request': (asked) => describeRequest(context, asked),
    'operations.copyCurl': async (asked) => nothing(await copyAsCurl(context, asked)),
    'operations.openLink': async ({ id }) => {
      const found = findAnswerPage(links, id)
      if (!found.ok) return found
      const opened = await desktop.openPage(found.value)
      const jobId = jobs.linkOf.get(id)
      if (opened.ok && jobId !== undefined) {
        void watchCredit(context, jobId, () => context.fleetRuns.isClosed).catch(jobs.onFault)
      }
      return nothing(opened)
    },

    'operationViews.list': ({ accountId }) => store.read('operationViews.list', accountId),
    'operationViews.save': (view) => saveOperationView(context, view),
    'operationViews.remove': async ({ id }) => nothing(await store.write('operationViews.remove', id)),
  }
}
