import type { Page } from '@playwright/test'
import { expect } from '../../support/app/fixture'
import { fleetGrid } from '../../support/app/fleetJourney'
import { fleetDetails } from '../list/fleetList'

/** The part "Credentials" of a mailbox's details. */
export const credentialsPart = (page: Page) => fleetDetails(page).getByRole('region', { name: 'Credentials' })
export const showButton = (page: Page) =>
  credentialsPart(page).getByRole('button', { name: 'Show credentials' })

/** Opens the details of the row of an address. */
export async function openMailbox(page: Page, email: string): Promise<void> {
  await fleetGrid(page, 'Mailboxes').getByRole('row').filter({ hasText: email }).click()
  await page.keyboard.press('Enter')
  await expect(fleetDetails(page).getByRole('heading', { name: email })).toBeVisible()
}

/**
 * What stands beside the names of credentials. It is compared here: what a page is asked to compare with stays in it for a
 * while.
 */
export const shownTexts = (page: Page): Promise<readonly (string | null)[]> =>
  credentialsPart(page)
    .locator('[translate=no]')
    .evaluateAll((places) => places.map(({ textContent }) => textContent))

/** Presses "Show credentials" and waits until they are there. */
export async function show(page: Page): Promise<void> {
  await showButton(page).click()
  await expect(credentialsPart(page).getByRole('button', { name: 'Hide', exact: true })).toBeVisible()
}
