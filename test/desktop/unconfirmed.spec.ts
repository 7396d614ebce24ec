import type { Page } from '@playwright/test'
import type { Bridge } from '../../src/shared/bridge'
import { runCommand } from '../support/app/command'
import { expect, test } from '../support/app/fixture'
import {
  addressRows,
  connectAndOpenList,
  connectLikeDo,
  pressNewAddress,
  status,
} from '../support/app/journey'
import { DEFAULT_KEY } from '../support/likedo/server'
import type { Fault } from '../support/loopback/faults'

// What may have happened is shown as such, in its own words, and "Check now" finds out.

const POST = { method: 'POST' } as const
const OTHER_ORIGIN = 'http://127.0.0.1:9'

const doubts: readonly (readonly [string, Fault, string])[] = [
  ['a server error', { kind: 'server-error', act: false, status: 503, body: 'json' }, 'LikeDo failed (503)'],
  ['a 408', { kind: 'request-timeout', act: false, close: true }, 'LikeDo failed (408)'],
  [
    'a reset',
    { kind: 'drop', when: 'before', how: 'reset' },
    'The connection broke before LikeDo’s answer arrived',
  ],
  ['a web page', { kind: 'html', act: false }, 'A web page came back instead of LikeDo’s answer'],
  ['a truncated answer', { kind: 'truncated-json', act: false }, 'LikeDo’s answer'],
  [
    'an answer of another shape',
    { kind: 'wrong-shape', act: false },
    'LikeDo’s answer is not what its documentation says',
  ],
  ['3 MB', { kind: 'big-body', act: false }, 'LikeDo’s answer was too large and was cut off'],
  [
    'a redirect',
    { kind: 'redirect', act: false, status: 307, origin: OTHER_ORIGIN },
    'The server sent Mailroom elsewhere, where your key does not go',
  ],
  ['silence', { kind: 'silence', act: false }, 'LikeDo did not answer within'],
]

/** All doubts in one minute are more than the 60 requests that the free plan has for it. */
async function choosePro(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // The bridge of the preload; its types are not those of a test's page.
    const { bridge } = globalThis as unknown as { bridge: Bridge }
    const accounts = await bridge.call('accounts.list', {})
    for (const { id } of accounts.ok ? accounts.value : [])
      await bridge.call('accounts.update', { id, plan: 'pro' })
  })
}

test('each doubt stands in the list with its reason until "Check now" settles it', async ({
  launch,
  likedo,
  session,
}) => {
  test.setTimeout(240_000)
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  await choosePro(page)
  await session.writeClipboard('mine')
  for (const [name, fault, words] of doubts) {
    await test.step(name, async () => {
      likedo.next(fault, { ...POST, times: 'always' })
      const ended = await runCommand(session, ['--new-address', '--timeout=1'], { userData: app.userData })
      expect(ended.code).toBe(8)
      expect(ended.stderr).toMatch(/Not confirmed: \S+@ig\.do\. Mailroom is checking; do not use it yet\./)
      const email = /Not confirmed: (\S+@ig\.do)\./.exec(ended.stderr)?.[1] ?? 'none'
      const row = addressRows(page).filter({ hasText: email })
      await expect(row).toContainText(`Unconfirmed. ${words}`)
      const check = row.getByRole('button', { name: 'Check now' })
      const asked = likedo.requests.length
      await check.click()
      await likedo.when('received', { after: asked, method: 'GET' })
      likedo.clearFaults()
      // It may also be settled in the background meanwhile.
      await expect(async () => {
        if (await check.isEnabled({ timeout: 100 }).catch(() => false)) await check.click({ timeout: 500 })
        await expect(row).toContainText('Created', { timeout: 1_000 })
      }).toPass()
      await expect(row.getByRole('button', { name: 'Check now' })).toHaveCount(0)
    })
  }
  expect(await session.readClipboard()).toBe('mine')
  expect(likedo.addressesOf(DEFAULT_KEY)).toHaveLength(doubts.length)
})

test('the window itself says "Not confirmed", and its "Check now" settles it', async ({ launch, likedo }) => {
  const page = await (await launch()).window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  likedo.next({ kind: 'silence', act: false }, { ...POST, times: 'always' })
  await pressNewAddress(page)
  await expect(status(page)).toContainText(
    /Not confirmed: \S+@ig\.do\. Mailroom is checking; do not use it yet\./,
    {
      timeout: 25_000,
    },
  )
  likedo.clearFaults()
  await status(page).getByRole('button', { name: 'Check now' }).click()
  await expect(addressRows(page)).toContainText('Created')
})

test.describe('a typed name that may be somebody else’s', () => {
  test.use({ likedoOptions: { canList: false } })
  test('is for the user to decide: open LikeDo, mine, not mine', async ({ launch, likedo }) => {
    const app = await launch()
    const page = await app.window()
    await connectLikeDo(page, likedo.origin, DEFAULT_KEY)
    await expect(status(page)).toContainText(
      'Saved. This server cannot check keys; your first address will show whether it works.',
    )
    for (const [localPart, answer] of [
      ['typed.one', 'It is mine'],
      ['typed.two', 'Not mine'],
    ] as const) {
      likedo.next({ kind: 'drop', when: 'after', how: 'reset' }, POST)
      await page.getByRole('button', { name: 'New address with…' }).click()
      const dialog = page.getByRole('dialog', { name: 'New address with…' })
      await dialog.getByLabel('Local part').fill(localPart)
      await dialog.getByRole('button', { name: 'Create' }).click()
      const row = addressRows(page).filter({ hasText: localPart })
      await expect(row).toContainText('Unconfirmed. LikeDo says this address exists, not whose it is.')
      await expect(row.getByRole('button', { name: 'Open LikeDo' })).toBeVisible()
      await row.getByRole('button', { name: answer }).click()
      if (answer === 'It is mine') await expect(row).toContainText('Created')
      else await expect(row).toHaveCount(0)
    }
  })
})
