import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { audit } from '../pictures/support/audit'
import { answerFileDialogs } from '../support/app/fileDialogs'
import { expect, test } from '../support/app/fixture'
import { addLitemail, connectLitemail, expectRows, fleetGrid, openFleet } from '../support/app/fleetJourney'
import { addAccount, status } from '../support/app/journey'
import { MOVED_SAMPLE, startMoved } from '../support/litemail/moved'
import { openPaths, panel, pathsGrid, tabTo } from './apiPaths/panel'

// Most of Litemail's paths are guesses: who has its documentation puts them right here.

/** Ends the services that a journey began. */
const closing: (() => Promise<void>)[] = []
test.afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

test('a wrong path is repaired by the documentation’s sample, from “Fix path” to the rows, by the keyboard alone', async ({
  launch,
}) => {
  const moved = await startMoved(6, 120)
  closing.push(() => moved.close())
  const app = await launch()
  const page = await app.window()
  await connectLitemail(page, moved)
  await openFleet(page, 'Overview')
  const domains = page
    .getByRole('list', { name: 'Stale or failing' })
    .getByRole('listitem')
    .filter({ hasText: /^Domains/ })
  await expect(domains).toContainText('path not known')

  await tabTo(page, domains.getByRole('button', { name: 'Fix path' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'API paths' })).toHaveAttribute('aria-selected', 'true')
  await expect(panel(page).getByRole('heading', { name: 'Retrieve Domains' })).toBeFocused()
  await expect(panel(page)).toContainText('Litemail does not know where Mailroom asked')
  await expect(pathsGrid(page).getByRole('row', { name: /Retrieve Domains/ })).toBeInViewport({ ratio: 1 })

  await tabTo(page, panel(page).getByRole('button', { name: 'Paste curl' }))
  await page.keyboard.press('Enter')
  await expect(panel(page).getByRole('textbox', { name: 'Sample of the documentation' })).toBeFocused()
  await page.keyboard.insertText(MOVED_SAMPLE)
  await expect(panel(page).getByText('Read: GET /registry/names')).toBeVisible()
  const read = panel(page).getByRole('region', { name: 'What was read' })
  await expect(read).toContainText('Dropped: the server api.other.example, the key (x-api-key)')
  await expect(read).not.toContainText('lm_live_key_of_the_documentation')

  const change = panel(page).getByRole('region', { name: 'What changes' })
  await expect(change).toContainText('GET /domains')
  await expect(change).toContainText('GET /registry/names')
  await tabTo(page, panel(page).getByRole('button', { name: /contains is sent as/ }))
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Query: zq' }).press('Enter')
  await expect(change).toContainText('zq (contains)')
  await expect.poll(() => audit(page)).toEqual([])

  await tabTo(page, change.getByRole('button', { name: 'Take' }))
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Retrieve Domains is asked so from now on.')
  await expect(panel(page)).toContainText(/Worked here on \d/, { timeout: 20_000 })
  await expect(panel(page).getByRole('heading', { name: 'Retrieve Domains' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(pathsGrid(page).getByRole('row', { name: /Retrieve Domains/ })).toBeFocused()
  const main = page.getByRole('navigation', { name: 'Main' })
  await tabTo(page, main.getByRole('button', { name: 'Domains' }))
  await page.keyboard.press('Enter')
  await expectRows(page, 'Domains', 6)
  await expect(fleetGrid(page, 'Domains')).not.toContainText('Seen in mailboxes')

  const asked = moved.requests.filter(({ path }) => path.endsWith('/registry/names'))
  expect(asked.length).toBeGreaterThan(0)
  for (const { query } of asked) expect(Object.keys(query).sort()).toEqual(['per_page', 'pg'])
})

test('what is typed is judged as it is typed, and taken, had back and reset', async ({
  launch,
  litemail,
}) => {
  const app = await launch()
  const page = await app.window()
  await addLitemail(page, litemail.server)
  await openPaths(page)
  await expect(pathsGrid(page)).toHaveAttribute('aria-rowcount', '62')
  await page.getByRole('searchbox', { name: 'Search API paths' }).fill('tags delete')
  const row = pathsGrid(page).getByRole('row', { name: /Delete Tag/ })
  await row.click()
  const change = panel(page).getByRole('region', { name: 'What changes' })
  const path = panel(page).getByRole('textbox', { name: 'Path' })
  const take = change.getByRole('button', { name: 'Take' })

  await path.fill('/tags/../{id}')
  await expect(panel(page).getByText('The path has no steps “.” and “..”.')).toBeVisible()
  await expect(take).toBeDisabled()
  await path.fill('/labels/{id}')
  await expect(take).toBeEnabled()
  await panel(page).getByRole('button', { name: 'Where id goes' }).press('Enter')
  await page.getByRole('option', { name: 'Header' }).press('Enter')
  await panel(page).getByRole('textbox', { name: 'Name of id' }).fill('Cookie')
  await expect(panel(page).getByText(/“id” cannot go into this header/)).toBeVisible()
  await panel(page).getByRole('textbox', { name: 'Name of id' }).fill('')
  await path.fill('/labels/..')
  await expect(panel(page).getByText(/“id” cannot go into this header/)).toBeVisible()
  await expect(panel(page).getByText('The path has no steps “.” and “..”.')).toBeVisible()
  await path.fill('/labels')
  await panel(page).getByRole('textbox', { name: 'Name of id' }).fill('X-Tag')
  await take.click()
  await expect(row).toContainText('DELETE /labels')
  await expect(row).toContainText('Changed here')

  // What it is pressed with goes with it.
  const title = panel(page).getByRole('heading', { name: 'Delete Tag' })
  await change.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(row).not.toContainText('Changed here')
  await expect(title).toBeFocused()
  await path.fill('/label/{id}')
  await take.click()
  await change.getByRole('button', { name: 'Reset' }).press('Enter')
  await expect(row).not.toContainText('Changed here')
  await expect(title).toBeFocused()

  await expect(row).toContainText('Guessed')
  await panel(page).getByRole('button', { name: 'Paste curl' }).click()
  await page.keyboard.insertText(`curl -X DELETE https://api.litemail.app/v1/tags/tag_1 -H 'x-api-key: k'`)
  await expect(change).toContainText('The sample says the same. Take it, and the path counts as documented.')
  await take.click()
  await expect(status(page)).toContainText('Delete Tag is asked as its documentation shows it.')
  await expect(row).toContainText('Documented')
  await expect(change).toContainText('as the pasted sample shows it')
  expect(litemail.requests.filter(({ method }) => method !== 'GET')).toEqual([])
})

const info = { title: 'Litemail', version: '1' }
/** One that is sure, one under another title, one with another method. */
const openApi = {
  openapi: '3.1.0',
  info,
  paths: {
    '/v1/zones': { get: { summary: 'Retrieve Domains', parameters: [{ name: 'page', in: 'query' }] } },
    '/v1/wallet/money': { post: { summary: 'Get Wallet Balance' } },
  },
}

test('a file of the service is taken as far as its user ticks it, exported and reset; LikeDo has the same screen', async ({
  launch,
  litemail,
  likedo,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await addLitemail(page, litemail.server)
  const file = join(session.makeFolder('files'), 'openapi.json')
  writeFileSync(file, JSON.stringify(openApi))
  await openPaths(page)
  await page.getByRole('searchbox', { name: 'Search API paths' }).fill('retrieve domains')
  const dialog = page.getByRole('dialog', { name: 'Import API paths' })
  // One that takes long to read, and is not wanted any more.
  const large = join(session.makeFolder('files'), 'large.yaml')
  writeFileSync(large, Array.from({ length: 500_000 }, (_, index) => `k${index}: 1`).join('\n'))
  await answerFileDialogs(app, large)
  const choose = page.getByRole('button', { name: 'Import…' })
  await choose.press('Enter')
  await expect(dialog).toContainText('Reading large.yaml…')
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(choose).toBeFocused()
  await answerFileDialogs(app, file)
  await page.keyboard.press('Enter')

  const suggestion = (title: string) => dialog.getByRole('listitem').filter({ hasText: title })
  await expect(suggestion('Retrieve Domains').getByRole('checkbox')).toBeChecked()
  await expect(suggestion('Retrieve Domains')).toContainText('GET /domains')
  await expect(suggestion('Retrieve Domains')).toContainText('GET /zones')
  await expect(suggestion('Balance').getByRole('checkbox')).not.toBeChecked()
  await expect(suggestion('Balance')).toContainText('Another method')
  await expect.poll(() => audit(page)).toEqual([])
  await tabTo(page, dialog.getByRole('button', { name: 'Take 1' }))
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('1 API path taken from openapi.json.')
  await expect(pathsGrid(page).getByRole('row', { name: /Retrieve Domains/ })).toContainText('GET /zones')
  await expect(choose).toBeFocused()

  const exported = join(session.makeFolder('files'), 'maps.json')
  await answerFileDialogs(app, exported)
  await page.getByRole('button', { name: 'More about API paths' }).click()
  await page.getByRole('menuitem', { name: /^Export/ }).click()
  await expect(status(page)).toContainText('Exported 1 API path to maps.json.')
  expect(readFileSync(exported, 'utf8')).toContain('"/zones"')

  const more = page.getByRole('button', { name: 'More about API paths' })
  await more.press('Enter')
  await page.getByRole('menuitem', { name: /^Reset all/ }).press('Enter')
  await tabTo(page, page.getByRole('alertdialog').getByRole('button', { name: 'Reset all' }))
  await page.keyboard.press('Enter')
  await expect(pathsGrid(page).getByRole('row', { name: /Retrieve Domains/ })).toContainText('GET /domains')
  await expect(more).toBeFocused()

  await page.getByRole('button', { name: 'Clear the search' }).click()
  await addAccount(page, likedo.origin)
  await page.getByRole('button', { name: /Account/ }).click()
  await page.getByRole('option', { name: new URL(likedo.origin).host }).click()
  await expect(pathsGrid(page)).toHaveAttribute('aria-rowcount', '4')
})
