import type { Page } from '@playwright/test'
import { domainsByName } from '../../src/shared/domain'
import { connectLitemail, expectRows, fleetGrid, freshness, openFleet } from '../support/app/fleetJourney'
import { LITEMAIL_KEY, type Litemail } from '../support/litemail/server'
import { expect, test } from './support/scene'

const FLEET = { workspaces: ['Acme', 'Globex', 'Initech'], domains: 24, mailboxes: 480 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

/** What some domain misses. */
const countMissing = (page: Page) =>
  page.evaluate(async (view) => {
    const facets = await window.bridge.call('domains.facets', { view })
    const found = facets.ok ? facets.value.health : []
    return found.flatMap(({ name }) => (name === 'good' || name === 'unchecked' ? [] : [name]))
  }, domainsByName)

const firstRow = (page: Page) => fleetGrid(page, 'Domains').getByRole('row').nth(1)

async function openDomains(page: Page, litemail: Litemail): Promise<void> {
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Domains')
  await expectRows(page, 'Domains', 24)
}

test('domains-filled', async ({ open, litemail }) => {
  const { page, picture } = await open()
  await openDomains(page, litemail)
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  await firstRow(page).focus()
  await picture('domains-filled')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Id at Litemail')
  await picture('domains-details')
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox', { name: 'Search domains' }).fill('harbor')
  await expect(fleetGrid(page, 'Domains').locator('mark').first()).toBeVisible()
  await picture('domains-search')
})

test('domains-health', async ({ open, litemail }) => {
  const allThere = { mx: true, spf: true, dkim: true, dmarc: true }
  const [first, second, third] = litemail.holdings().domains
  litemail.changeDomain(first?.id ?? '', {
    dns: { ...allThere, dmarc: false },
    records: [
      { id: 'r-1', recordType: 'MX', host: '@', value: 'mx1.litemail.test', priority: 10, ttl: 3600 },
      { id: 'r-2', recordType: 'TXT', host: '@', value: 'v=spf1  include:litemail.test ~all ', ttl: 3600 },
      {
        ...{ id: 'r-3', recordType: 'TXT', host: 'selector1._domainkey', ttl: 300 },
        value: `k=rsa; p=${'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCB'.repeat(5)}\u200b`,
      },
    ],
  })
  litemail.changeDomain(second?.id ?? '', { dns: { ...allThere, dkim: false, spf: false } })
  litemail.changeDomain(third?.id ?? '', { nameServers: ['ns1.parking.test'] })
  const { page, picture } = await open()
  await openDomains(page, litemail)
  await picture('domains-health-unchecked')
  const grid = fleetGrid(page, 'Domains')
  // Pictures end in a small window, which has no room for it in the list.
  await expect.poll(() => countMissing(page), { timeout: 60_000 }).toEqual(['spf', 'dkim', 'dmarc', 'ns'])
  await picture('domains-health')
  await grid
    .getByRole('row')
    .filter({ hasText: first?.domain ?? '' })
    .focus()
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByRole('button', { name: 'Read the records' }).click()
  await details.getByRole('button', { name: 'Read name servers' }).click()
  await details.getByRole('button', { name: 'Check propagation' }).click()
  await expect(details).toContainText('They are known everywhere')
  await details.getByRole('button', { name: 'History' }).click()
  await details.getByRole('heading', { name: 'DNS check' }).scrollIntoViewIfNeeded()
  await picture('domains-health-details')
  await details.getByRole('heading', { name: 'Name servers' }).scrollIntoViewIfNeeded()
  await picture('domains-health-records')
  const toTop = (name: string) =>
    details.getByRole('region', { name }).evaluate((part) => part.scrollIntoView({ block: 'start' }))
  const records = litemail.holdings().domains.find(({ id }) => id === first?.id)?.records ?? []
  litemail.changeDomain(first?.id ?? '', { records: records.slice(0, 1) })
  await details.getByRole('button', { name: 'Read again' }).click()
  await expect(details.getByRole('region', { name: 'DNS records' })).toContainText('No longer there')
  await toTop('DNS records')
  await picture('domains-health-gone')
  const rows = [
    { kind: 'MX', zone: first?.domain, says: 'mx1.litemail.test', weight: 10 },
    { kind: 'TXT', zone: first?.domain, says: 'v=spf1 include:litemail.test ~all', weight: null },
  ]
  litemail.next(
    { kind: 'wrong-shape', act: false, body: { status: 200, data: rows } },
    { query: { domainId: first?.id ?? '' } },
  )
  await details.getByRole('button', { name: 'Read again' }).click()
  await expect(details.getByRole('alert')).toContainText('The answer could not be read as records')
  await toTop('DNS records')
  await picture('domains-health-odd')
  await page.keyboard.press('Escape')

  await page.getByRole('searchbox', { name: 'Search domains' }).fill(third?.domain ?? '')
  await grid
    .getByRole('row')
    .filter({ hasText: third?.domain ?? '' })
    .focus()
  await page.keyboard.press('Enter')
  await details.getByRole('button', { name: 'Check propagation' }).click()
  await expect(details).toContainText('They are not known everywhere yet')
  await toTop('Name servers')
  await picture('domains-health-not-propagated')
  await page.keyboard.press('Escape')
  litemail.configure({ paths: { 'dns.list': '404' } })
  await page.getByRole('searchbox', { name: 'Search domains' }).fill(second?.domain ?? '')
  await grid
    .getByRole('row')
    .filter({ hasText: second?.domain ?? '' })
    .focus()
  await page.keyboard.press('Enter')
  await details.getByRole('button', { name: 'Read the records' }).click()
  await expect(details.getByRole('button', { name: 'Fix path' })).toBeVisible()
  await details.getByRole('button', { name: 'Fix path' }).scrollIntoViewIfNeeded()
  await picture('domains-health-path')
})

test('domains-seen-in-mailboxes', async ({ open, litemail }) => {
  litemail.configure({ paths: { 'domains.list': '404' } })
  const { page, picture } = await open()
  await openDomains(page, litemail)
  await expect(freshness(page)).not.toContainText('Reading', { timeout: 60_000 })
  await expect(firstRow(page)).toContainText('Seen in mailboxes')
  await picture('domains-seen-in-mailboxes')
  await firstRow(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('No list of domains')
  await picture('domains-seen-in-mailboxes-details')
  const details = page.getByRole('complementary', { name: 'Details' })
  await details
    .getByRole('region', { name: 'DNS check' })
    .evaluate((part) => part.scrollIntoView({ block: 'start' }))
  await picture('domains-seen-in-mailboxes-health')
})

test('domains-not-checked', async ({ open, litemail }) => {
  litemail.configure({ paths: { 'domains.checkDns': '404' } })
  const { page, picture } = await open()
  await openDomains(page, litemail)
  const band = page.getByRole('alert').filter({ hasText: 'Domains of Agency are not checked' })
  await expect(band).toBeVisible({ timeout: 60_000 })
  await picture('domains-not-checked')
  await firstRow(page).focus()
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary', { name: 'Details' })
  await expect(details).toContainText('Domains of this account are not checked')
  await details
    .getByRole('region', { name: 'DNS check' })
    .evaluate((part) => part.scrollIntoView({ block: 'start' }))
  await picture('domains-not-checked-details')
})

test('domains-without-mailboxes', async ({ open, litemail }) => {
  litemail.configure({ paths: { 'mailboxes.list': '404' } })
  const { page, picture } = await open()
  await openDomains(page, litemail)
  await expect(freshness(page)).not.toContainText('Reading', { timeout: 60_000 })
  await picture('domains-without-mailboxes')
})

test('domains-long', async ({ open, litemail }) => {
  for (const { id } of litemail.holdings().domains.slice(0, 3))
    litemail.changeDomain(id, {
      status: `A status of ${'very '.repeat(40)}many words`,
      forwardTo: `https://www.${'long'.repeat(200)}.test/<script>`,
      catchAllEmail: `${'x'.repeat(500)}@long.test`,
      dmarcEmail: 'مرحبا@بريد.test',
    })
  const { page, picture } = await open()
  await openDomains(page, litemail)
  await picture('domains-long')
  await firstRow(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Id at Litemail')
  await picture('domains-long-details')
})
