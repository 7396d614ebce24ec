import { expect, test } from '../support/app/fixture'
import { connectAndOpenList } from '../support/app/journey'
import { DEFAULT_KEY } from '../support/likedo/server'

test('twenty from a list, with a 409, a 403 and a lost answer, are told exactly, each made once', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  likedo.forget()
  const good = Array.from({ length: 17 }, (_, index) => `number.${index + 1}@ig.do`)
  likedo.next({ kind: 'drop', when: 'after', how: 'reset' }, { method: 'POST', email: 'lost.answer@ig.do' })
  const lines = [...good, 'lost.answer', 'john.smith, Taken by somebody', 'premium@kfc.sh']

  await page.getByRole('button', { name: 'More ways to make addresses' }).click()
  await page.getByRole('menuitem', { name: /^New addresses from a list…/ }).click()
  const dialog = page.getByRole('dialog', { name: /from a list$/ })
  await dialog.getByLabel('Names, one a line').fill(['ab', ...lines, 'number.1'].join('\n'))
  await expect(dialog).toContainText('20 of 22 can be sent. 50 of 50 addresses left this month.')
  const readings = dialog.getByRole('list', { name: 'How each line is read' })
  await expect(readings.getByRole('listitem').first()).toContainText('Not a name')
  await expect(readings.getByRole('listitem').last()).toContainText('Stands in the list twice.')
  expect(likedo.requests.filter(({ method }) => method === 'POST')).toHaveLength(0)

  await dialog.getByRole('button', { name: 'Create 20 addresses' }).click()
  await expect(dialog).toContainText('Done: 18 created, 2 not created.')
  const items = dialog.getByRole('list', { name: 'Addresses of the list' }).getByRole('listitem')
  await expect(items).toHaveCount(20)
  await expect(items.filter({ hasText: 'john.smith@ig.do' })).toContainText(
    'LikeDo already has john.smith@ig.do',
  )
  await expect(items.filter({ hasText: 'premium@kfc.sh' })).toContainText(
    'Your LikeDo plan does not cover kfc.sh',
  )
  await expect(items.filter({ hasText: 'lost.answer@ig.do' })).toContainText('Created')

  const held = likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)
  expect(new Set(held)).toEqual(new Set([...good, 'lost.answer@ig.do']))
  expect(held).toHaveLength(18)

  await dialog.getByRole('button', { name: 'Copy the 18 created' }).click()
  await expect
    .poll(async () => (await session.readClipboard())?.split('\n'))
    .toEqual([...good, 'lost.answer@ig.do'])

  await dialog.getByRole('button', { name: 'Try the 2 refused again…' }).click()
  await expect(dialog.getByLabel('Names, one a line')).toHaveValue(
    'john.smith, Taken by somebody\npremium@kfc.sh',
  )
})

test('a list goes on while its dialog is closed, and stops when that is pressed', async ({
  launch,
  likedo,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  likedo.next({ kind: 'hold', at: 'received' }, { method: 'POST', email: 'second@ig.do' })
  await page.getByRole('button', { name: 'More ways to make addresses' }).click()
  await page.getByRole('menuitem', { name: /^New addresses from a list…/ }).click()
  const dialog = page.getByRole('dialog', { name: /from a list$/ })
  await dialog.getByLabel('Names, one a line').fill('first\nsecond\nthird')
  await dialog.getByRole('button', { name: 'Create 3 addresses' }).click()
  await expect(dialog).toContainText('Closing this does not stop it.')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('Creating addresses from a list: 1 of 3')).toBeVisible()

  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await dialog.getByRole('button', { name: 'Stop' }).click()
  likedo.release()
  await expect(dialog).toContainText('Done: 2 created, 1 not created.')
  expect(likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)).toEqual(['second@ig.do', 'first@ig.do'])
})
