import type { Page } from '@playwright/test'
import { expect } from '../../support/app/fixture'
import { connectLitemail, expectRows, freshness, openFleet } from '../../support/app/fleetJourney'
import type { Litemail } from '../../support/litemail/server'

type List = 'Mailboxes' | 'Domains'

export const fleetDetails = (page: Page) => page.getByRole('complementary', { name: 'Details' })
export const fleetFilter = (page: Page, name: string | RegExp) =>
  page.getByRole('group', { name: 'Filters' }).getByRole('button', { name })

/** Everything is read that there is to read. */
export const untilRead = (page: Page): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const status = await window.bridge.call('fleet.status', {})
          return (
            status.ok &&
            status.value.parts.length > 0 &&
            status.value.parts.every(
              ({ at, state, problem }) => (at ?? problem) !== null && state === 'resting',
            )
          )
        }),
      { timeout: 30_000 },
    )
    .toBe(true)

/** Shows one of the lists of a fleet that was read before, and is as it was. */
export async function openKnownList(page: Page, list: List, count: number): Promise<void> {
  await openFleet(page, list)
  await expectRows(page, list, count)
  await expect(freshness(page)).toHaveText(/^Updated/)
}

/** Connects an account, and shows one of its lists once all is read. */
export async function openReadList(page: Page, litemail: Litemail, list: List, count: number): Promise<void> {
  await connectLitemail(page, litemail)
  await openFleet(page, list)
  await expectRows(page, list, count)
  await untilRead(page)
  await expect(freshness(page)).toHaveText('Updated just now')
}
