import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from '../../support/app/fixture'
import type { App } from '../../support/app/launch'
import { audit } from './audit'
import { type Look, lookName, looks } from './looks'
import { untilStill } from './still'

export const PICTURES = join(import.meta.dirname, '../../../pictures')

/** The page takes the size and the theme, and has drawn itself with them. */
export async function takeOn(app: App, page: Page, { theme, width, height }: Look): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow, nativeTheme }, look) => {
      nativeTheme.themeSource = look.theme
      BrowserWindow.getAllWindows()[0]?.setContentSize(look.width, look.height)
    },
    { theme, width, height },
  )
  await page.waitForFunction(
    ({ isDark, width, height }) =>
      matchMedia('(prefers-color-scheme: dark)').matches === isDark &&
      // Zoomed, a CSS pixel is more than one of the window's.
      Math.abs(innerWidth * devicePixelRatio - width) < 2 &&
      Math.abs(innerHeight * devicePixelRatio - height) < 2,
    { isDark: theme === 'dark', width, height },
  )
  await untilStill(page)
}

/** What the window shows, as a PNG: exactly as many pixels as the look has. */
async function capture(app: App, page: Page): Promise<Buffer> {
  const isZoomed = (await page.evaluate(() => devicePixelRatio)) !== 1
  // A style to hide the caret would be refused by the page's own policy.
  if (!isZoomed) return page.screenshot({ animations: 'disabled', caret: 'initial' })
  // Playwright counts in CSS pixels and would cut off what a zoomed page shows.
  const png = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const picture = await BrowserWindow.getAllWindows()[0]?.capturePage()
    return picture?.toPNG().toString('base64') ?? ''
  })
  return Buffer.from(png, 'base64')
}

/**
 * Pictures of the window as it stands, in every look, as `pictures/NAME--LOOK.png`, each examined. What is wrong fails
 * the test in words, once all pictures are made.
 */
export async function photograph(app: App, name: string): Promise<void> {
  const page = await app.window()
  mkdirSync(PICTURES, { recursive: true })
  for (const look of looks) {
    await takeOn(app, page, look)
    const file = `${name}--${lookName(look)}`
    writeFileSync(join(PICTURES, `${file}.png`), await capture(app, page))
    expect.soft(await audit(page), `${file} is in order`).toEqual([])
  }
}
