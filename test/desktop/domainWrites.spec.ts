import { audit } from '../pictures/support/audit'
import { expect, test } from '../support/app/fixture'
import { status } from '../support/app/journey'
import { LITEMAIL_KEY } from '../support/litemail/server'
import { confirm, domainAt, part, plan, row, sent } from './domains/writes'
import { press } from './list/addressList'
import { openKnownList } from './list/fleetList'

// What is changed about domains: their records by the rules for them, settings of one or many, new ones, and free ones.

const FLEET = { workspaces: ['Acme'], domains: 6, mailboxes: 12 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

test('records are added by the rules for their type, deleted, put back and repaired, and not where name servers are others', async ({
  launchRead,
  litemail,
}) => {
  const [broken, elsewhere] = [domainAt(litemail, 1), domainAt(litemail, 3)]
  const spf = {
    id: 'r-1',
    recordType: 'TXT',
    host: '@',
    value: 'v=spf1 include:litemail.test ~all',
    ttl: 3600,
  }
  litemail.changeDomain(broken.id, {
    dns: { mx: true, spf: true, dkim: true, dmarc: false },
    dmarcEmail: 'reports@example.com',
    records: [spf],
  })
  litemail.changeDomain(elsewhere.id, { nameServers: ['ns1.parking.test'] })
  const page = await (await launchRead()).window()
  await openKnownList(page, 'Domains', 6)
  await row(page, broken.domain).focus()
  await press(page, 'Enter')
  const records = part(page, 'DNS records')
  await records.getByRole('button', { name: 'Read the records' }).press('Enter')
  const table = records.getByRole('table', { name: 'DNS records' })
  await expect(table).toContainText('v=spf1')

  // Whoever types a second SPF record is told at once, and nothing is reviewed.
  await records.getByRole('button', { name: 'Add record…' }).press('Enter')
  const form = page.getByRole('dialog', { name: `Add a DNS record to ${broken.domain}` })
  await expect(form.getByLabel('Host')).toBeFocused()
  await page.keyboard.type('@')
  await page.keyboard.press('Tab')
  await page.keyboard.type('v=spf1 mx -all')
  await page.keyboard.press('Tab')
  await expect(form.getByText('This host has an SPF record, and may have only one.')).toBeVisible()
  await form.getByRole('button', { name: 'Continue' }).press('Enter')
  await expect(plan(page)).toHaveCount(0)
  await expect.poll(() => audit(page)).toEqual([])

  // A key of 400 characters leaves in quoted parts.
  const key = `v=DKIM1; k=rsa; p=${'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCB'.repeat(12)}`
  await form.getByLabel('Host').fill('s1._domainkey')
  await form.getByLabel('Value').fill(key)
  await expect(form.getByText('It is sent in 2 quoted parts.')).toBeVisible()
  await form.getByRole('button', { name: 'Continue' }).press('Enter')
  await expect.poll(() => audit(page)).toEqual([])
  await confirm(page, /^Add 1 DNS record/)
  await expect(form).toHaveCount(0)
  await expect(table).toContainText('s1._domainkey')
  expect(sent(litemail, 'POST', /\/dns$/)).toEqual([
    {
      ...{ domainId: broken.id, recordType: 'TXT', host: 's1._domainkey' },
      value: `"${key.slice(0, 255)}" "${key.slice(255)}"`,
    },
  ])

  // What is deleted can be put back as it was.
  await records.getByRole('button', { name: 'Change TXT @' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Delete…' }).press('Enter')
  await confirm(page, /^Delete 1 DNS record/)
  await expect(records).toContainText('No longer there')
  await records.getByRole('button', { name: 'Change TXT @' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Put back…' }).press('Enter')
  await expect(form.getByLabel('Value')).toHaveValue(spf.value)
  await form.getByRole('button', { name: 'Continue' }).press('Enter')
  await confirm(page, /^Add 1 DNS record/)
  await expect(records).not.toContainText('No longer there')

  // What is missing is offered with a value that has a source.
  await expect(records).toContainText('Reports go to reports@example.com')
  await records.getByRole('button', { name: 'Repair DMARC…' }).press('Enter')
  await confirm(page, /^Add DMARC to 1 domain/, broken.domain)
  await expect
    .poll(() => sent(litemail, 'POST', /\/domains\/dmarc$/))
    .toEqual([{ domainIds: [broken.id], email: 'reports@example.com' }])

  await row(page, elsewhere.domain).focus()
  await press(page, 'Enter')
  await expect(records.getByRole('note')).toContainText('Its name servers are others than expected.')
  await records.getByRole('button', { name: 'Read the records' }).press('Enter')
  await expect(table).toBeVisible()
  await expect(records.getByRole('button')).toHaveText(['Read again'])
  await expect(part(page, 'Name servers')).toContainText('ns1.litemail.test')
  await expect.poll(() => audit(page)).toEqual([])
})

test('settings of many change at once, many are connected and looked after until their name servers are set, free ones are found', async ({
  launchRead,
  litemail,
  session,
}) => {
  const page = await (await launchRead()).window()
  await openKnownList(page, 'Domains', 6)
  await row(page, domainAt(litemail, 0).domain).focus()
  await press(page, 'ControlOrMeta+a')
  const bar = page.getByRole('toolbar', { name: '6 selected' })
  await bar.getByRole('button', { name: 'Change' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Catch-all…' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Catch-all of 6 domains' })
  await form.getByLabel('E-mail address').fill('all')
  await form.getByRole('button', { name: 'Continue' }).press('Enter')
  await expect(form.getByText('Only an e-mail address.')).toBeVisible()
  await form.getByLabel('E-mail address').fill('all@example.com')
  await page.keyboard.press('Enter')
  await expect.poll(() => audit(page)).toEqual([])
  await confirm(page, /^Turn on catch-all for 6 domains/)
  await expect
    .poll(() => litemail.holdings().domains.map(({ catchAllEmail }) => catchAllEmail))
    .toEqual(Array.from({ length: 6 }, () => 'all@example.com'))

  // Names that are none are said; two are connected by one press each.
  await page.getByRole('button', { name: 'Connect domains…' }).press('Enter')
  const connect = page.getByRole('dialog', { name: 'Connect domains' })
  await connect.getByLabel('Domains').fill('one.example\nnot a domain\n')
  await expect(connect.getByText('These are no domains: not, a, domain')).toBeVisible()
  await connect.getByLabel('Domains').fill('one.example, two.example\none.example')
  await expect(connect).toContainText('2 domains. 1 domain named more than once is taken once.')
  await expect.poll(() => audit(page)).toEqual([])
  await connect.getByRole('button', { name: 'Continue' }).press('Enter')
  await confirm(page, /^Connect 2 domains/, '2')
  await expect
    .poll(() => sent(litemail, 'POST', /\/domains\/connect$/))
    .toEqual([{ domainNames: ['one.example', 'two.example'] }])
  const waiting = page.getByRole('dialog', { name: 'Set the name servers' })
  const one = waiting.getByRole('listitem').filter({ hasText: 'one.example' })
  await expect(one).toContainText('ns1.litemail.test', { timeout: 30_000 })
  await expect(one).toContainText('Not set everywhere yet')
  await one.getByRole('button', { name: 'Copy name servers of one.example' }).press('Enter')
  await expect.poll(() => session.readClipboard()).toBe('ns1.litemail.test\nns2.litemail.test')
  const [connected] = litemail.holdings().domains.filter(({ domain }) => domain === 'one.example')
  litemail.changeDomain(connected?.id ?? '', { nameServers: connected?.expectedNameServers ?? [] })
  await waiting.getByRole('button', { name: /^Look/ }).press('Enter')
  await expect(one).toContainText('Set and known everywhere')
  await expect.poll(() => audit(page)).toEqual([])
  await press(page, 'Escape')

  await page.getByRole('button', { name: 'Find a free domain…' }).press('Enter')
  const find = page.getByRole('dialog', { name: 'Find a free domain' })
  await expect(find.getByLabel('Name')).toBeFocused()
  await page.keyboard.type('acme-reach')
  await page.keyboard.press('Enter')
  await expect(find.getByRole('grid', { name: 'What Litemail answered' })).toContainText('acme-reach.com')
  await expect(find.getByLabel('Domain to buy')).toHaveValue('acme-reach.com')
  await find.getByRole('button', { name: 'Get a payment link' }).press('Enter')
  await expect(find).toContainText('It leads to')
  await expect.poll(() => audit(page)).toEqual([])
  await find.getByRole('button', { name: 'Buy with the wallet…' }).press('Enter')
  await expect(plan(page)).toContainText('Price unknown')
  await press(page, 'Escape')
  await expect(status(page)).not.toContainText('Not')
  expect(sent(litemail, 'POST', /\/domains\/register$/)).toEqual([])
})
