import { expect, type Locator, type Page } from '@playwright/test'
import type { Session } from '../../support/desktop/session'
import { type Filler, fillProfile, type PressKept } from '../../support/profile/fill'

let profiles = 0

/** A profile that `fill` has written into, for `--user-data-dir`. */
export async function filledProfile(
  session: Session,
  fill: (filler: Filler) => Promise<void>,
): Promise<string> {
  profiles += 1
  const userData = session.makeFolder(`list-${process.pid}-${profiles}`)
  await fillProfile(session.account, userData, fill)
  return userData
}

/** Noon of a day of the user's time zone. */
export const on = (day: string): number => new Date(`${day}T12:00:00`).getTime()

const year: readonly Pick<PressKept, 'email' | 'note' | 'tag' | 'at'>[] = [
  { email: 'quiet-lantern-207@ig.do', note: 'Trial of a note-taking app', at: on('2026-03-28') },
  { email: 'amber-thistle-884@ig.do', at: on('2026-03-14') },
  {
    email: 'brisk-harbor-412@ig.do',
    note: 'Train tickets to the coast',
    tag: 'travel',
    at: on('2026-03-02'),
  },
  { email: 'clever-maple-930@ig.do', note: 'Newsletter of the Café Zürich', at: on('2026-01-20') },
  { email: 'dusty-comet-118@ig.do', note: 'Invoices of the print shop', at: on('2026-01-04') },
  { email: 'early-finch-655@ig.do', note: 'Forum about old bicycles', at: on('2025-11-11') },
]

/** Six addresses of two years, four of them with a note. */
export const fillYear = async (filler: Filler): Promise<void> => {
  const account = await filler.account({})
  for (const kept of year) await filler.press(account, { ...kept, ending: { state: 'done' } })
}

export const list = (page: Page): Locator => page.getByRole('grid', { name: 'Addresses' })
export const rowOf = (page: Page, text: string | RegExp): Locator =>
  list(page).getByRole('row').filter({ hasText: text })
export const searchBox = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search addresses' })
/** How much the list shows. */
export const countLine = (page: Page): Locator =>
  page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /address|shown/ })

/** The local parts of the rows in sight, from the first on. */
export const shownNames = async (page: Page): Promise<string[]> =>
  (await list(page).getByRole('gridcell').filter({ hasText: '@' }).allInnerTexts()).map(
    (email) => email.split('@')[0] ?? '',
  )

/** Puts labels on the addresses of these names, as the window does. */
export const label = (page: Page, names: readonly string[], labels: readonly string[]): Promise<void> =>
  onAddresses(page, names, 'addresses.label', { add: [...labels], remove: [] })

export const hide = (page: Page, names: readonly string[]): Promise<void> =>
  onAddresses(page, names, 'addresses.hide', { isHidden: true })

const onAddresses = (
  page: Page,
  names: readonly string[],
  method: 'addresses.label' | 'addresses.hide',
  input: object,
): Promise<void> =>
  page.evaluate(
    async ({ names, method, input }) => {
      const view = {
        search: '',
        labels: [],
        accountIds: [],
        month: null,
        hidden: 'shown' as const,
        isWithoutNote: false,
        sort: { by: 'created' as const, isDescending: true },
      }
      const page = await window.bridge.call('addresses.list', { view, offset: 0, limit: 500 })
      if (!page.ok) throw new Error(JSON.stringify(page.error))
      const ids = page.value.rows
        .filter(({ email }) => names.includes(email.split('@')[0] ?? ''))
        .map(({ id }) => id)
      const done = await window.bridge.call(method, { choice: { ids }, ...input } as never) // one of two shapes
      if (!done.ok) throw new Error(JSON.stringify(done.error))
    },
    { names: [...names], method, input },
  )

/** The keyboard is somewhere, and where this says. */
export async function expectFocus(page: Page, place: Locator): Promise<void> {
  await expect(place).toBeFocused()
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
}

/** Presses keys one after the other; after each the keyboard must be on something. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.tagName), `after ${key}`)
      .not.toBe('BODY')
  }
}
