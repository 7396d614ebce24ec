import type { Page } from '@playwright/test'
import { expect, test } from './support/scene'

async function openList(page: Page) {
  await page.getByRole('button', { name: 'More ways to make addresses' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
}

const pasted = [
  'train-tickets, To the coast and back again, two seats by the window',
  'concert@ig.do\tPresale',
  'ab',
  'support, Print shop',
  'postmaster',
  'premium@kfc.sh',
  'strange@another.example',
  'train-tickets',
  'john.smith, Taken by somebody',
  'a-very-long-name-that-somebody-wanted-for-the-garden-centre-2026',
]

test('pasted-list', async ({ openConnected, likedo }) => {
  const { page, picture } = await openConnected()
  await openList(page)
  await picture('pasted-list-menu')
  await page.getByRole('menuitem', { name: /^New addresses from a list…/ }).click()
  const dialog = page.getByRole('dialog', { name: /from a list$/ })
  await expect(dialog.getByText('addresses left this month')).toBeVisible()
  await picture('pasted-list-empty')

  const field = dialog.getByLabel('Names, one a line')
  await field.fill(pasted.join('\n'))
  await expect(dialog.getByText('7 of 10 can be sent.')).toBeVisible()
  await picture('pasted-list-read')

  // Held shorter than Mailroom waits for an answer.
  const long = 'a-very-long-name-that-somebody-wanted-for-the-garden-centre-2026@ig.do'
  for (const email of ['premium@kfc.sh', long]) {
    likedo.next({ kind: 'hold', at: 'received' }, { method: 'POST', email })
  }
  await dialog.getByRole('button', { name: 'Create 7 addresses' }).click()
  await likedo.when('received', { method: 'POST', email: 'premium@kfc.sh' })
  await expect(dialog.getByText(/^2 created, 1 not created/)).toBeVisible()
  await picture('pasted-list-going')
  likedo.release()

  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('Creating addresses from a list: 6 of 7')).toBeVisible()
  await picture('pasted-list-going-closed')
  likedo.release()
  await expect(page.getByText(/created, \d not created/)).toBeVisible()
  await picture('pasted-list-ended-closed')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(dialog.getByText(/^Done/)).toBeVisible()
  await picture('pasted-list-report')
})

test('pasted-list-over', async ({ openConnected }) => {
  const { page, picture } = await openConnected()
  await openList(page)
  await page.getByRole('menuitem', { name: /^New addresses from a list…/ }).click()
  const dialog = page.getByRole('dialog', { name: /from a list$/ })
  await dialog
    .getByLabel('Names, one a line')
    .fill(Array.from({ length: 505 }, (_, index) => `numbered-${index + 1}, Number ${index + 1}`).join('\n'))
  await expect(dialog.getByText('500 of 505 can be sent.')).toBeVisible()
  await picture('pasted-list-over')
})
