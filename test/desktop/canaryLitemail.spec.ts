import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerFileDialogs } from '../support/app/fileDialogs'
import { expect, test } from '../support/app/fixture'
import { connectLitemail, expectRows, fleetGrid, freshness, openFleet } from '../support/app/fleetJourney'
import { status } from '../support/app/journey'
import type { App } from '../support/app/launch'
import { listMailboxes } from '../support/app/listMailboxes'
import { findIn, wantedOf } from '../support/canary/search'
import { type Canary, hatchCanary } from '../support/canary/spellings'
import { carelessRequests, keptFor, openWatched } from '../support/canary/watched'
import { LITEMAIL_CANARY } from '../support/litemail/records'

// Litemail's lists carry live credentials, and its key opens all of them. Everything is searched for both, however spelled.

const FLEET = { workspaces: ['Acme', 'Globex'], domains: 6, mailboxes: 120 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [], holds: FLEET }] } })

/** A token whose signature is what is looked for: no two are alike. */
function canaryOf(token: string): Canary {
  const signature = token.slice(token.lastIndexOf('.') + 1)
  return { key: token, pieces: [signature.slice(0, 16), signature.slice(16, 32)] }
}

const standings = (page: Page) =>
  page.evaluate(async () => {
    const accounts = await window.bridge.call('litemail.accounts', {})
    return accounts.ok ? accounts.value.map(({ keyStanding }) => keyStanding) : []
  })

/** Every screen of the fleet, a row's details, a copy, and all that can be saved of it. */
async function goThrough(app: App, page: Page, folder: string): Promise<readonly string[]> {
  const written: string[] = []
  for (const list of ['Mailboxes', 'Domains'] as const) {
    await openFleet(page, list)
    await expectRows(page, list, list === 'Mailboxes' ? FLEET.mailboxes : FLEET.domains)
    const file = join(folder, `${list}.csv`)
    await answerFileDialogs(app, file)
    await page.getByRole('button', { name: 'Export as CSV…' }).click()
    await expect(status(page)).toContainText(`to ${list}.csv`)
    written.push(readFileSync(file, 'utf8'))
    await fleetGrid(page, list).getByRole('row').nth(1).click()
    await page.keyboard.press('Control+c')
    await expect(status(page)).toContainText('Copied 1')
  }
  await expect(freshness(page)).toHaveText('Updated just now')
  await openFleet(page, 'Overview')
  const listed = await listMailboxes(page, 500)
  const id = listed.ok ? (listed.value.rows[0]?.id ?? '') : ''
  const others = await page.evaluate(
    async (one) => [
      await window.bridge.call('mailboxes.get', { id: one }),
      await window.bridge.call('data.diagnostics', {}),
    ],
    id,
  )
  const all = [listed, ...others]
  expect(all.map(({ ok }) => ok)).toEqual([true, true, true])
  return [...written, JSON.stringify(all)]
}

test('what opens a mailbox stays in the answer that brought it, and the API key in main', async ({
  launch,
  litemail,
  session,
}) => {
  const canary = hatchCanary()
  litemail.addKey('anna', canary.key)
  const { app, page, ...watched } = await openWatched({ launch, session })
  await connectLitemail(page, { server: litemail.server, key: canary.key })
  const seen = await goThrough(app, page, session.makeFolder('exports'))

  // The service did send it: in the list, and in what was tried.
  const sent = litemail.holdings().mailboxes.map(({ appPassword }) => appPassword)
  expect(findIn(wantedOf(LITEMAIL_CANARY), sent.join(' '))).not.toEqual([])
  expect(findIn(wantedOf(LITEMAIL_CANARY, canary), seen.join('\n'))).toEqual([])
  expect(await watched.crossings(LITEMAIL_CANARY)).toEqual([])
  expect(await watched.crossings(canary)).toEqual(['call'])
  expect(await watched.leaksInWindow(LITEMAIL_CANARY, canary)).toEqual([])
  expect(await watched.leaksOnMachine(LITEMAIL_CANARY, canary)).toEqual([])

  const kept = await keptFor(session, canary)
  expect(kept.map(({ attributes }) => attributes.account)).toEqual([
    expect.stringMatching(new RegExp(`^litemail ${litemail.origin} \\S+ 1$`)),
  ])
  expect(carelessRequests(litemail, canary)).toEqual([])
  await app.close()
  expect(await watched.leaksOnMachine(LITEMAIL_CANARY, canary)).toEqual([])
})

test('a JWT goes to its service as a bearer token, and nowhere else, also when it has ended', async ({
  launch,
  litemail,
  session,
}) => {
  const canary = canaryOf(litemail.token('anna'))
  const { app, page, ...watched } = await openWatched({ launch, session })
  await connectLitemail(page, { server: litemail.server, key: canary.key, authentication: 'JWT' })
  await openFleet(page, 'Mailboxes')
  await expectRows(page, 'Mailboxes', FLEET.mailboxes)
  await expect(freshness(page)).toHaveText('Updated just now')
  litemail.skipTime(3_700_000)
  await page.evaluate(() => window.bridge.call('fleet.refresh', {}))
  await expect.poll(() => standings(page)).toEqual(['refused'])

  expect(await watched.crossings(canary)).toEqual(['call'])
  expect(await watched.leaksInWindow(canary)).toEqual([])
  await app.close()
  expect(await watched.leaksOnMachine(canary)).toEqual([])
  expect(carelessRequests(litemail, canary)).toEqual([])
  expect(litemail.requests.every(({ headers }) => headers.authorization === `Bearer ${canary.key}`)).toBe(
    true,
  )
})
