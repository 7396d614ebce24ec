import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { CALL, EVENT } from '../../shared/bridge'
import { type EventName, type EventPayload, events, type Method } from '../../shared/contract'
import { err } from '../../shared/result'
import { APP_ORIGIN } from '../security/origin'
import { type Asker, type Dispatch, type LogFault, methodOf } from './dispatch'

/**
 * Lets one window ask for `methods`, and nobody else: the handler is bound to this window's own channel
 * (Electron, "ipcMain", WebContents.ipc), and answers its top frame only while that shows our own page.
 * Call it before the page loads. Everything else is answered `forbidden`.
 */
export function serveWindow(window: BrowserWindow, dispatch: Dispatch, methods: ReadonlySet<Method>): void {
  const asker = askerOf(window)
  window.webContents.ipc.handle(CALL, (event, request: unknown) => {
    const method = methodOf(request)
    if (!isFromOwnPage(event) || method === null || !methods.has(method)) return err({ kind: 'forbidden' })
    return dispatch(request, asker)
  })
}

/** What a page began goes with it: when its window closes, when it crashes, and when it is loaded anew. */
function askerOf({ webContents }: BrowserWindow): Asker {
  const acts = new Set<() => void>()
  const leave = () => {
    const due = [...acts]
    acts.clear()
    for (const act of due) act()
  }
  webContents.on('destroyed', leave)
  webContents.on('render-process-gone', leave)
  webContents.on('did-navigate', leave)
  return {
    whenGone(act) {
      acts.add(act)
      return () => void acts.delete(act)
    },
  }
}

/**
 * Tells one window something unasked. The payload is parsed on its way out like every answer; one that
 * does not fit the contract is a fault of Mailroom: it goes to the log and not to the window.
 */
export function emit<E extends EventName>(
  window: BrowserWindow,
  event: E,
  payload: EventPayload<E>,
  log: LogFault,
): void {
  const parsed = events[event].safeParse(payload)
  if (!parsed.success) log(event, parsed.error)
  else if (isListening(window)) window.webContents.send(EVENT, event, parsed.data)
}

/** A page that crashed asks for everything when it is loaded again; one may be gone before its window is. */
const isListening = (window: BrowserWindow): boolean =>
  !window.isDestroyed() && !window.webContents.isDestroyed() && !window.webContents.isCrashed()

/** The top frame of our own page: no frame inside it, and nothing that it was navigated to. */
function isFromOwnPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && frame.origin === APP_ORIGIN
}
