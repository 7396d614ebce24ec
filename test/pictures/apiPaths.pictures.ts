import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openPaths, panel, pathsGrid } from '../desktop/apiPaths/panel'
import { answerFileDialogs } from '../support/app/fileDialogs'
import { connectLitemail } from '../support/app/fleetJourney'
import { addAccount } from '../support/app/journey'
import { expect, test } from './support/scene'

const SAMPLE = [
  'curl --request POST \\',
  "  --url 'https://api.other.example/v1/registry/{registryKey}/names?pg=1' \\",
  "  --header 'accept: application/json' --header 'x-api-key: <api-key>' \\",
  `  --data '{"pageSize": 10, "zq": "acme", "sort": "name"}'`,
].join('\n')

test('api-paths', async ({ open, litemail }) => {
  litemail.configure({ paths: { 'mailboxes.list': '404', 'tags.list': '405', 'wallet.balance': 'html' } })
  const { page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openPaths(page)
  await picture('api-paths-list')

  await pathsGrid(page)
    .getByRole('row', { name: /Retrieve Mailboxes/ })
    .click()
  await expect(panel(page).getByRole('heading', { name: 'Retrieve Mailboxes' })).toBeVisible()
  await picture('api-paths-operation')

  await panel(page).getByRole('button', { name: 'More' }).click()
  await panel(page).getByRole('textbox', { name: 'Path' }).fill('/zones/../%2e')
  await panel(page).getByRole('textbox', { name: 'Name of page' }).fill('limit')
  await expect(panel(page).getByText(/The path has no/)).toBeVisible()
  await picture('api-paths-complaints')
  await panel(page).getByRole('button', { name: 'Discard' }).click()

  await panel(page).getByRole('button', { name: 'Paste curl' }).click()
  await panel(page).getByRole('textbox', { name: 'Sample of the documentation' }).fill(SAMPLE)
  await expect(panel(page).getByText(/^Dropped/)).toBeVisible()
  await picture('api-paths-sample')
  await panel(page).getByRole('textbox', { name: 'Sample of the documentation' }).fill("curl 'https://x")
  await expect(panel(page).getByRole('alert')).toBeVisible()
  await picture('api-paths-sample-not-read')
  await pathsGrid(page)
    .getByRole('row', { name: /Create New Workspace/ })
    .press('Enter')
  await expect(panel(page).getByRole('heading', { name: 'Create New Workspace' })).toBeVisible()
  await panel(page).getByRole('button', { name: 'Paste curl' }).click()
  await panel(page)
    .getByRole('textbox', { name: 'Sample of the documentation' })
    .fill(`curl https://api.other.example/v1/workspaces -d '{"name": "Acme"}'`)
  await expect(panel(page).getByText(/^The sample says the same/)).toBeVisible()
  await picture('api-paths-sample-confirms')

  await page.getByRole('searchbox', { name: 'Search API paths' }).fill('nothing of this name')
  await picture('api-paths-nothing-matches')
})

test('api-paths-files', async ({ open, litemail, likedo, session }) => {
  const { app, page, picture } = await open()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  const file = join(session.makeFolder('files'), 'litemail-openapi.json')
  const get = (summary: string, ...names: string[]) => ({
    get: { summary, parameters: names.map((name) => ({ name, in: 'query' })) },
  })
  const paths = {
    '/v1/zones': get('Retrieve Domains', 'page', 'sort'),
    '/v1/tags': get('All tags of the user'),
    '/v1/wallet/money': { post: { summary: 'Get Wallet Balance' } },
    '/v1/webhooks': get('List Registered Webhooks', 'page', 'limit'),
    '/v1/labels': {
      post: {
        summary: 'Create a new tag',
        parameters: [{ name: 'X-Session', in: 'header' }],
        requestBody: {
          content: {
            'multipart/form-data': { schema: { properties: { name: { type: 'string' }, sort: {} } } },
          },
        },
      },
    },
    '/v1/people/me': get('Retrieve User Details'),
    '/v1/unheard/of': get('Something that Mailroom does not know'),
  }
  writeFileSync(file, JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths }))
  const large = join(session.makeFolder('files'), 'everything.yaml')
  writeFileSync(large, Array.from({ length: 900_000 }, (_, index) => `k${index}: 1`).join('\n'))
  await answerFileDialogs(app, large)
  await openPaths(page)
  await page.getByRole('button', { name: 'Import…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import API paths' })
  await expect(dialog).toContainText('Reading')
  await picture('api-paths-reading')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  const importFile = async (name: string, content: string) => {
    const other = join(session.makeFolder('files'), name)
    writeFileSync(other, content)
    await answerFileDialogs(app, other)
    await page.getByRole('button', { name: 'Import…' }).click()
  }
  const inOneLine = 'openapi: 3.1.0\npaths: &paths\n  /a: *paths\n'
  await importFile('copied-from-a-wiki-with-a-long-name-that-goes-on-and-on.yaml', inOneLine)
  await expect(dialog.getByRole('alert')).toBeVisible()
  await picture('api-paths-file-refused')
  await dialog.getByRole('button', { name: 'Close' }).click()
  const unheard = { '/v1/unheard/of': get('Something that Mailroom does not know') }
  await importFile('unheard-of.json', JSON.stringify({ openapi: '3.1.0', paths: unheard }))
  await expect(dialog).toContainText('nothing that would change')
  await picture('api-paths-nothing-to-take')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await answerFileDialogs(app, file)
  await page.getByRole('button', { name: 'Import…' }).click()
  await expect(dialog.getByRole('checkbox').first()).toBeVisible()
  await picture('api-paths-import')
  await dialog.getByRole('button', { name: /^Take/ }).click()
  await expect(dialog).toHaveCount(0)
  await picture('api-paths-imported')
  await page.getByRole('button', { name: 'More about API paths' }).click()
  await picture('api-paths-menu')
  await page.getByRole('menuitem', { name: /^Reset all/ }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await picture('api-paths-reset')
  await page.keyboard.press('Escape')

  await addAccount(page, likedo.origin)
  await page.getByRole('button', { name: /Account/ }).click()
  await page.getByRole('option', { name: new URL(likedo.origin).host }).click()
  await pathsGrid(page).getByRole('row', { name: /inbox/i }).click()
  await expect(panel(page).getByRole('heading', { level: 2 })).toBeVisible()
  await picture('api-paths-likedo')
})
