import type { Page } from '@playwright/test'
import { paletteActions } from '../../src/shared/text/menu'
import { audit } from '../pictures/support/audit'
import { expect, test } from '../support/app/fixture'
import type { App } from '../support/app/launch'
import { listMailboxes } from '../support/app/listMailboxes'
import { pressMenu } from '../support/app/menu'
import { focusWindow } from '../support/app/quickCreate'
import { expectFocus, filledProfile, fillYear, list, searchBox } from './list/addressList'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' })
const field = (page: Page) => palette(page).getByRole('combobox', { name: 'What are you looking for?' })
const options = (page: Page) => palette(page).getByRole('option')
const group = (page: Page, name: string) => palette(page).getByRole('group', { name, exact: true })
async function openPalette(app: App): Promise<void> {
  await pressMenu(app, 'palette')
  await expect(field(await app.window())).toBeFocused()
}
/** The line that Enter means. */
const meant = (page: Page) => palette(page).getByRole('option', { selected: true })
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 })

/** What the menu shows, without what needs a field, what only developers see, and the palette itself. */
const menuLabels = (app: App): Promise<string[]> =>
  app.electron.evaluate(({ Menu }) => {
    const others = ['redo', 'cut', 'copy', 'paste', 'selectall', 'reload', 'toggledevtools']
    return (
      Menu.getApplicationMenu()?.items.flatMap(
        ({ submenu }) =>
          submenu?.items
            .filter(({ type, visible, id, role }) => {
              const isOther = others.includes(String(role ?? '').toLowerCase())
              return type !== 'separator' && visible && id !== 'palette' && !isOther
            })
            .map(({ label }) => label) ?? [],
      ) ?? []
    )
  })

/** What stands in a group of the palette, by its words. */
const offeredIn = (page: Page, name: string): Promise<string[]> =>
  group(page, name)
    .getByRole('option')
    .evaluateAll((lines) => lines.map((line) => line.firstElementChild?.textContent ?? ''))

/** The sections of the settings, all that is ticked or chosen there, and the parts that hold nothing of the kind. */
async function settingWords(page: Page): Promise<string[]> {
  const words: string[] = []
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    const parts = page.getByRole('tabpanel').getByRole('region')
    const section = (await tab.textContent()) ?? ''
    words.push(section)
    // Accounts are named by whoever connects them.
    if (section === 'Accounts') continue
    await parts.first().waitFor()
    for (const part of await parts.all()) {
      const ticked = part.locator('label:has(input[type=checkbox]) > span > span:first-child')
      const chosen = part.locator('[role=radiogroup] > span:first-child')
      const within = [...(await ticked.allTextContents()), ...(await chosen.allTextContents())]
      words.push(...(within.length > 0 ? within : await part.getByRole('heading').allTextContents()))
    }
  }
  return words
}

test('the palette offers all that the menu does, and leads to everything by keys alone', async ({
  launch,
  session,
}) => {
  const userData = await filledProfile(session, async (filler) => {
    await fillYear(filler)
    await filler.fleet({ mailboxes: 60, domains: 3, workspaces: 1 })
  })
  const app = await launch({ userData })
  const page = await app.window()
  await list(page).getByRole('row').nth(1).waitFor()
  const listed = await listMailboxes(page, 1)
  const first = listed.ok ? listed.value.rows[0] : undefined
  const { email, domain } = { email: first?.email ?? '', domain: first?.domain ?? '' }

  // The same lines as the menu that the desktop shows, and the keyboard goes back where it was.
  await searchBox(page).focus()
  await focusWindow(session, 'Mailroom')
  await session.run('xdotool', ['key', 'ctrl+k'])
  await expect(field(page)).toBeFocused()
  const labels = await menuLabels(app)
  expect(labels).toHaveLength(paletteActions.length)
  expect(await offeredIn(page, 'Actions')).toEqual(expect.arrayContaining(labels))
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect.poll(() => audit(page)).toEqual([])
  }
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await expectFocus(page, searchBox(page))

  // An action by the first letters of its words; it comes first the next time.
  await openPalette(app)
  await field(page).pressSequentially('naw')
  await expect(meant(page)).toContainText('New Address With…')
  await expect(field(page)).toHaveAttribute('aria-activedescendant', /./)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'New address with…' })).toBeVisible()
  await page.keyboard.press('Escape')
  await openPalette(app)
  await expect(group(page, 'Recent').getByRole('option').first()).toContainText('New Address With…')

  // The line that Enter means is in sight, wherever one was before.
  await page.keyboard.press('ArrowUp')
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true')
  await expect(meant(page)).toBeInViewport({ ratio: 1 })
  await field(page).pressSequentially('e')
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
  await expect(meant(page)).toBeInViewport({ ratio: 1 })
  await field(page).fill('')
  await field(page).pressSequentially('histle')
  await expect(meant(page)).toContainText('amber-thistle-884@ig.do')
  await page.keyboard.press('Enter')
  await expect(details(page)).toContainText('amber-thistle-884@ig.do')

  await openPalette(app)
  await field(page).fill(email)
  await expect(meant(page)).toContainText(email)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Mailboxes')).toBeVisible()
  await expect(details(page)).toContainText(email)

  await openPalette(app)
  await field(page).fill(domain)
  const domains = group(page, 'Domains').getByRole('option').first()
  await expect(domains).toContainText(domain)
  await page.keyboard.press('ArrowUp')
  await expect(meant(page)).toContainText(domain)
  await domains.click()
  await expect(heading(page, 'Domains')).toBeVisible()
  await expect(details(page)).toContainText(domain)

  await openPalette(app)
  await field(page).pressSequentially('glob short')
  await expect(meant(page)).toContainText('Global shortcut')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Desktop', selected: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Global shortcut' })).toBeFocused()

  // What stands in the settings is there by its own words, and is brought into sight.
  const inSettings = await settingWords(page)
  await openPalette(app)
  await expect
    .poll(async () => {
      const offered = [...(await offeredIn(page, 'Recent')), ...(await offeredIn(page, 'Settings'))]
      return inSettings.filter((words) => !offered.includes(words))
    })
    .toEqual([])
  await field(page).pressSequentially('diagnostics')
  await group(page, 'Settings').getByRole('option', { name: 'Diagnostics' }).click()
  await expect(page.getByRole('region', { name: 'Diagnostics' })).toBeInViewport({ ratio: 1 })

  // From a screen without a list, too, it is that address which opens, and not the first of its list.
  await openPalette(app)
  await field(page).fill('brisk-harbor')
  await expect(meant(page)).toContainText('brisk-harbor-412@ig.do')
  await page.keyboard.press('Enter')
  await expect(details(page).locator(':focus')).toHaveText('brisk-harbor-412@ig.do')

  await openPalette(app)
  await field(page).pressSequentially('get dns rec')
  await expect(meant(page)).toContainText('Get DNS Records')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Operations')).toBeVisible()

  // What hides, and what shows again, say so.
  await openPalette(app)
  await field(page).pressSequentially('hide sens')
  await expect(meant(page)).toContainText('Hide Sensitive')
  await page.keyboard.press('Enter')
  await openPalette(app)
  await expect(group(page, 'Recent').getByRole('option').first()).toContainText('Show Sensitive')
  await field(page).pressSequentially('hide sens')
  await expect(meant(page)).toContainText('Hide sensitive data')
  await expect(palette(page).getByRole('option', { name: 'Show Sensitive' })).toHaveCount(0)

  await field(page).fill('qqqq zzzz')
  await expect(palette(page).getByRole('status')).toHaveText('Nothing matches “qqqq zzzz”.')
  await expect(options(page)).toHaveCount(0)
})
