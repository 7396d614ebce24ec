import type { Page } from '@playwright/test'
import { pressNewAddress, status } from '../support/app/journey'
import { quotaReached } from '../support/likedo/rules'
import { DEFAULT_KEY, expect, test } from './support/scene'

const POST = { method: 'POST' } as const

/** Presses, and waits for the ending that says so. */
async function pressUntil(page: Page, words: string | RegExp): Promise<void> {
  await pressNewAddress(page)
  await expect(status(page).getByText(words).last()).toBeVisible({ timeout: 30_000 })
}

async function dismissAll(page: Page): Promise<void> {
  const dismiss = page.getByRole('button', { name: 'Dismiss' })
  while ((await dismiss.count()) > 0) await dismiss.first().click()
}

test('created', async ({ openConnected, likedo }) => {
  const { page, picture } = await openConnected()
  await pressUntil(page, /^Copied: /)
  await status(page)
    .getByText(/^Copied: /)
    .hover()
  await picture('created-copied')

  likedo.next({ kind: 'hold', at: 'received' }, { ...POST, times: 'always' })
  await dismissAll(page)
  for (let presses = 0; presses < 3; presses++) await pressNewAddress(page)
  await expect(page.getByText('Creating… 3 in line')).toBeVisible()
  await picture('created-in-line')
  likedo.clearFaults()
  likedo.release()
  await expect(page.getByText('Creating…').first()).toBeHidden()
})

test('not-created', async ({ openConnected, likedo }) => {
  const { page, picture } = await openConnected()
  const shown = async (name: string, words: string | RegExp) => {
    await pressUntil(page, words)
    await picture(`not-created-${name}`)
    await dismissAll(page)
    likedo.clearFaults()
  }

  const taken = { success: false, error: 'An email address with this address already exists' }
  likedo.next(
    { kind: 'answer', act: false, status: 409, body: JSON.stringify(taken) },
    { ...POST, times: 'always' },
  )
  await shown('conflict', 'LikeDo already has')

  const quota = { success: false, error: quotaReached(50) }
  likedo.next({ kind: 'answer', act: false, status: 403, body: JSON.stringify(quota) }, POST)
  await shown('quota', 'no more addresses this month')

  await page.evaluate(() => window.bridge.call('settings.update', { defaultDomain: 'kfc.sh' }))
  await shown('not-in-plan', 'does not cover kfc.sh')
  await page.evaluate(() => window.bridge.call('settings.update', { defaultDomain: 'ig.do' }))

  likedo.next({ kind: 'too-many', retryAfter: 'seconds', seconds: 1_500 }, POST)
  await shown('too-many-requests', 'too many requests')
})

test('not-created-own-words', async ({ openConnected, likedo }) => {
  const { page, picture } = await openConnected()
  const long = { success: false, error: 'The service has a great deal to say about this. '.repeat(40) }
  likedo.next({ kind: 'answer', act: false, status: 400, body: JSON.stringify(long) }, POST)
  await pressUntil(page, 'LikeDo did not accept the request')
  await picture('not-created-own-words')
})

test('not-created-no-such-path', async ({ openConnected, likedo }) => {
  const { page, picture } = await openConnected()
  likedo.configure({ createPath: '/api/v1/emails' })
  await pressUntil(page, 'does not know how Mailroom asks')
  await picture('not-created-no-such-path')
})

test('not-created-over-budget', async ({ openConnected, likedo }) => {
  const windows = [{ requests: 2, ms: 3_600_000 }]
  likedo.configure({
    limits: { windows, kind: 'fixed', retryAfter: 'none', remaining: true, reset: 'epoch-seconds' },
  })
  const { page, picture } = await openConnected()
  await pressUntil(page, /^Copied: /)
  await pressUntil(page, 'as far as Mailroom counted')
  await picture('not-created-over-budget')
})

test('not-created-key-refused', async ({ openConnected, likedo }) => {
  const { page, picture } = await openConnected()
  likedo.revokeKey(DEFAULT_KEY)
  await pressUntil(page, 'LikeDo refused the API key')
  await picture('not-created-key-refused')
})

test('not-created-not-reached', async ({ openConnected, likedo }) => {
  const { page, picture } = await openConnected()
  await likedo.goOffline()
  await pressUntil(page, 'Nobody answers at')
  // Several at once: they stand above one another.
  await pressNewAddress(page)
  await pressNewAddress(page)
  await expect(status(page).getByText('Nobody answers at')).toHaveCount(3)
  await picture('not-created-not-reached')
})

test('not-confirmed', async ({ openConnected, likedo }) => {
  const { page, picture } = await openConnected()
  likedo.configure({ canList: false })
  likedo.next({ kind: 'drop', when: 'before', how: 'reset' }, { ...POST, times: 'always' })
  await pressUntil(page, /^Not confirmed: /)
  await picture('not-confirmed')
})

test('owner-unknown', async ({ openConnected, likedo }) => {
  const { page, picture } = await openConnected()
  await page.getByRole('button', { name: 'New address with…' }).click()
  const dialog = page.getByRole('dialog', { name: 'New address with…' })
  await dialog.getByLabel('Local part').fill('newsletter')
  likedo.next({ kind: 'drop', when: 'before', how: 'reset' }, POST)
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('button', { name: 'It is mine' })).toBeVisible()
  await picture('owner-unknown')
})
