import { expect, type Page } from '@playwright/test'
import type { Session } from '../desktop/session'
import { runCommand } from './command'
import type { App } from './launch'

const TITLE = 'New address'
const QUICK = 'app://mailroom/quick/index.html'

/** Opens the small window with its command, and gives its page once its form is there. */
export async function openQuick(app: App, session: Session, env: Record<string, string> = {}): Promise<Page> {
  const ended = await runCommand(session, ['--quick-create'], { userData: app.userData, env })
  expect(ended.code).toBe(0)
  return quickPage(app)
}

/** The page of a small window that is there, or comes; that of quick create unless said. */
export async function quickPage(app: App, url = QUICK): Promise<Page> {
  const there = () => app.electron.windows().find((page) => page.url() === url)
  await expect.poll(() => there() !== undefined).toBe(true)
  const page = there()
  if (page === undefined) throw new Error('the small window is gone again')
  return page
}

/** Whether the small window is on the screen. */
export const isQuickShown = (app: App): Promise<boolean> =>
  app.electron.evaluate(
    ({ BrowserWindow }, title) =>
      BrowserWindow.getAllWindows().some((window) => window.getTitle() === title && window.isVisible()),
    TITLE,
  )

/** Gives the small window the keyboard, as a window manager does: there is none under Xvfb. */
export const focusQuick = (session: Session): Promise<void> => focusWindow(session, `^${TITLE}$`)

export async function focusWindow(session: Session, title: string): Promise<void> {
  const search = await session.run('xdotool', ['search', '--sync', '--onlyvisible', '--name', title])
  const id = search.stdout.trim().split('\n').at(-1) ?? ''
  expect(await session.run('xdotool', ['windowfocus', '--sync', id])).toMatchObject({ code: 0 })
}

/** Takes every window off the screen; the process goes on. */
export const hideAll = (app: App): Promise<void> =>
  app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide()
  })
