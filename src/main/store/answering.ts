import { codeOf, storageProblemOf } from './failures'
import type { Answer, Ask } from './protocol'

/** Makes an answer of what `respond` gives or throws: a thread of the store never throws. */
export const answering =
  (respond: (ask: Ask) => unknown, where: { readonly folder: string; readonly mayWrite: boolean }) =>
  (ask: Ask): Answer => {
    try {
      return { ok: true, value: respond(ask) }
    } catch (error) {
      return {
        ok: false,
        problem: storageProblemOf(error, where),
        cause: { code: codeOf(error), message: error instanceof Error ? error.message : String(error) },
      }
    }
  }
