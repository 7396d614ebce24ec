import { expect, type Locator, type Page } from '@playwright/test'

export const operationsGrid = (page: Page): Locator => page.getByRole('grid', { name: 'Operations' })

export const operationsSearch = (page: Page): Locator =>
  page.getByRole('searchbox', { name: 'Search operations' })

export const operationRow = (page: Page, text: string): Locator =>
  operationsGrid(page).getByRole('row').filter({ hasText: text })

/** The operation that is open beside the list, by its title. */
export const panel = (page: Page, title: string): Locator =>
  page.getByRole('region', { name: title, exact: true })

export const answer = (page: Page): Locator => page.getByRole('region', { name: 'Answer' })

export const run = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Run', exact: true }).click()

/** Opens Operations by the sidebar. */
export const openOperations = (page: Page): Promise<void> =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Operations' }).click()

/** Searches for an operation, opens it, and clears the search. */
export async function open(page: Page, title: string): Promise<void> {
  await operationsSearch(page).fill(title)
  await operationRow(page, title).last().click()
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
  await operationsSearch(page).fill('')
}
