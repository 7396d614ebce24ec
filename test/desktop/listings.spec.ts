import { expect, test } from '../support/app/fixture'
import { connectAndOpenList, connectLikeDo, status } from '../support/app/journey'
import { DEFAULT_KEY } from '../support/likedo/server'
import { details, makeAddress, note, rowOf } from './details/panel'

test('a refresh adds what was made elsewhere and keeps the note that is here', async ({ launch, likedo }) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  const email = await makeAddress(page)
  await rowOf(page, email).focus()
  await page.keyboard.press('Enter')
  await note(page).fill('Ours')
  await note(page).press('Control+Enter')
  await expect(details(page)).toContainText('Saved')

  // The first reading, which nobody asked for, is over.
  await expect(page.getByText('Updated just now')).toBeVisible()
  likedo.hold(DEFAULT_KEY, 'made.elsewhere@ig.do', 'from the website')
  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await expect(status(page)).toContainText('Refreshed. 1 address added.')
  await expect(rowOf(page, 'made.elsewhere@ig.do')).toBeVisible()
  await expect(rowOf(page, email)).toContainText('Ours')
  await expect(page.getByText('Updated just now')).toBeVisible()
  await expect(details(page)).toContainText('Last seen in LikeDo’s list just now')
  await rowOf(page, 'made.elsewhere@ig.do').focus()
  await expect(details(page)).toContainText('Found in LikeDo’s list.')
  await expect(details(page)).toContainText('from the website')

  await page.getByRole('button', { name: 'More about refreshing' }).click()
  await page.getByRole('menuitem', { name: /^Refresh all…/ }).click()
  await expect(page.getByRole('dialog', { name: 'Refresh all' })).toContainText(
    /Reads about (\d) pages?: \1 of about \d+ requests left this hour\./,
  )
  await page.getByRole('button', { name: 'Read all' }).click()
  await expect(status(page)).toContainText('Refreshed. Nothing new.')
})

test.describe('where the server shows no list', () => {
  test.use({ likedoOptions: { canList: false } })

  test('that is said instead of an age, and nothing can be refreshed', async ({ launch, likedo }) => {
    const app = await launch()
    const page = await app.window()
    await connectLikeDo(page, likedo.origin, DEFAULT_KEY)
    await expect(page.getByText('LikeDo does not list addresses here')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Refresh', exact: true })).toHaveCount(0)
  })
})

test('a list that shows nothing known after a key was replaced is merged only when the user says so', async ({
  launch,
  likedo,
}) => {
  const OTHER_KEY = 'sk_live_test_other_000000000000000002'
  likedo.addUser({ name: 'other', keys: [OTHER_KEY], addresses: ['somebody.elses@ig.do'] })
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  await makeAddress(page)

  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Replace key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('API key', { exact: true }).fill(OTHER_KEY)
  await dialog.getByRole('button', { name: 'Replace key' }).click()
  await expect(status(page)).toContainText('Key replaced.')
  await page.getByRole('button', { name: 'Addresses', exact: true }).click()

  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await expect(page.getByText('Is it the same LikeDo user?')).toBeVisible()
  await expect(rowOf(page, 'somebody.elses@ig.do')).toHaveCount(0)
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(rowOf(page, 'somebody.elses@ig.do')).toBeVisible()
  await expect(page.getByText('Is it the same LikeDo user?')).toHaveCount(0)
})
