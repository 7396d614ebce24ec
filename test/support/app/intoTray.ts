import { expect } from '@playwright/test'
import type { TrayPanel } from '../desktop/trayHost'
import type { LikeDo } from '../likedo/server'
import { addAccount, closeWindow, isAnyWindowVisible } from './journey'
import type { App, LaunchOptions } from './launch'

/** Mailroom with an account, its window closed: only the tray is left of it. */
export async function goIntoTray(
  launch: (options?: LaunchOptions) => Promise<App>,
  likedo: LikeDo,
  panel: TrayPanel,
): Promise<App> {
  const app = await launch()
  await addAccount(await app.window(), likedo.origin)
  await panel.menu()
  await closeWindow(app)
  await expect.poll(() => isAnyWindowVisible(app)).toBe(false)
  return app
}

/** What the tray's menu begins with, each time it is asked. */
export const firstLine = (panel: TrayPanel) => async () => (await panel.labels())[0]
