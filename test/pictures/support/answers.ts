import { CALL } from '../../../src/shared/bridge'
import type { Method } from '../../../src/shared/contract'
import type { AppError } from '../../../src/shared/errors'
import type { App } from '../../support/app/launch'

/**
 * What the page gets instead of an answer from now on: none, nothing that is known, or an error. What no service and no
 * disk can be made to do at the moment that a picture needs is done to the answer.
 */
export type Instead = 'none' | 'nothing' | AppError

/** Answers these methods so for every window; called again, for these alone. */
export const answerInstead = (app: App, answers: Readonly<Partial<Record<Method, Instead>>>): Promise<void> =>
  app.electron.evaluate(
    ({ webContents }, { answers, channel }) => {
      type Handler = (event: unknown, request: unknown) => unknown
      for (const contents of webContents.getAllWebContents()) {
        // Electron's own, which no type names.
        const handlers = (contents.ipc as unknown as { _invokeHandlers: Map<string, Handler> })
          ._invokeHandlers
        const known = handlers.get(channel) as (Handler & { real?: Handler }) | undefined
        if (known === undefined) continue
        const real = known.real ?? known
        const handler: Handler & { real?: Handler } = (event, request) => {
          const { method } = request as { method: string } // as the preload sends it
          const instead = Object.hasOwn(answers, method) ? answers[method] : undefined
          if (instead === undefined) return real(event, request)
          if (instead === 'none') return new Promise(() => {})
          return instead === 'nothing' ? { ok: true, value: null } : { ok: false, error: instead }
        }
        handler.real = real
        handlers.set(channel, handler)
      }
    },
    { answers: answers as Readonly<Record<string, Instead>>, channel: CALL },
  )
