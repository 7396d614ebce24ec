import type { EventPayload, Method } from '../../shared/contract'
import type { messagesMethods } from '../../shared/contract/messages'
import type { AppError } from '../../shared/errors'
import type { LikeDoOperationId } from '../../shared/likedo/operations'
import type { MailOrder } from '../../shared/message'
import { ok, type Result } from '../../shared/result'
import type { Context } from '../actions/context'
import { forgetMessage, keepMessage } from '../actions/messages/keepMessage'
import { listMessages } from '../actions/messages/listMessages'
import { copyCode, findLink, readFormatted, readMessage } from '../actions/messages/readMessage'
import { refreshMessages } from '../actions/messages/refreshMessages'
import { unwatchMessages, watchMessages } from '../actions/messages/watchMessages'
import { nothing } from './answers'
import type { Handlers } from './dispatch'

/** As maps of paths call it. */
const INBOX: LikeDoOperationId = 'messages.list'

/** What only the desktop can do where something leads to a page. */
export interface PageDesktop {
  /** Opens a page in the user's browser. */
  openPage(address: string): Promise<Result<void, AppError>>
}

/** What only the desktop can do about messages. */
export interface MailDesktop extends PageDesktop {
  /** Shows where the path of an operation is set. */
  fixPath(path: EventPayload<'fix-path'>): void
  /** Which address the small window is for. */
  mailOrder(): MailOrder | null
}

/** One line a method of `contract/messages.ts`. */
export function createMessagesHandlers(
  context: Context,
  desktop: MailDesktop,
): Pick<Handlers, Extract<Method, keyof typeof messagesMethods>> {
  /** Nobody looks any more at what a window that has gone was shown. */
  const leaving = new Map<string, () => void>()
  const unwatch = (watch: string) => {
    leaving.get(watch)?.()
    leaving.delete(watch)
    unwatchMessages(context, watch)
  }
  return {
    'messages.list': (wish) => listMessages(context, wish),
    'messages.refresh': (wish) => refreshMessages(context, wish),
    'messages.watch': async ({ addressId }, asker) => {
      const begun = await watchMessages(context, addressId)
      if (!begun.ok || asker === undefined) return begun
      const { watch } = begun.value
      leaving.set(
        watch,
        asker.whenGone(() => unwatch(watch)),
      )
      return begun
    },
    'messages.unwatch': async ({ watch }) => {
      unwatch(watch)
      return ok({})
    },
    'messages.get': ({ id }) => readMessage(context, id),
    'messages.html': ({ id }) => readFormatted(context, id),
    'messages.copyCode': ({ id }) => copyCode(context, id),
    'messages.openLink': async ({ id, link }) => {
      const found = await findLink(context, id, link)
      return found.ok ? nothing(await desktop.openPage(found.value)) : found
    },
    'messages.keep': async ({ id }) => nothing(await keepMessage(context, id)),
    'messages.unkeep': async ({ id }) => nothing(await forgetMessage(context, id)),
    'messages.fixPath': async ({ accountId }) => {
      desktop.fixPath({ accountId, operation: INBOX })
      return ok({})
    },
    'messages.order': async () => ok(desktop.mailOrder()),
  }
}
