import type { Page } from '@playwright/test'
import { connectLitemail, expectRows, fleetGrid, fleetRow, openFleet } from '../support/app/fleetJourney'
import { LITEMAIL_KEY, type Litemail } from '../support/litemail/server'
import { expect, test } from './support/scene'

const FLEET = { workspaces: ['Acme', 'Globex'], domains: 12, mailboxes: 60 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

async function openDomains(page: Page, litemail: Litemail): Promise<void> {
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Domains')
  await expectRows(page, 'Domains', 12)
}

const allThere = { mx: true, spf: true, dkim: true, dmarc: true }
const txt = (id: string, host: string, value: string) => ({ id, recordType: 'TXT', host, value, ttl: 3600 })
const mx = { id: 'r-0', recordType: 'MX', host: '@', value: 'mx1.litemail.test', priority: 10, ttl: 3600 }
const spf = txt('r-1', '@', 'v=spf1 include:litemail.test ~all')
const dmarc = txt('r-2', '_dmarc', 'v=DMARC1; p=reject; rua=mailto:reports@example.com')

test('domains-dns-writes', async ({ open, litemail }) => {
  const [first, , third] = litemail.holdings().domains
  const records = [mx, spf, dmarc]
  litemail.changeDomain(first?.id ?? '', { records, dmarcEmail: null })
  litemail.changeDomain(third?.id ?? '', { nameServers: ['ns1.parking.test'], records: [mx, spf] })
  const { page, picture } = await open()
  await openDomains(page, litemail)
  const details = page.getByRole('complementary', { name: 'Details' })
  const part = details.getByRole('region', { name: 'DNS records' })
  const toTop = () => part.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await fleetRow(page, 'Domains', first?.domain ?? '').focus()
  await page.keyboard.press('Enter')
  await part.getByRole('button', { name: 'Read the records' }).click()
  await expect(part).toContainText('v=DMARC1')
  litemail.changeDomain(first?.id ?? '', {
    records: [mx, spf],
    dns: { ...allThere, dkim: false, dmarc: false },
  })
  await details.getByRole('button', { name: 'Check DNS now' }).click()
  await expect(details.getByTitle(/^DMARC is missing/)).toBeVisible()
  await part.getByRole('button', { name: 'Read again' }).click()
  await expect(part.getByRole('button', { name: 'Repair DMARC…' })).toBeVisible()
  await toTop()
  await picture('domains-dns-repair')
  await part.getByRole('button', { name: 'Add record…' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Host').fill('@')
  await form.getByLabel('Value').fill('v=spf1 mx -all')
  await page.keyboard.press('Tab')
  await picture('domains-dns-wrong')
  await form.getByLabel('Host').fill('s1._domainkey')
  await form.getByLabel('Value').fill(`v=DKIM1; k=rsa; p=${'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCB'.repeat(12)}`)
  await picture('domains-dns-add')
  await page.keyboard.press('Escape')
  await fleetRow(page, 'Domains', third?.domain ?? '').focus()
  await page.keyboard.press('Enter')
  await part.getByRole('button', { name: 'Read the records' }).click()
  await expect(part).toContainText('v=spf1')
  await toTop()
  await picture('domains-dns-elsewhere')
})

test('domains-writes', async ({ open, litemail }) => {
  const { page, picture } = await open()
  await openDomains(page, litemail)
  await fleetGrid(page, 'Domains').getByRole('row').nth(1).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await picture('domains-change-menu')
  await page.getByRole('menuitem', { name: 'Forwarding…', exact: true }).click()
  await picture('domains-forwarding')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Connect domains…' }).click()
  await page.getByRole('dialog').getByLabel('Domains').fill('one.example\ntwo.example\nnot_a_domain\n')
  await picture('domains-connect')
  await page.getByRole('dialog').getByLabel('Domains').fill('one.example\ntwo.example')
  await page.getByRole('button', { name: 'Continue' }).click()
  const plan = page.getByRole('alertdialog')
  await plan.getByLabel('Type “2” to confirm').fill('2')
  await page.keyboard.press('Enter')
  const waiting = page.getByRole('dialog', { name: 'Set the name servers' })
  await expect(waiting).toContainText('Not set everywhere yet', { timeout: 30_000 })
  const { id = '', expectedNameServers = [] } =
    litemail.holdings().domains.find(({ domain }) => domain === 'one.example') ?? {}
  litemail.changeDomain(id, { nameServers: expectedNameServers })
  await waiting.getByRole('button', { name: 'Look now' }).click()
  await expect(waiting).toContainText('Set and known everywhere')
  await picture('domains-connected')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Find a free domain…' }).click()
  const find = page.getByRole('dialog', { name: 'Find a free domain' })
  await expect(find.getByLabel('Name')).toBeFocused()
  await page.keyboard.type('acme-reach')
  await page.keyboard.press('Enter')
  await find.getByRole('button', { name: 'Get a payment link' }).click()
  await expect(find).toContainText('It leads to')
  await picture('domains-found')
})
