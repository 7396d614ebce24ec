import { hide, label, searchBox } from '../desktop/list/addressList'
import { addressRows } from '../support/app/journey'
import type { Filler } from '../support/profile/fill'
import { DAY, MINUTE } from './support/moments'
import { everyState, ordinaryPresses } from './support/presses'
import { expect, type Scene, test } from './support/scene'

test('addresses-demo', async ({ open }) => {
  const { page, picture } = await open({ args: ['--demo'] })
  await expect(addressRows(page).first()).toBeVisible()
  await picture('addresses-demo')
})

test('addresses-empty', async ({ openConnected }) => {
  const { page, picture } = await openConnected()
  await expect(page.getByText('No address yet')).toBeVisible()
  await picture('addresses-empty')
})

test('addresses-list', async ({ openFilled }) => {
  const { page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({})
    for (const press of ordinaryPresses()) await filler.press(account, press)
  })
  await expect(addressRows(page)).toHaveCount(10)
  await picture('addresses-list')

  await searchBox(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+ArrowDown')
  await expect(addressRows(page).nth(1)).toBeFocused()
  await picture('addresses-focus-row')

  await page.keyboard.press('ArrowRight')
  await picture('addresses-focus-note')

  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: /^Note for/ })).toBeFocused()
  await page.keyboard.type('Where the kettle was bought')
  await picture('addresses-note-edited')

  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('columnheader', { name: 'Created' }).getByRole('button')).toBeFocused()
  await picture('addresses-focus-title')

  await page.getByRole('button', { name: 'New address', exact: true }).focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'New address', exact: true })).toBeFocused()
  await picture('addresses-focus-button')
})

/** The same year, labelled, and two of it hidden. */
const openLabelled = async (openFilled: (fill: (filler: Filler) => Promise<void>) => Promise<Scene>) => {
  const scene = await openFilled(async (filler) => {
    const account = await filler.account({})
    for (const kept of ordinaryPresses()) await filler.press(account, kept)
  })
  const { page } = scene
  await expect(addressRows(page)).toHaveCount(10)
  await label(page, ['brisk-harbor-412', 'gentle-pebble-346'], ['Travel', 'tickets'])
  await label(
    page,
    ['dusty-comet-118', 'humble-willow-529', 'icy-meadow-790'],
    ['bookkeeping', 'home', 'shop'],
  )
  await label(page, ['quiet-lantern-207'], ['work'])
  await hide(page, ['gentle-pebble-346', 'early-finch-655'])
  await expect(addressRows(page)).toHaveCount(8)
  return scene
}

test('addresses-search', async ({ openFilled }) => {
  const { page, picture } = await openLabelled(openFilled)
  await searchBox(page).fill('t')
  await expect(page.getByText(/hidden match/)).toBeVisible()
  await picture('addresses-search')

  await searchBox(page).fill('concert')
  await expect(page.getByText('0 shown. 1 hidden matches.')).toBeVisible()
  await picture('addresses-search-hidden')

  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(addressRows(page)).toHaveCount(1)
  await searchBox(page).fill('')
  await expect(addressRows(page)).toHaveCount(10)
  await picture('addresses-hidden-shown')

  await searchBox(page).fill('nothing like that')
  await expect(page.getByText('No address matches')).toBeVisible()
  await picture('addresses-search-nothing')
})

test('addresses-filters', async ({ openFilled }) => {
  const { page, picture } = await openLabelled(openFilled)
  const filters = page.getByRole('group', { name: 'Filters' })
  await filters.getByRole('button', { name: 'Label' }).click()
  await expect(page.getByRole('menuitemcheckbox').first()).toBeVisible()
  await picture('addresses-filter-label')
  await page.getByRole('menuitemcheckbox', { name: /home/ }).click()
  await page.keyboard.press('Escape')
  await filters.getByRole('button', { name: 'Without a note' }).click()
  await expect(page.getByText('Label: home · Without a note')).toBeVisible()
  await picture('addresses-filters-nothing')
  await filters.getByRole('button', { name: 'Without a note' }).click()
  await expect(addressRows(page)).toHaveCount(3)
  await picture('addresses-filtered')

  await page.getByRole('button', { name: 'View', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'View' })).toBeVisible()
  await picture('addresses-view-menu')
})

test('addresses-selected', async ({ openFilled }) => {
  const { page, picture } = await openLabelled(openFilled)
  await searchBox(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('3 selected')).toBeVisible()
  await picture('addresses-selected')

  await page.keyboard.press('Control+l')
  await expect(page.getByRole('dialog', { name: 'Label 3 addresses' })).toBeVisible()
  await page.keyboard.type('office')
  await page.keyboard.press('Enter')
  await picture('addresses-label-dialog')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Delete')
  await expect(page.getByText('Hidden here: 3 addresses.')).toBeVisible()
  await picture('addresses-hidden-notice')
})

test('addresses-hide-many', async ({ openFilled }) => {
  const { page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({})
    for (let n = 0; n < 34; n++) {
      const at = Date.now() - n * DAY
      await filler.press(account, { email: `numbered-address-${n}@ig.do`, at, ending: { state: 'done' } })
    }
    await filler.settings({ density: 'compact' })
  })
  await expect(addressRows(page).first()).toBeVisible()
  await picture('addresses-compact')
  await addressRows(page).first().focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByText('34 selected')).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await picture('addresses-hide-dialog')
})

test('addresses-states', async ({ openFilled }) => {
  const { page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({})
    for (const press of everyState()) await filler.press(account, press)
  })
  await expect(addressRows(page)).toHaveCount(7)
  await picture('addresses-states')
})

test('addresses-waiting', async ({ openFilled }) => {
  const { page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({})
    const at = Date.now() - 20 * MINUTE
    await filler.press(account, { email: 'brave-teapot-553@ig.do', at, ending: 'waiting' })
  })
  await expect(page.getByRole('button', { name: 'Send now' })).toBeVisible()
  await picture('addresses-waiting')
})

test('addresses-long', async ({ openFilled }) => {
  const sentence =
    'Everything that somebody may want to write down about one address, and then some more of it. '
  const long = `${'a-very-long-local-part-that-a-user-typed-because-a-service-wants'.slice(0, 64)}@mail.a-domain-with-a-long-name.example`
  const { page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({
      name: 'The account of the bookkeeping department, second floor, room with the plants',
      plan: 'lifetime',
    })
    await filler.account({ name: 'Work', createdAt: Date.now() + 1 })
    const at = (minutes: number) => Date.now() - minutes * MINUTE
    await filler.press(account, {
      email: long,
      note: sentence.repeat(30),
      at: at(20),
      ending: { state: 'done' },
    })
    await filler.press(account, {
      email: 'short@ig.do',
      note: `${'Unbreakable'.repeat(40)}`,
      at: at(30),
      ending: { state: 'done' },
    })
    await filler.press(account, {
      email: `x${long}`.slice(1),
      note: 'Two lines\nof a note\nand a third',
      drawnBits: 0,
      at: at(40),
      ending: {
        state: 'unconfirmed',
        problem: {
          kind: 'bad-response',
          operation: 'create address',
          place: 'data.'.repeat(40),
          problem: 'shape',
          status: 201,
        },
      },
    })
    await filler.press(account, {
      email: 'older@ig.do',
      note: 'عنوان مؤقت للاشتراك في النشرة · 一時的なアドレス · 🎟️',
      at: at(50),
      ending: { state: 'done' },
    })
  })
  await expect(addressRows(page)).toHaveCount(4)
  await picture('addresses-long')
})

test('addresses-several-accounts', async ({ openFilled }) => {
  const { page, picture } = await openFilled(async (filler) => {
    const home = await filler.account({ name: 'Home' })
    const work = await filler.account({ name: 'Work', plan: 'pro' })
    for (const [index, press] of ordinaryPresses().entries())
      await filler.press(index % 3 === 0 ? work : home, press)
    for (const press of everyState().slice(0, 2)) await filler.press(work, press)
  })
  await expect(addressRows(page).first()).toBeVisible()
  await picture('addresses-several-accounts')
})

test('addresses-many', async ({ openFilled }) => {
  const { page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({ plan: 'lifetime' })
    const presses = Array.from({ length: 5_000 }, (_, index) => ({
      email: `numbered-address-${String(index + 1).padStart(5, '0')}@ig.do`,
      note: index % 3 === 0 ? '' : `What number ${index + 1} was made for`,
      at: Date.now() - index * DAY * 0.1 - MINUTE,
      ending: { state: 'done' } as const,
    }))
    for (let from = 0; from < presses.length; from += 500)
      await Promise.all(presses.slice(from, from + 500).map((press) => filler.press(account, press)))
  })
  await expect(addressRows(page).first()).toBeVisible()
  await picture('addresses-many')

  await addressRows(page).first().focus()
  await page.keyboard.press('End')
  await expect(addressRows(page).filter({ hasText: 'numbered-address-05000' })).toBeFocused()
  await picture('addresses-many-end')
})

test('addresses-no-account', async ({ openFilled }) => {
  const { page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({})
    for (const press of ordinaryPresses().slice(0, 4)) await filler.press(account, press)
    await filler.removeAccount(account)
  })
  await expect(page.getByText('No LikeDo account is connected')).toBeVisible()
  await picture('addresses-no-account')
})

test('addresses-offline', async ({ openFilled }) => {
  const { app, page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({})
    for (const press of ordinaryPresses().slice(0, 4)) await filler.press(account, press)
  })
  await app.electron.context().setOffline(true)
  await expect(page.getByText('This computer looks offline')).toBeVisible()
  await picture('addresses-offline')
})
