import { expect, type Page } from '@playwright/test'
import { addressRows, copiedAddress, pressNewAddress, status } from '../../support/app/journey'

export const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })
export const note = (page: Page) => details(page).getByRole('textbox', { name: 'Note' })
export const rowOf = (page: Page, email: string) => addressRows(page).filter({ hasText: email })

/** What an address of a press is, with the list behind it. */
export async function makeAddress(page: Page): Promise<string> {
  const said = status(page).getByText(/^Copied: /)
  const lastSaid = async () => (await said.allTextContents()).at(-1)
  const before = await lastSaid()
  await pressNewAddress(page)
  // The news of the press before may still be there.
  await expect.poll(async () => [undefined, before].includes(await lastSaid())).toBe(false)
  const email = await copiedAddress(page)
  await expect(rowOf(page, email)).toBeVisible()
  return email
}
