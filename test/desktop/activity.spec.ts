import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { FilledInputs } from '../../src/shared/operationAnswer'
import { audit } from '../pictures/support/audit'
import { expect, test } from '../support/app/fixture'
import { connectLitemail, freshness, openFleet } from '../support/app/fleetJourney'
import { LITEMAIL_KEY } from '../support/litemail/server'

// Writes stand in Activity with what stood there before and how they ended; they are found, settled and put back by keys.

const FLEET = { workspaces: ['Acme'], domains: 1, mailboxes: 3, tags: 1, subscriptions: 1 }
test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

interface Wish {
  readonly operation: string
  readonly rows: readonly { readonly workspaceId: string; readonly inputs: FilledInputs }[]
}

/** Plans and begins writes of the only account, past the dialogs. */
async function write(page: Page, { operation, rows }: Wish): Promise<void> {
  const begun = await page.evaluate(
    async ({ operation, rows, requestId }) => {
      const accounts = await window.bridge.call('litemail.accounts', {})
      const [account] = accounts.ok ? accounts.value : []
      if (account === undefined) return accounts
      const of = { accountId: account.id, rows }
      const plan = await window.bridge.call('operations.plan', { requestId, operation, of })
      return plan.ok ? window.bridge.call('operations.run', { planId: plan.value.id }) : plan
    },
    { operation, rows: [...rows], requestId: randomUUID() },
  )
  expect(begun).toMatchObject({ ok: true })
}

test('a write is found in Activity, shown with what stood before, settled, and put back by keys alone', async ({
  launch,
  litemail,
}) => {
  test.slow()
  const page = await (await launch()).window()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Mailboxes')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  const [mailbox] = litemail.holdings().mailboxes
  if (mailbox === undefined) throw new Error('three mailboxes')
  const { id, email, firstName, workspaceId } = mailbox
  const updates = () => litemail.acts().filter(({ operation }) => operation === 'mailboxes.update')

  // Given one write that is answered, one whose answer is lost, and a job that stops for want of money.
  await write(page, {
    operation: 'mailboxes.update',
    rows: [{ workspaceId, inputs: { id, firstName: 'Adalbert' } }],
  })
  await expect.poll(() => updates().length).toBe(1)
  litemail.faults(({ method, path }) =>
    method === 'POST' && path.endsWith('/webhooks')
      ? { kind: 'drop', when: 'before', how: 'reset' }
      : undefined,
  )
  const hook = (name: string) => ({
    workspaceId: '',
    inputs: { url: `https://${name}.example/`, events: ['mailbox.created'] },
  })
  await write(page, { operation: 'webhooks.register', rows: [hook('lost')] })
  await page.getByRole('navigation', { name: 'Main' }).getByText('Activity', { exact: true }).click()
  const grid = page.getByRole('grid', { name: 'Activity' })
  const rowOf = (text: string) => grid.getByRole('row').filter({ hasText: text })
  await expect(rowOf('https://lost.example/')).toContainText('Not confirmed')
  await expect.poll(() => audit(page)).toEqual([])

  // When it is searched for by what was done, the arrow leads to it, and Enter shows it.
  const search = page.getByRole('searchbox', { name: 'Search activity' })
  await search.focus()
  await page.keyboard.type('webhook lost.example')
  await expect(grid).toHaveAttribute('aria-rowcount', '2')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary', { name: 'Details' })
  await expect(details).toContainText('Nobody knows whether Litemail did it.')
  await expect(details).toContainText('Only you can say how it stands.')
  await expect.poll(() => audit(page)).toEqual([])
  await details.getByRole('button', { name: 'It is not' }).press('Enter')
  await expect(details).toContainText('Not done')
  await expect(details.getByRole('button', { name: 'It is done' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(details).toHaveCount(0)

  // What was accepted is done once a read has shown it, by itself.
  await search.focus()
  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('')
  await page.keyboard.type(email)
  await expect(grid).toHaveAttribute('aria-rowcount', '2')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const values = details.getByRole('region', { name: 'Before and after' })
  await expect(values.getByRole('row').filter({ hasText: 'firstName' })).toContainText('Adalbert')
  await expect(values.getByRole('row').filter({ hasText: 'firstName' })).toContainText(String(firstName))
  await expect(details.getByText('Seen at Litemail').first()).toBeVisible({ timeout: 60_000 })

  // What stood there before is put back by another write, which is shown first.
  await details.getByRole('button', { name: 'Put back…' }).press('Enter')
  const plan = page.getByRole('alertdialog', { name: 'Update 1 mailbox of Agency' })
  await expect(plan.getByRole('grid', { name: 'What is sent' })).toContainText(String(firstName))
  expect(updates()).toHaveLength(1)
  await plan.getByRole('button', { name: 'Update 1 mailbox of Agency' }).press('Enter')
  await expect.poll(() => updates().length).toBe(2)
  await expect(plan).toHaveCount(0)
  expect(litemail.holdings().mailboxes.find((one) => one.id === id)?.firstName).toBe(firstName)
  await expect(grid).toHaveAttribute('aria-rowcount', '3')

  // What waits is counted in the sidebar, and a press shows nothing else.
  litemail.faults(({ method, path }) =>
    method === 'POST' && path.endsWith('/webhooks')
      ? {
          ...{ kind: 'answer', act: false, status: 402 },
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ message: 'Insufficient wallet balance' }),
        }
      : undefined,
  )
  await write(page, { operation: 'webhooks.register', rows: [hook('one'), hook('two'), hook('three')] })
  await page.getByRole('button', { name: '1 entry needs attention' }).press('Enter')
  await expect(grid).toHaveAttribute('aria-rowcount', '2')
  await expect(grid.getByRole('row').nth(1)).toContainText('Not sent yet')
  await expect.poll(() => audit(page)).toEqual([])
  await grid.getByRole('row').nth(1).click()
  await details.getByRole('button', { name: 'Open the job' }).press('Enter')
  const job = page.getByRole('dialog')
  await job.getByRole('button', { name: 'Stop here' }).press('Enter')
  await expect(page.getByRole('button', { name: /needs? attention/ })).toHaveCount(0)
})
