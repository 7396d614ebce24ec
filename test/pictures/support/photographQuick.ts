import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from '../../support/app/fixture'
import type { App } from '../../support/app/launch'
import { audit } from './audit'
import { PICTURES } from './photograph'
import { untilStill } from './still'

/**
 * Pictures of the small window as it stands, in both themes and as high as it has made itself, as
 * `pictures/NAME--THEME.png`, each examined as those of the large one.
 */
export async function photographQuick(app: App, page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  for (const theme of ['light', 'dark'] as const) {
    await app.electron.evaluate(({ nativeTheme }, wanted) => {
      nativeTheme.themeSource = wanted
    }, theme)
    await page.waitForFunction(
      (isDark) =>
        matchMedia('(prefers-color-scheme: dark)').matches === isDark &&
        // The window follows its page.
        Math.abs((document.querySelector('main')?.getBoundingClientRect().height ?? 0) - innerHeight) < 2,
      theme === 'dark',
    )
    await untilStill(page)
    const file = `${name}--${theme}`
    writeFileSync(
      join(PICTURES, `${file}.png`),
      await page.screenshot({ animations: 'disabled', caret: 'initial' }),
    )
    expect.soft(await audit(page), `${file} is in order`).toEqual([])
  }
}
