import { expect } from '@playwright/test'
import type { App } from './launch'

/** Presses an item of the application's menu, once it is there: it comes while the page still loads. */
export const pressMenu = (app: App, id: string): Promise<void> =>
  expect(async () => {
    const isPressed = await app.electron.evaluate(({ Menu }, name) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(name)
      item?.click()
      return item != null
    }, id)
    expect(isPressed).toBe(true)
  }).toPass()
