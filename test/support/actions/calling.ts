import type { Context } from '../../../src/main/actions/context'
import { createDispatcher } from '../../../src/main/ipc/dispatch'
import { createHandlers, type Desktop } from '../../../src/main/ipc/handlers'
import type { Method, Output } from '../../../src/shared/contract'
import type { DesktopState } from '../../../src/shared/desktopState'
import type { AppError } from '../../../src/shared/errors'
import { ok, type Result } from '../../../src/shared/result'

const state: DesktopState = {
  ...{ session: 'x11', tray: 'none', startsAtLogin: false, canNotify: false },
  ...{ shortcut: { accelerator: null, standing: 'off' }, command: 'mailroom --new-address' },
}

/** A desktop that shows nothing and opens nothing. */
const quietDesktop: Desktop = {
  info: () => ({
    ...{ version: '0.0.0', isDemo: false, platform: 'linux', storageProblem: null, hasRecovery: false },
    runtime: { electron: '', chromium: '', node: '', pinned: '' },
  }),
  openLink: async () => ok(undefined),
  showFolder: async () => ok(undefined),
  startDemo: () => ok(undefined),
  state: async () => state,
  obey: () => undefined,
  setShortcut: async () => ok(undefined),
  setLogin: async () => ok(undefined),
  copyCommand: async () => ok(undefined),
  quick: { order: () => ({ kind: 'create' }), close: () => undefined, showAddress: () => undefined },
  quitSoon: () => undefined,
  act: () => undefined,
  openPage: async () => ok(undefined),
  fixPath: () => undefined,
  mailOrder: () => null,
}

/** Calls the methods of the contract as a window does: over dispatcher and handlers. */
export interface Calling {
  call<M extends Method>(method: M, input: unknown): Promise<Result<Output<M>, AppError>>
  /** What handlers threw, or answered that the contract does not know: faults of Mailroom. */
  readonly faults: unknown[]
}

/** Opens the contract over a world without a desktop. */
export function openCalling(context: Context): Calling {
  const faults: unknown[] = []
  const dispatch = createDispatcher(createHandlers(context, quietDesktop), (_, cause) => faults.push(cause))
  return {
    faults,
    // The dispatcher has just parsed the answer with the method's own schema.
    call: async (method, input) => (await dispatch({ method, input })) as never,
  }
}
