import type { Page } from '@playwright/test'
import { audit } from '../pictures/support/audit'
import { expect, test } from '../support/app/fixture'
import { LITEMAIL_KEY, type Litemail } from '../support/litemail/server'
import { confirm, domainAt, part, row, sent } from './domains/writes'
import { press } from './list/addressList'
import { fleetDetails, openKnownList, untilRead } from './list/fleetList'

// Each write about one domain goes once through its own screen to the service, which is asked afterwards.

const FLEET = { workspaces: ['Acme'], domains: 6, mailboxes: 12 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

/** The list was read again by itself since the last write, and nothing is being read. */
async function untilReadAgain(page: Page, litemail: Litemail): Promise<void> {
  await expect
    .poll(() => {
      const written = litemail.requests.findLastIndex(({ method }) => method !== 'GET')
      return litemail.requests
        .slice(written + 1)
        .some(({ method, path }) => method === 'GET' && /\/domains$/.test(path))
    })
    .toBe(true)
  await untilRead(page)
}

test('what stands for one domain is set and ended, its record edited, it is removed, and another bought, each by one request', async ({
  launchRead,
  litemail,
}) => {
  const { id, domain } = domainAt(litemail, 2)
  const spf = { id: 'r-1', recordType: 'TXT', host: '@', value: 'v=spf1 -all', ttl: 3600 }
  litemail.changeDomain(id, { records: [spf] })
  const page = await (await launchRead()).window()
  await openKnownList(page, 'Domains', 6)
  await untilRead(page)
  await row(page, domain).focus()
  await press(page, 'Enter')
  const held = () => litemail.holdings().domains.find((one) => one.id === id)
  const last = () => litemail.acts().at(-1)?.operation
  const change = async (what: string) => {
    await row(page, domain).click()
    await page.getByRole('toolbar').getByRole('button', { name: 'Change' }).press('Enter')
    await page.getByRole('menuitem', { name: what, exact: true }).press('Enter')
  }

  // Each setting has one form, which sets it to what is typed, or ends it.
  const settings = [
    {
      ...{ menu: 'Forwarding…', form: 'Forwarding of', field: 'Web address', path: 'forwarding' },
      ...{ input: 'forwardTo', fact: 'forwardTo' as const, value: 'https://example.com/shop' },
      told: 'https://example.com/shop',
      ...{ sets: 'domains.addForwarding', says: /^Forward 1 domain/ },
      ...{ ends: 'domains.removeForwarding', saysEnd: /^Stop forwarding 1 domain/ },
    },
    {
      ...{ menu: 'E-mail forwarding…', form: 'E-mail forwarding of', path: 'email-forwarding' },
      ...{
        field: 'E-mail address',
        input: 'email',
        fact: 'forwardingEmail' as const,
        value: 'desk@example.com',
        // No list tells it.
        told: '',
      },
      ...{ sets: 'domains.enableEmailForwarding', says: /^Forward the e-mail of 1 domain/ },
      ...{ ends: 'domains.removeEmailForwarding', saysEnd: /^Stop forwarding the e-mail of 1 domain/ },
    },
    {
      ...{ menu: 'Catch-all…', form: 'Catch-all of', field: 'E-mail address', path: 'catch-all' },
      ...{ input: 'email', fact: 'catchAllEmail' as const, value: 'all@example.com' },
      told: 'all@example.com',
      ...{ sets: 'domains.enableCatchAll', says: /^Turn on catch-all for 1 domain/ },
      ...{ ends: 'domains.removeCatchAll', saysEnd: /^Turn off catch-all for 1 domain/ },
    },
  ]
  for (const { menu, path, field, input, fact, value, told, ...write } of settings) {
    const form = page.getByRole('dialog', { name: `${write.form} ${domain}` })
    const at = new RegExp(`/domains/${path}$`)
    await change(menu)
    await form.getByLabel(field).fill(value)
    await form.getByRole('button', { name: 'Continue' }).press('Enter')
    await confirm(page, write.says)
    await expect.poll(() => held()?.[fact]).toBe(value)
    expect(sent(litemail, 'POST', at)).toEqual([{ domainIds: [id], [input]: value }])
    expect(last()).toBe(write.sets)
    await untilReadAgain(page, litemail)
    await expect(fleetDetails(page)).toContainText(told)

    await change(menu)
    await expect(form.getByLabel(field)).toHaveValue(told)
    await form.getByRole('radiogroup').getByText('Remove', { exact: true }).click()
    await form.getByRole('button', { name: 'Continue' }).press('Enter')
    await confirm(page, write.saysEnd)
    await expect.poll(() => held()?.[fact]).toBeNull()
    expect(sent(litemail, 'DELETE', at)).toEqual([{ domainIds: [id] }])
    expect(last()).toBe(write.ends)
    await untilReadAgain(page, litemail)
    await expect(fleetDetails(page)).not.toContainText(value)
  }

  // The one SPF record is edited, and stays the one.
  const records = part(page, 'DNS records')
  await records.getByRole('button', { name: 'Read the records' }).press('Enter')
  await records.getByRole('button', { name: 'Change TXT @' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Edit…' }).press('Enter')
  const edit = page.getByRole('dialog', { name: `Edit a DNS record of ${domain}` })
  await edit.getByLabel('Value').fill('v=spf1 mx -all')
  await edit.getByRole('button', { name: 'Continue' }).press('Enter')
  await confirm(page, /^Change 1 DNS record/)
  await expect.poll(() => held()?.records).toEqual([{ ...spf, value: 'v=spf1 mx -all' }])
  const { id: recordId, ...facts } = spf
  expect(sent(litemail, 'PUT', new RegExp(`/dns/${recordId}$`))).toEqual([
    { ...facts, domainId: id, value: 'v=spf1 mx -all' },
  ])

  // Removed by its name, and only it; another is bought with the wallet, once.
  await change('Remove unused…')
  await confirm(page, /^Remove 1 domain/, domain)
  await expect.poll(held).toBeUndefined()
  expect(sent(litemail, 'DELETE', new RegExp(`/domains/${id}$`))).toEqual([null])
  expect(litemail.holdings().domains).toHaveLength(5)
  await untilReadAgain(page, litemail)
  await page.getByRole('button', { name: 'Find a free domain…' }).press('Enter')
  const find = page.getByRole('dialog', { name: 'Find a free domain' })
  await find.getByLabel('Name').fill('acme-reach')
  await page.keyboard.press('Enter')
  await find.getByRole('button', { name: 'Buy with the wallet…' }).press('Enter')
  await confirm(page, /^Buy 1 domain/, '1')
  await expect.poll(last).toBe('domains.register')
  expect(sent(litemail, 'POST', /\/domains\/register$/)).toEqual([
    { domainName: 'acme-reach.com', years: 1, useWallet: true },
  ])
  expect(litemail.acts()).toHaveLength(9)
  await expect.poll(() => audit(page)).toEqual([])
})
