import path from 'node:path'
import type { Page } from '@playwright/test'
import { connect } from '../../src/main/store/sql'
import { audit } from '../pictures/support/audit'
import { expect, test } from '../support/app/fixture'
import { expectRows, fleetRow, openFleet } from '../support/app/fleetJourney'
import { status } from '../support/app/journey'
import type { NotificationServer } from '../support/desktop/notificationHost'
import type { Litemail } from '../support/litemail/server'
import { LITEMAIL_KEY } from '../support/litemail/server'
import { panel as pathPanel, tabTo } from './apiPaths/panel'
import { press } from './list/addressList'
import { fleetDetails, fleetFilter, openReadList } from './list/fleetList'

// What mail hangs on, of each domain: found by itself, shown in the list, and looked into beside it.

const FLEET = { workspaces: ['Acme', 'Globex'], domains: 12, mailboxes: 60 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

const allThere = { mx: true, spf: true, dkim: true, dmarc: true }

const domainAt = (litemail: Litemail, place: number) => {
  const domain = litemail.holdings().domains[place]
  if (domain === undefined) throw new Error('no such domain')
  return domain
}
const row = (page: Page, name: string) => fleetRow(page, 'Domains', name)
const part = (page: Page, name: string) => fleetDetails(page).getByRole('region', { name })

test('broken domains show in the list by themselves, and what is known of each stands beside it', async ({
  launch,
  litemail,
  session,
}) => {
  const [broken, elsewhere] = [domainAt(litemail, 1), domainAt(litemail, 7)]
  litemail.changeDomain(broken.id, { dns: { ...allThere, dmarc: false } })
  litemail.changeDomain(elsewhere.id, { nameServers: ['ns1.parking.test'] })
  const page = await (await launch()).window()
  await openReadList(page, litemail, 'Domains', 12)

  // Nobody asked for it.
  await expect(row(page, broken.domain).getByTitle(/^DMARC is missing, just now/)).toHaveText('Missing now', {
    timeout: 30_000,
  })
  await expect(row(page, broken.domain).getByTitle(/^MX is there, /)).toHaveText('Good now')
  await expect(row(page, elsewhere.domain).getByTitle(/^The name servers are not the expected/)).toBeVisible()
  await fleetFilter(page, 'Health').click()
  await page.getByRole('menuitemcheckbox', { name: 'DMARC missing' }).click()
  await press(page, 'Escape')
  await expectRows(page, 'Domains', 1)

  await row(page, broken.domain).focus()
  await press(page, 'Enter')
  const check = part(page, 'DNS check')
  await expect(check).toContainText('Missing')
  const records = part(page, 'DNS records')
  await expect(records).toContainText('Not loaded yet.')
  await records.getByRole('button', { name: 'Read the records' }).press('Enter')
  await expect(records.getByRole('table', { name: 'DNS records' })).toContainText('mx1.litemail.test')
  await expect(records.getByRole('button', { name: 'Read again' })).toBeFocused()

  const servers = part(page, 'Name servers')
  await servers.getByRole('button', { name: 'Check propagation' }).click()
  await expect(servers).toContainText('They are known everywhere')
  await servers.getByRole('button', { name: 'Copy name servers' }).click()
  await expect(status(page)).toContainText('Copied 2 name servers.')
  expect(await session.readClipboard()).toBe(broken.expectedNameServers.join('\n'))

  litemail.changeDomain(broken.id, { dns: allThere })
  const ask = check.getByRole('button', { name: /^(Check DNS now|Checking…)$/ })
  await ask.press('Enter')
  await expect(check).not.toContainText('Missing')
  await expect(ask).toBeFocused()
  await check.getByRole('button', { name: 'History' }).click()
  await expect(check).toContainText('Missing: DMARC')
  await expect.poll(() => audit(page)).toEqual([])
  await expect(page.getByText('No domain matches')).toBeVisible()

  await openFleet(page, 'Overview')
  await expect(page.getByRole('main')).toContainText('1 domain with other name servers than expected')
})

const toldOfDns = ({ all }: NotificationServer) => all.filter(({ title }) => title.includes('DMARC'))

/** A quarter of an hour passes for what is known of DNS; what is missing was there the day before. */
function passAQuarter(userData: string): void {
  const sql = connect(path.join(userData, 'mailroom.sqlite'), { isReadOnly: false, busyTimeoutMs: 5_000 })
  try {
    const passed = 15 * 60_000
    sql.exec(`UPDATE dns_marks SET since = since - ${passed}, at = at - ${passed},
      good_at = coalesce(good_at, at - 86400000)`)
    sql.exec(`UPDATE dns_domains SET tried_at = tried_at - ${passed}`)
  } finally {
    sql.close()
  }
}

test('what six domains lost is told once, when a second look has found it so, and stands in Activity', async ({
  notifications,
  launch,
  litemail,
}) => {
  const broken = litemail.holdings().domains.slice(0, 6)
  for (const { id } of broken) litemail.changeDomain(id, { dns: { ...allThere, dmarc: false } })
  const first = await launch()
  const before = await first.window()
  await openReadList(before, litemail, 'Domains', 12)
  await fleetFilter(before, 'Health').click()
  const missing = before.getByRole('menuitemcheckbox', { name: 'DMARC missing' })
  await expect(missing).toContainText('6', { timeout: 30_000 })
  await first.close()
  expect(toldOfDns(notifications)).toEqual([])
  passAQuarter(first.userData)
  litemail.forget()

  const second = await launch({ userData: first.userData })
  const page = await second.window()
  const { id, title, body } = await notifications.shown(/DMARC/)
  expect(title).toBe('6 domains lost DMARC')
  expect(body).toMatch(/ and 3 more\. Found twice, at least ten minutes apart\.$/)
  const asked = litemail.requests.filter((request) => request.path.endsWith('/domains/dns/check'))
  expect(asked.flatMap(({ query }) => query.domainIds?.split(',') ?? []).sort()).toEqual(
    broken.map((domain) => domain.id).sort(),
  )
  // A click shows these six, whatever the list was narrowed to.
  await openFleet(page, 'Domains')
  await page.getByRole('searchbox', { name: 'Search domains' }).fill('qqqq')
  await expect(page.getByText('No domain matches')).toBeVisible()
  await openFleet(page, 'Overview')
  notifications.click(id)
  await expectRows(page, 'Domains', 6)
  for (const { domain } of broken) await expect(row(page, domain)).toBeVisible()
  await page.getByRole('navigation', { name: 'Main' }).getByText('Activity', { exact: true }).click()
  await expect(page.getByRole('grid', { name: 'Activity' })).toContainText('6 domains lost DMARC')
  expect(toldOfDns(notifications)).toHaveLength(1)
})

test('where the path of the check is wrong, nothing is called broken, and the way to put it right is there', async ({
  launch,
  litemail,
}) => {
  litemail.configure({ paths: { 'domains.checkDns': '404' } })
  const page = await (await launch()).window()
  await openReadList(page, litemail, 'Domains', 12)
  const { domain } = domainAt(litemail, 0)
  await row(page, domain).focus()
  await press(page, 'Enter')
  const check = part(page, 'DNS check')
  const ask = check.getByRole('button', { name: /^(Check DNS now|Checking…)$/ })
  await tabTo(page, ask)
  await press(page, 'Enter')
  await expect(check.getByRole('button', { name: 'Fix path' })).toBeVisible()
  await expect(ask).toBeFocused()
  await expect.poll(() => audit(page)).toEqual([])
  await tabTo(page, check.getByRole('button', { name: 'Fix path' }))
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { name: 'Operations' })).toBeVisible()
  await expect(pathPanel(page).getByRole('heading', { level: 2 })).toBeFocused()
  await openFleet(page, 'Domains')
  await expect(check.getByTitle('No check of MX is known')).toHaveText('Not checked')
  await expect(check).not.toContainText('Missing')
  await expect(check.getByRole('alert')).toContainText('Domains of this account are not checked')
  const name = await page.evaluate(async () => {
    const accounts = await window.bridge.call('litemail.accounts', {})
    return accounts.ok ? accounts.value[0]?.name : undefined
  })
  await expect(page.getByRole('alert').first()).toContainText(`Domains of ${name} are not checked`)

  await ask.press('Enter')
  const tryAgain = check.getByRole('button', { name: 'Try again' })
  await expect(tryAgain).toBeVisible()
  litemail.configure({ paths: {} })
  await tryAgain.press('Enter')
  await expect(check.getByRole('alert')).toHaveCount(0)
  await expect(check.getByTitle(/^MX is there, /)).toHaveText('Good')
  // What said so went, and its button with it.
  await expect(ask).toBeFocused()
})
