import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMainWindow, type MainWindowParts } from '../../../src/main/startup/mainWindow'
import { err } from '../../../src/shared/result'

// What draws, and what asks a desktop: here only what the window tells of itself matters.
vi.mock('../../../src/main/desktop/menu', () => ({ installMenu: vi.fn(), tickSensitive: vi.fn() }))
vi.mock('../../../src/main/desktop/theme', () => ({ applyTheme: vi.fn(), rememberTheme: vi.fn() }))
vi.mock('../../../src/main/desktop/window', () => ({ appear: vi.fn(), minimize: vi.fn() }))
vi.mock('../../../src/main/ipc/serve', () => ({ emit: vi.fn() }))
vi.mock('../../../src/main/security/externalLink', () => ({ openLink: vi.fn() }))
vi.mock('../../../src/main/startup/earlyPage', () => ({ makeServedPage: vi.fn() }))

const made = new EventEmitter()
const onLeft = vi.fn<() => void>()

/** A window that is open, of which the page never answers. */
async function openWindow(): Promise<void> {
  const store = { read: async () => err({ kind: 'storage', problem: 'full' }), write: async () => undefined }
  const page = { window: made, loaded: new Promise(() => undefined), answerWith: () => undefined }
  const parts = {
    opened: { context: { store, folder: '' }, storageProblem: null },
    dispatch: async () => undefined,
    changes: { onTold: () => undefined },
    log: { fault: vi.fn() },
    takePage: () => page,
    lifetime: { hold: () => () => undefined },
    isKeptOnClose: () => false,
    onSeen: () => undefined,
    onShown: () => undefined,
    onLeft,
  }
  // Only what opening needs of each.
  const window = createMainWindow(parts as unknown as MainWindowParts)
  window.show({ isHidden: true })
  await vi.waitFor(() => expect(made.listenerCount('closed')).toBe(1))
}

describe('The main window', () => {
  beforeEach(() => {
    made.removeAllListeners()
    onLeft.mockClear()
  })

  // Main hides credentials then by itself: a page that is broken would not.
  it.each(['blur', 'hide', 'minimize', 'closed'])(
    'tells by its “%s” that its user has left it',
    async (event) => {
      await openWindow()
      expect(onLeft).not.toHaveBeenCalled()
      made.emit(event)
      expect(onLeft).toHaveBeenCalledOnce()
    },
  )
})
