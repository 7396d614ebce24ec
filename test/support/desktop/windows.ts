import { expect } from '@playwright/test'
import type { Session } from './session'

/** The last opened window of that title that is on the screen, by its X identifier; '' where there is none. */
export async function windowOnScreen(session: Session, title: string): Promise<string> {
  const { stdout } = await session.run('xdotool', ['search', '--onlyvisible', '--name', title])
  return stdout.trim().split('\n').at(-1) ?? ''
}

/** Gives a window the keyboard, as nobody does where there is no window manager. */
export async function focusWindow(session: Session, title: string): Promise<void> {
  await expect.poll(() => windowOnScreen(session, title)).not.toBe('')
  await session.run('xdotool', ['windowfocus', '--sync', await windowOnScreen(session, title)])
}
