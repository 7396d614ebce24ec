import { join } from 'node:path'
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
  const dispatch: Dispatch = async (raw) => (await answering)(raw)
  const page = makeMainPage({
    session: openWindowSession(join(import.meta.dirname, '../renderer')),
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    icon: join(import.meta.dirname, 'icons/256.png'),
    serve: (window) => serveWindow(window, dispatch, windowMethods),
    log,
  })
  return { ...page, answerWith }
}

/**
 * The page of a start whose window comes at once: it loads while the store opens, or a start would take as long as both.
 * `folder`: the profile's. Taken once, by who shows it; null for every other start, and where the window has gone.
 */
export function loadEarly(mine: HandOver, folder: string, log: Log): () => ServedPage | null {
  let page: ServedPage | null = null
  const isAtOnce = mine.create === null && !mine.isQuick && !mine.isHidden
  if (isAtOnce && hasDisplay()) {
    void whenReady().then(() => {
      recallTheme(folder)
      page = makeServedPage(log)
    })
  }
  return () => {
    const taken = page
    page = null
    return taken?.window.isDestroyed() === false ? taken : null
  }
}
