import { expect, test } from '../support/app/fixture'
import { expectRows, fleetGrid, freshness, openFleet } from '../support/app/fleetJourney'

test('sample data has a fleet to look around in: listed, searched, counted, and nothing left this computer', async ({
  launch,
}) => {
  const app = await launch({ args: ['--demo'] })
  const page = await app.window()
  await openFleet(page, 'Mailboxes')
  await expectRows(page, 'Mailboxes', 2_400)
  await expect(freshness(page)).toHaveText(/^Updated /)

  await page.getByRole('searchbox', { name: 'Search mailboxes' }).fill('ada copperbridge')
  await expect(fleetGrid(page, 'Mailboxes').getByRole('row').nth(1)).toContainText('@copperbridge.example')

  await openFleet(page, 'Domains')
  await expectRows(page, 'Domains', 120)

  await openFleet(page, 'Overview')
  await expect(page.getByRole('main')).toContainText('2,400')
  await expect(page.getByRole('main')).toContainText('$1,440')
})

test('the sample profile is filled anew with a fleet of another size, and keeps one of the same', async ({
  launch,
  session,
}) => {
  const userData = session.makeFolder('sizes')
  const open = async (size: number) => {
    const app = await launch({ userData, args: [`--demo=${size}`] })
    const page = await app.window()
    await openFleet(page, 'Mailboxes')
    return { app, page }
  }
  const first = await open(150)
  await expectRows(first.page, 'Mailboxes', 150)
  await first.app.close()

  const second = await open(150)
  await expectRows(second.page, 'Mailboxes', 150)
  await second.app.close()

  const third = await open(60)
  await expectRows(third.page, 'Mailboxes', 60)
})

test('while thousands of rows come in above it, the row with the keyboard stays where it is', async ({
  launch,
}) => {
  const app = await launch({ args: ['--demo=6000'] })
  const page = await app.window()
  await openFleet(page, 'Mailboxes')
  const grid = fleetGrid(page, 'Mailboxes')
  await grid.getByRole('row').nth(12).focus()
  const seen = () =>
    page.evaluate(() => {
      const row = document.activeElement
      const email = row?.querySelector('[role="gridcell"]')?.textContent
      return { role: row?.role, email, top: Math.round(row?.getBoundingClientRect().top ?? -1) }
    })
  const before = await seen()
  expect(before.role).toBe('row')

  await expectRows(page, 'Mailboxes', 6_000)
  await expect(freshness(page)).toHaveText(/^Updated /)
  const after = await seen()
  expect(after).toMatchObject({ role: 'row', email: before.email })
  await expect(page.locator(':focus')).toBeInViewport({ ratio: 1 })
})
