import type { Page } from '@playwright/test'
import { expect } from '../../support/app/fixture'
import { fleetRow } from '../../support/app/fleetJourney'
import type { Litemail } from '../../support/litemail/server'
import { fleetDetails } from '../list/fleetList'

/** The domain that the service holds at a place. */
export const domainAt = (litemail: Litemail, place: number) => {
  const domain = litemail.holdings().domains[place]
  if (domain === undefined) throw new Error('no such domain')
  return domain
}

/** The row of a domain. */
export const row = (page: Page, name: string) => fleetRow(page, 'Domains', name)

/** A part of the details of a domain. */
export const part = (page: Page, name: string) => fleetDetails(page).getByRole('region', { name })

/** What would be sent. */
export const plan = (page: Page) => page.getByRole('alertdialog')

/** What was sent to an operation, oldest first. */
export const sent = (litemail: Litemail, method: string, path: RegExp): unknown[] =>
  litemail.requests
    .filter((request) => request.method === method && path.test(request.path))
    .map(({ body }) => (body === null || body === '' ? null : JSON.parse(body)))

/** What would be sent is shown, and begun by its one button; what nothing takes back by its number, or its name. */
export async function confirm(page: Page, name: RegExp, typed?: string): Promise<void> {
  const shown = plan(page)
  await expect(shown.getByRole('grid', { name: 'What is sent' })).toBeVisible()
  // It stands beside what is sent wherever the operation is a guess.
  const unlock = shown.getByLabel('I have read Litemail’s page for this operation')
  if (await unlock.isVisible()) await unlock.press('Space')
  if (typed !== undefined) await shown.getByLabel(`Type “${typed}” to confirm`).fill(typed)
  const begin = shown.getByRole('button', { name })
  await expect(begin).toBeEnabled()
  await begin.press('Enter')
  await expect(shown).toHaveCount(0)
}
