import type { Page } from '@playwright/test'
import { addressRows } from '../support/app/journey'
import { everyState, ordinaryPresses } from './support/presses'
import { expect, test } from './support/scene'

const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })

async function openDetailsOf(page: Page, email: string) {
  const row = addressRows(page).filter({ hasText: email })
  await row.focus()
  await page.keyboard.press('Enter')
  await expect(details(page)).toContainText('LikeDo tag')
}

test('details', async ({ openFilled }) => {
  const { page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({})
    for (const press of ordinaryPresses()) await filler.press(account, { ...press, tag: 'shop' })
  })
  await openDetailsOf(page, 'brisk-harbor-412')
  await picture('details-panel')

  const labels = details(page).getByRole('combobox', { name: 'Add a label' })
  for (const name of ['travel', 'trains and buses', 'Tickets']) {
    await labels.fill(name)
    await labels.press('Enter')
    await expect(details(page).getByRole('button', { name: `Label ${name}` })).toBeVisible()
  }
  await labels.fill('t')
  await labels.press('Escape')
  await addressRows(page).filter({ hasText: 'quiet-lantern-207' }).focus()
  await page.keyboard.press('Enter')
  await expect(details(page)).toContainText('quiet-lantern-207')
  await labels.fill('t')
  await expect(page.getByRole('option', { name: 'Tickets' })).toBeVisible()
  await picture('details-labels-choices')
  await labels.press('Escape')
  await openDetailsOf(page, 'brisk-harbor-412')
  await details(page)
    .getByRole('textbox', { name: 'Note' })
    .fill('Train tickets to the coast\nSeats 41 and 42')
  await picture('details-labels-note')

  await details(page).getByRole('button', { name: 'Label travel' }).press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await picture('details-label-menu')
  await page.getByRole('menuitem', { name: 'Rename everywhere…' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture('details-label-rename')
  await page.keyboard.press('Escape')

  await details(page).getByRole('button', { name: 'Delete…' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture('details-delete')
  await page.keyboard.press('Escape')
  await details(page).getByRole('button', { name: 'Hide here' }).click()
  await expect(details(page)).toContainText('Hidden here.')
  await picture('details-hidden')
})

test('details-states', async ({ openFilled }) => {
  const { page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({})
    for (const press of everyState()) await filler.press(account, press)
  })
  await openDetailsOf(page, 'garden.club')
  await picture('details-owner-unknown')
  await openDetailsOf(page, 'brave-teapot-553')
  await picture('details-waiting')
})

test('details-long', async ({ openFilled }) => {
  const long = `${'a-very-long-local-part-that-a-user-typed-because-a-service-wants'.slice(0, 64)}@mail.a-domain-with-a-long-name.example`
  const { page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({
      name: 'The account of the bookkeeping department, second floor, room with the plants',
    })
    await filler.press(account, {
      email: long,
      note: 'Everything that somebody may want to write down about one address. '.repeat(40),
      tag: 'fifty-characters-without-any-place-to-break-a-line',
      at: Date.now() - 60_000,
      takenNames: ['quiet-lantern-207@ig.do', 'amber-thistle-884@ig.do'],
      ending: { state: 'done', evidence: 'list' },
    })
  })
  await addressRows(page).first().focus()
  await page.keyboard.press('Enter')
  await expect(details(page)).toContainText('LikeDo tag')
  await picture('details-long')
})

test('note-prompt', async ({ openConnected }) => {
  const { page, picture } = await openConnected()
  await page.getByRole('button', { name: 'New address', exact: true }).click()
  await expect(page.getByRole('button', { name: /^What is .* for\?/ })).toBeVisible()
  await picture('note-prompt')
  await page.keyboard.press('Control+e')
  await page.keyboard.type('Train tickets to the coast')
  await picture('note-prompt-field')
})

test('details-zoom', async ({ openFilled }) => {
  const { app, page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({})
    for (const press of ordinaryPresses()) await filler.press(account, press)
  })
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
  )
  await openDetailsOf(page, 'brisk-harbor-412')
  await picture('details-zoom-200')
})
