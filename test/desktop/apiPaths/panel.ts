import { expect, type Locator, type Page } from '@playwright/test'

/** The operation that is open beside the list of API paths. */
export const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Details' })

export const pathsGrid = (page: Page): Locator => page.getByRole('grid', { name: 'API paths' })

/** Opens "API paths" of Operations by the sidebar. */
export async function openPaths(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByText('Operations', { exact: true }).click()
  await page.getByRole('tab', { name: 'API paths' }).click()
  await expect(pathsGrid(page)).toBeVisible()
}

/** Presses Tab until something has the keyboard; fails where that takes longer than a patient user's way. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`60 presses of Tab lead nowhere near ${wanted}`)
}
