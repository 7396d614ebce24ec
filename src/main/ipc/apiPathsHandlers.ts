import type { Method } from '../../shared/contract'
import type { apiPathsMethods } from '../../shared/contract/apiPaths'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import {
  closeApiFile,
  exportApiPaths,
  openApiFile,
  readChosenApiFile,
  takeApiFile,
} from '../actions/apiPaths/apiFiles'
import { judgeApiPath, resetApiPaths, takeApiPaths, undoApiPath } from '../actions/apiPaths/changeApiPaths'
import { listApiPaths, readApiPath, readApiPathDetails } from '../actions/apiPaths/readApiPaths'
import { readSampleOf } from '../actions/apiPaths/readSample'
import type { Context } from '../actions/context'
import { readRepaired } from '../sync/readRepaired'
import { nothing } from './answers'
import type { Handlers } from './dispatch'

/** One line a method of `contract/apiPaths.ts`. */
export function createApiPathsHandlers(
  context: Context,
): Pick<Handlers, Extract<Method, keyof typeof apiPathsMethods>> {
  /** What was changed is in use from now on, whatever stands against reading lists again. */
  const rowAfter = async (
    { accountId, operation }: { accountId: string; operation: string },
    changed: Result<void, AppError>,
  ) => {
    if (!changed.ok) return changed
    await readRepaired(context, accountId, [operation])
    return readApiPath(context, accountId, operation)
  }
  return {
    'apiPaths.list': ({ accountId }) => listApiPaths(context, accountId),
    'apiPaths.get': ({ accountId, operation }) => readApiPathDetails(context, accountId, operation),
    'apiPaths.judge': async (wish) => nothing(await judgeApiPath(context, wish)),
    'apiPaths.take': async ({ accountId, operation, map, source }) =>
      rowAfter(
        { accountId, operation },
        await takeApiPaths(context, { accountId, changes: [{ operation, map }], source }),
      ),
    'apiPaths.undo': async (about) => rowAfter(about, await undoApiPath(context, about)),
    'apiPaths.reset': async ({ accountId, operation }) => {
      const reset = await resetApiPaths(context, { accountId, operation })
      if (!reset.ok) return reset
      await readRepaired(context, accountId, reset.value)
      return listApiPaths(context, accountId)
    },
    'apiPaths.readCurl': (wish) => readSampleOf(context, wish),
    'apiPaths.openFile': ({ accountId }) => openApiFile(context, accountId),
    'apiPaths.readFile': (wish) => readChosenApiFile(context, wish),
    'apiPaths.closeFile': async ({ file }) => {
      closeApiFile(context, file)
      return ok({})
    },
    'apiPaths.takeFile': async (wish) => {
      const taken = await takeApiFile(context, wish)
      if (!taken.ok) return taken
      await readRepaired(context, wish.accountId, wish.operations)
      return listApiPaths(context, wish.accountId)
    },
    'apiPaths.export': ({ accountId }) => exportApiPaths(context, accountId),
  }
}
