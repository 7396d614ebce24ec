import type { Method } from '../../shared/contract'
import type { credentialsMethods } from '../../shared/contract/credentials'
import { ok } from '../../shared/result'
import type { Context } from '../actions/context'
import { copyCredential } from '../actions/credentials/copyCredential'
import { cancelCredentialExport, exportCredentials } from '../actions/credentials/exportCredentials'
import { planCredentialExport } from '../actions/credentials/exportPlan'
import { hideCredentials, revealCredentials } from '../actions/credentials/revealCredentials'
import { nothing } from './answers'
import type { Handlers } from './dispatch'

/** One line a method of `contract/credentials.ts`. */
export function createCredentialsHandlers(
  context: Context,
): Pick<Handlers, Extract<Method, keyof typeof credentialsMethods>> {
  return {
    'credentials.reveal': ({ id }) => revealCredentials(context, id),
    'credentials.hide': async () => {
      hideCredentials(context)
      return ok({})
    },
    'credentials.copy': async (wish) => nothing(await copyCredential(context, wish)),
    'credentials.exportPlan': ({ what }) => planCredentialExport(context, what),
    'credentials.export': (wish) => exportCredentials(context, wish),
    'credentials.cancelExport': async ({ requestId }) => {
      cancelCredentialExport(context, requestId)
      return ok({})
    },
  }
}
