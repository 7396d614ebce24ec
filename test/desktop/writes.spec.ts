import { audit } from '../pictures/support/audit'
import { expect, test } from '../support/app/fixture'
import { connectLitemail } from '../support/app/fleetJourney'
import { open, openOperations, panel } from './operations/panel'

// What writes is filled in by hand, shown before it is sent, confirmed by keys alone, sent once, and told of.

test('a write is filled in, reviewed, confirmed and followed by keys alone, and sent once', async ({
  launch,
  litemail,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openOperations(page)
  const acts = (operation: string) => litemail.acts().filter((act) => act.operation === operation)

  // Given a field that something stands against, nothing is reviewed, and the keyboard goes to the field.
  await open(page, 'Create Tag')
  const review = page.getByRole('button', { name: 'Review…' })
  await review.press('Enter')
  await expect(panel(page, 'Create Tag').getByText('Needed.')).toHaveCount(2)
  await expect(page.getByLabel('name')).toBeFocused()
  await page.keyboard.type('cold')
  await page.keyboard.press('Tab')
  await page.keyboard.type('green')
  await expect(panel(page, 'Create Tag').getByText('Only a colour, as #2f9e44.')).toBeVisible()
  await page.getByLabel('color').fill('#1971c2')
  await page.keyboard.press('Enter')

  // Then what would be sent is shown, and nothing is sent yet.
  const plan = page.getByRole('alertdialog', { name: 'Create 1 tag in Agency' })
  await expect(plan.getByRole('grid', { name: 'What is sent' })).toContainText('name: cold')
  await expect(plan).toContainText('1 request')
  await plan.getByRole('button', { name: 'The request' }).press('Enter')
  await expect(plan).toContainText(/POST .*\/v1\/tags/)
  await expect(plan).toContainText('x-api-key: $LITEMAIL_KEY')
  await expect.poll(() => audit(page)).toEqual([])
  expect(acts('tags.create')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(plan).toHaveCount(0)
  await expect(page.getByLabel('color')).toBeFocused()

  // When Enter is held on the button, it is begun once, and its outcome stands in the panel.
  await review.press('Enter')
  await plan.getByRole('button', { name: 'Create 1 tag in Agency' }).focus()
  for (let held = 0; held < 4; held += 1) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  const outcome = page.getByRole('region', { name: 'Outcome' })
  await expect(outcome).toContainText('1 done.')
  await expect(page.getByText('Create 1 tag in Agency: 1 done.')).toBeVisible()
  expect(acts('tags.create')).toHaveLength(1)
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect.poll(() => audit(page)).toEqual([])
})

test('a guess that destroys is locked until its page was read, confirmed by its number, and its first row goes alone', async ({
  launch,
  litemail,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  for (const name of ['one', 'two'])
    litemail.holdings().tags.push({ id: `tag-${name}`, name, color: '#1971c2' })
  await openOperations(page)
  await open(page, 'Delete Tag')
  await page.getByLabel('id', { exact: true }).fill('tag-one\ntag-two')
  await page.getByRole('button', { name: 'Review…' }).press('Enter')

  const plan = page.getByRole('alertdialog', { name: 'Delete 2 tags from Agency' })
  const confirm = plan.getByRole('button', { name: 'Delete 2 tags from Agency' })
  await expect(plan).toContainText('No operation takes this back.')
  await expect(plan).toContainText('The first row goes alone')
  await expect(confirm).toBeDisabled()
  await expect.poll(() => audit(page)).toEqual([])
  await plan.getByLabel('Type “2” to confirm').fill('2')
  await page.keyboard.press('Enter')
  expect(litemail.acts()).toEqual([])

  await plan.getByLabel('I have read Litemail’s page for this operation').press('Space')
  await expect(confirm).toBeEnabled()
  await plan.getByLabel('Type “2” to confirm').fill('3')
  await confirm.press('Enter')
  await expect(plan.getByText('Type exactly 2.')).toBeVisible()
  await expect(plan.getByLabel('Type “2” to confirm')).toBeFocused()
  expect(litemail.acts()).toEqual([])
  await page.keyboard.press('Control+A')
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await expect(plan).toHaveCount(0)

  // Its first row is looked at before the other goes.
  const band = page.getByRole('region', { name: 'Writes at Litemail' })
  await expect(band).toContainText('1 done, 1 not sent. The first row was sent alone.')
  expect(litemail.acts()).toHaveLength(1)
  await band.getByRole('button', { name: 'Look' }).press('Enter')
  const job = page.getByRole('dialog', { name: 'Delete 2 tags from Agency' })
  await expect(job.getByRole('region', { name: 'The first row' })).toContainText(
    /DELETE .*\/v1\/tags\/tag-one/,
  )
  await expect.poll(() => audit(page)).toEqual([])
  await job.getByRole('button', { name: 'Continue with the other one' }).press('Enter')
  await expect(job).toContainText('2 done.')
  await expect(job.getByRole('grid', { name: 'Rows of the job' }).getByRole('row')).toHaveCount(3)
  expect(litemail.acts().map(({ operation }) => operation)).toEqual(['tags.delete', 'tags.delete'])
  await page.keyboard.press('Escape')
  await expect(band).toHaveCount(0)
})
