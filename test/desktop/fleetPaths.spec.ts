import type { Page } from '@playwright/test'
import { expect, test } from '../support/app/fixture'
import { connectLitemail, expectRows, fleetRow, freshness, openFleet } from '../support/app/fleetJourney'
import { LITEMAIL_KEY, type Litemail } from '../support/litemail/server'

// Only nine of Litemail's paths are known from its documentation. With none of the others anything may be.

const FLEET = { workspaces: ['Acme', 'Globex'], domains: 6, mailboxes: 120 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

const standings = [
  { guessedPaths: '404', problem: 'path not known' },
  { guessedPaths: '405', problem: 'path not known' },
  { guessedPaths: 'html', problem: 'a web page answered' },
] as const

/** What each screen names as failed, where of the fleet only user, mailboxes and subscriptions can be read. */
async function seeWhatFailed(page: Page, problem: string): Promise<void> {
  await openFleet(page, 'Domains')
  await expect(freshness(page)).toContainText(problem)
  await openFleet(page, 'Overview')
  const attention = page.getByRole('list', { name: 'Stale or failing' }).getByRole('listitem')
  const of = (noun: string) => attention.filter({ hasText: new RegExp(`^${noun}`) })
  for (const noun of ['Workspaces', 'Domains', 'Wallet', 'Tags']) {
    await expect(of(noun).filter({ hasText: problem }).first()).toBeVisible()
    await expect(of(noun).filter({ hasNotText: problem })).toHaveCount(0)
  }
  for (const noun of ['Mailboxes', 'Subscriptions', 'User']) await expect(of(noun)).toHaveCount(0)
}

const search = async (page: Page, litemail: Litemail) => {
  const wanted = litemail.holdings().mailboxes[40]
  await page.getByRole('searchbox', { name: 'Search mailboxes' }).fill(wanted?.email ?? '')
  await expectRows(page, 'Mailboxes', 1)
  await expect(fleetRow(page, 'Mailboxes', wanted?.email ?? '')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search mailboxes' }).fill('')
}

for (const { guessedPaths, problem } of standings) {
  test(`where all 52 guessed paths answer ${guessedPaths}, mailboxes are listed and searched, and each screen names what failed`, async ({
    launch,
    litemail,
  }) => {
    litemail.configure({ guessedPaths })
    const app = await launch()
    const page = await app.window()

    expect(await connectLitemail(page, litemail)).toBe('Tried 16 reads, 3 answered. Nothing was changed.')
    await openFleet(page, 'Mailboxes')
    // Without workspaces it is the primary one's.
    await expectRows(page, 'Mailboxes', 60)
    await search(page, litemail)
    await seeWhatFailed(page, problem)

    await openFleet(page, 'Domains')
    await expectRows(page, 'Domains', 3)
    await expect(fleetRow(page, 'Domains', litemail.holdings().domains[0]?.domain ?? '')).toContainText(
      'Seen in mailboxes',
    )
  })

  test(`what was read stays where all 52 guessed paths answer ${guessedPaths} later`, async ({
    launchRead,
    litemail,
  }) => {
    const app = await launchRead()
    const page = await app.window()
    await openFleet(page, 'Overview')
    await expect(freshness(page)).toHaveText(/^Updated/)

    litemail.configure({ guessedPaths })
    await page.getByRole('button', { name: 'Refresh', exact: true }).click()
    await seeWhatFailed(page, problem)

    await openFleet(page, 'Domains')
    await expectRows(page, 'Domains', 6)
    await openFleet(page, 'Mailboxes')
    await expectRows(page, 'Mailboxes', 120)
    await search(page, litemail)
  })
}
