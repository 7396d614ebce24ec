import type { Page } from '@playwright/test'
import { expect } from '../../support/app/fixture'

type Section = 'Accounts' | 'Addresses' | 'Desktop' | 'Data' | 'About'

/** Goes to a section of the settings, and waits until it is there. */
export async function openSettings(page: Page, section: Section): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: section, exact: true }).click()
  await expect(page.getByRole('tabpanel', { name: section })).toBeVisible()
}
