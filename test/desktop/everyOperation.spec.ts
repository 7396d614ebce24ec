import type { Page } from '@playwright/test'
import { isReading, operations } from '../../src/shared/litemail/operations'
import { expect, test } from '../support/app/fixture'
import { connectLitemail, freshness, openFleet } from '../support/app/fleetJourney'
import { documented, toldOf, type Values, valuesOf } from '../support/litemail/documented'
import { type GoldenOperation, goldenOperation } from '../support/litemail/golden'
import { LITEMAIL_KEY, LITEMAIL_USER, type Litemail } from '../support/litemail/server'
import { confirmShown, fillForm } from './operations/filling'
import { answer, open, openOperations, panel, run } from './operations/panel'

// Each operation of the documentation is sent once from its form, and arrives word for word as its example has it.

/** Where it is not "1 done.": the service has one of the domains already, and one of the mailboxes; a link is no deed. */
const OUTCOMES: Readonly<Record<string, string>> = {
  'domains.connect': '1 done, 1 refused.',
  'mailboxes.assign': '1 done, 1 refused.',
  'wallet.addBalance': 'link received.',
}

type Operation = (typeof operations)[number]

interface Asked {
  readonly operation: Operation
  readonly values: Values
  readonly workspace: string | null
}

/** Opens an operation and fills in its form. */
async function fill(page: Page, { operation, ...filled }: Asked): Promise<void> {
  const [title] = operation.titles
  await open(page, title)
  await fillForm(panel(page, title).getByRole('form'), operation, filled)
}

/** Sends a write from its form: what would be sent is shown and confirmed before. */
async function write(page: Page, litemail: Litemail, asked: Asked, outcome: string): Promise<void> {
  const begun = litemail.requests.length
  await fill(page, asked)
  const here = panel(page, asked.operation.titles[0])
  await here.getByRole('button', { name: 'Review…' }).press('Enter')
  await expect(page.getByRole('alertdialog').getByRole('grid', { name: 'What is sent' })).toBeVisible()
  expect(writesSince(litemail, begun)).toEqual([])
  await confirmShown(page)
  const told = here.getByRole('region', { name: 'Outcome' }).getByRole('status')
  // Below it may stand what the answer was, as a page to pay at.
  await expect(told.first()).toHaveText(outcome)
}

const writesSince = ({ requests }: Litemail, begun: number) =>
  requests.slice(begun).filter(({ method }) => method !== 'GET')

const workspaceOf = (litemail: Litemail, { request }: GoldenOperation): string | null => {
  const id = request.headers['x-workspace-key']
  return litemail.holdings().workspaces.find((workspace) => workspace.id === id)?.name ?? null
}

const reads = operations.filter(isReading)
const writes = operations.filter((operation) => !isReading(operation))

test('each operation is sent once from its form, as documented', async ({ launch, litemail }) => {
  test.setTimeout(300_000)
  const page = await (await launch()).window()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Overview')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  await openOperations(page)

  for (const operation of reads) {
    await test.step(`${operation.id} is asked`, async () => {
      const golden = goldenOperation(operation.id)
      const begun = litemail.requests.length
      await fill(page, { operation, values: valuesOf(golden), workspace: workspaceOf(litemail, golden) })
      await run(page)
      await expect(answer(page)).toContainText('Answered just now.')
      const { target } = golden.request
      const arrived = litemail.requests.slice(begun).filter((one) => one.target === target)
      expect(arrived.map(toldOf)).toEqual([documented(golden)])
    })
  }

  // What spends, and whose path is a guess, sends its first row alone as long as it never worked.
  await test.step('mailboxes.assign has worked', async () => {
    const golden = goldenOperation('mailboxes.assign')
    const operation = writes.find(({ id }) => id === golden.id)
    if (operation === undefined) throw new Error('mailboxes are assigned')
    const mailboxes = [{ firstName: 'Erin', lastName: 'Blum', username: 'erin.blum' }]
    const values = { ...valuesOf(golden), mailboxes }
    const asked = { operation, values, workspace: workspaceOf(litemail, golden) }
    await write(page, litemail, asked, '1 done.')
  })

  for (const operation of writes) {
    await test.step(`${operation.id} is shown, confirmed and sent`, async () => {
      // Who holds again what the examples show, whatever was written before.
      litemail.addUser({ id: LITEMAIL_USER, keys: [LITEMAIL_KEY] })
      const golden = goldenOperation(operation.id)
      const begun = litemail.requests.length
      const asked = { operation, values: valuesOf(golden), workspace: workspaceOf(litemail, golden) }
      await write(page, litemail, asked, OUTCOMES[operation.id] ?? '1 done.')
      expect(writesSince(litemail, begun).map(toldOf)).toEqual([documented(golden)])
    })
  }
  expect([reads.length + writes.length, writes.length]).toEqual([61, 37])
})
