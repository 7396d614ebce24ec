import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Method, methods } from '../../shared/contract'
import { hasDisplay, whenReady } from '../desktop/application'
import type { Log } from '../desktop/log'
import { recallTheme } from '../desktop/theme'
import { type MainPage, makeMainPage } from '../desktop/window'
import type { Dispatch } from '../ipc/dispatch'
import { serveWindow } from '../ipc/serve'
import { openWindowSession } from '../security/windowSession'
import type { HandOver } from './handOver'

/** The main window needs all of the contract. */
const windowMethods: ReadonlySet<Method> = new Set(
  // The keys of a literal object are its methods.
  Object.keys(methods) as Method[],
)

/** The main window's page, which loads already; what it asks waits until somebody answers. */
export interface ServedPage extends MainPage {
  readonly answerWith: (dispatch: Dispatch) => void
}

/** Makes the main window, hidden, and begins to load its page. */
export function makeServedPage(log: Log): ServedPage {
  let answerWith: (dispatch: Dispatch) => void = () => undefined
  const answering = new Promise<Dispatch>((resolve) => {
    answerWith = resolve
  })
  const dispatch: Dispatch = async (raw, asker) => (await answering)(raw, asker)
  const page = makeMainPage({
    session: openWindowSession(join(import.meta.dirname, '../renderer')),
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    serve: (window) => serveWindow(window, dispatch, windowMethods),
    log,
  })
  return { ...page, answerWith }
}

/** A page asks for its files at once when it is there, in milliseconds. */
const FILES_MS = 20
/** One that does not come is not waited for longer, in milliseconds. */
const PAGE_MS = 400

/** The page of a start whose window comes at once. */
export interface EarlyPage {
  /** The window is made, if there is one: until then nothing else is to take its time. */
  readonly made: Promise<void>
  /** Its page has all its files, and works on them: the rest of main may be loaded. */
  readonly busy: Promise<void>
  /** Once, for who shows it; null where there is none, and where the window has gone. */
  readonly take: () => ServedPage | null
}

/** Makes the window of a start that has one at once. `folder`: the profile's. */
export function loadEarly(mine: HandOver, folder: string, log: Log): EarlyPage {
  let page: ServedPage | null = null
  const isAtOnce = mine.create === null && !mine.isQuick && !mine.isHidden && hasDisplay()
  const make = async () => {
    await whenReady()
    try {
      recallTheme(folder)
      page = makeServedPage(log)
    } catch (cause) {
      // Tried again when the window is shown, and there it ends the start.
      log.fault('window', cause)
    }
  }
  const made = isAtOnce ? make() : Promise.resolve()
  const load = async () => {
    await made
    if (page === null) return
    const { webContents } = page.window
    const there = new Promise((resolve) => webContents.once('did-navigate', resolve))
    if ((await Promise.race([there.then(() => true), sleep(PAGE_MS, false)])) === true) await sleep(FILES_MS)
  }
  return {
    made,
    busy: load(),
    take() {
      const taken = page
      page = null
      return taken?.window.isDestroyed() === false ? taken : null
    },
  }
}
