import type { Page } from '@playwright/test'
import { expect, test } from '../support/app/fixture'
import {
  addressRows,
  connectAndOpenList,
  connectLikeDo,
  copiedAddress,
  pressNewAddress,
  status,
} from '../support/app/journey'
import { watchOpenedPages } from '../support/app/openedPages'
import { DEFAULT_KEY } from '../support/likedo/server'
import type { Fault } from '../support/loopback/faults'

// Each refusal is seen in its own words, and its one next step is pressed and does what it says.

const POST = { method: 'POST' } as const
const refusal = (status: number, error: string, details?: unknown): Fault => ({
  kind: 'answer',
  act: false,
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ success: false, error, ...(details === undefined ? {} : { details }) }),
})

/** Takes the next step of the newest notice. */
const take = (page: Page, name: string) =>
  status(page).getByRole('button', { name, exact: true }).last().click()

const createWithName = async (page: Page, localPart: string) => {
  await page.getByRole('button', { name: 'New address with…' }).click()
  const dialog = page.getByRole('dialog', { name: 'New address with…' })
  await dialog.getByLabel('Local part').fill(localPart)
  await dialog.getByRole('button', { name: 'Create' }).click()
  return dialog
}

const namesField: readonly (readonly [string, Fault, string])[] = [
  [
    'a malformed field',
    refusal(400, 'Invalid request data', [{ path: ['email'], message: 'Invalid email' }]),
    'Not created: LikeDo did not accept the request: “email: Invalid email”. Your clipboard was not changed.',
  ],
  [
    'a length that does not fit',
    refusal(400, 'Email prefix length must be between 4 and 64 characters'),
    'Not created: LikeDo did not accept the request: “Email prefix length must be between 4 and 64 characters”. Your clipboard was not changed.',
  ],
  [
    'a reserved name',
    refusal(400, 'The provided email prefix is reserved. Please choose another one.'),
    'Not created: LikeDo did not accept the request: “The provided email prefix is reserved. Please choose another one”. Your clipboard was not changed.',
  ],
  [
    'a 403 that is about neither domain nor quota',
    refusal(403, 'Your account is under review.'),
    'Not created: LikeDo did not accept the request: “Your account is under review”. Your clipboard was not changed.',
  ],
]

for (const [name, fault, words] of namesField) {
  test(`${name} is told in LikeDo’s words and leads to another name`, async ({ launch, likedo, session }) => {
    const page = await (await launch()).window()
    await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
    await session.writeClipboard('mine')
    likedo.next(fault, POST)
    await pressNewAddress(page)
    await expect(status(page)).toContainText(words)
    expect(await session.readClipboard()).toBe('mine')
    await take(page, 'Choose another name')
    await expect(page.getByRole('dialog', { name: 'New address with…' })).toBeVisible()
  })
}

test('a key that is refused leads to a new key, which works', async ({ launch, likedo }) => {
  const page = await (await launch()).window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  likedo.revokeKey(DEFAULT_KEY, 'expired')
  likedo.addKey('caller', 'sk_test_second')
  await pressNewAddress(page)
  await expect(status(page)).toContainText(
    'Not created: LikeDo refused the API key: “Invalid or expired API key:',
  )
  await take(page, 'Replace key')
  const dialog = page.getByRole('dialog', { name: 'Replace key' })
  await dialog.getByLabel('API key', { exact: true }).fill('sk_test_second')
  await dialog.getByRole('button', { name: 'Replace key', exact: true }).click()
  await expect(status(page)).toContainText('Key replaced. LikeDo accepts the new one.')
  await pressNewAddress(page)
  await copiedAddress(page)
})

test('a domain that the plan does not cover leads to another domain, a quota to the plans', async ({
  launch,
  likedo,
}) => {
  const app = await launch()
  const page = await app.window()
  const openedLinks = await watchOpenedPages(app)
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  likedo.next(
    refusal(
      403,
      'You don\'t have permission to use the domain "ig.do". Premium domains require an active Pro subscription or Lifetime plan.',
    ),
    POST,
  )
  await pressNewAddress(page)
  await expect(status(page)).toContainText('Not created: Your LikeDo plan does not cover ig.do: “You don')
  await take(page, 'Choose another domain')
  await page
    .getByRole('dialog', { name: 'New address with…' })
    .getByRole('button', { name: 'Cancel' })
    .click()

  likedo.next(refusal(403, 'You have reached your monthly limit of 50 email addresses.'), POST)
  await pressNewAddress(page)
  await expect(status(page)).toContainText('Not created: Your LikeDo plan has no more addresses this month')
  await take(page, 'Open LikeDo’s plans')
  await expect.poll(openedLinks).toHaveLength(1)
  expect((await openedLinks())[0]).toMatch(/^https:\/\/like\.do\//)
})

test('a typed name that exists is reported where it was typed, and leads to another name', async ({
  launch,
  likedo,
}) => {
  const page = await (await launch()).window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  likedo.hold('stranger', 'jane.roe@ig.do')
  const dialog = await createWithName(page, 'jane.roe')
  await expect(dialog).toContainText(
    'Not created: LikeDo already has jane.roe@ig.do. Your clipboard was not changed.',
  )
  await dialog.getByRole('button', { name: 'Choose another name' }).click()
  await expect(dialog.getByLabel('Local part')).toBeFocused()
  await dialog.getByLabel('Local part').fill('jane.roe.2')
  await dialog.getByRole('button', { name: 'Create' }).click()
  expect(await copiedAddress(page)).toBe('jane.roe.2@ig.do')
})

test('too many requests are told with their end where LikeDo tells it, and can be tried again', async ({
  launch,
  likedo,
}) => {
  const page = await (await launch()).window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  likedo.next({ kind: 'too-many', retryAfter: 'none' }, POST)
  await pressNewAddress(page)
  await expect(status(page)).toContainText(
    'Not created: LikeDo says there were too many requests, not until when.',
  )
  await take(page, 'Try again')
  await copiedAddress(page)

  likedo.next({ kind: 'too-many', retryAfter: 'seconds', seconds: 600 }, POST)
  await pressNewAddress(page)
  await expect(status(page)).toContainText(/too many requests; it takes more from \d\d:\d\d\. Your clipboard/)
})

test('an allowance that Mailroom counts as used up can be tried all the same', async ({ launch, likedo }) => {
  const page = await (await launch()).window()
  // The key's check and one address use up what the service's header tells.
  const windows = [{ requests: 2, ms: 3_600_000 }]
  likedo.configure({
    limits: { windows, kind: 'sliding', retryAfter: 'none', remaining: false, reset: 'none' },
  })
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  await pressNewAddress(page)
  await copiedAddress(page)

  await pressNewAddress(page)
  await expect(status(page)).toContainText(
    /Not created: LikeDo’s requests are used up, as far as Mailroom counted, until \d\d:\d\d/,
  )
  expect(likedo.addressesOf(DEFAULT_KEY)).toHaveLength(1)
  likedo.configure({ limits: null })
  await take(page, 'Try now')
  await expect(addressRows(page)).toHaveCount(2)
  // The row is there as soon as it is asked for.
  await expect.poll(() => likedo.addressesOf(DEFAULT_KEY).length).toBe(2)
})

test('a server without the documented path is asked by the other one only when the user says so', async ({
  launch,
  likedo,
}) => {
  const page = await (await launch()).window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  likedo.configure({ createPath: '/api/v1/emails' })
  await pressNewAddress(page)
  await expect(status(page)).toContainText(
    'Not created: This server does not know how Mailroom asks for an address (404)',
  )
  expect(likedo.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  await take(page, 'Try the other path')
  await copiedAddress(page)
})

test('a server that nobody answers at can be tried again', async ({ launch, likedo }) => {
  const page = await (await launch()).window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  likedo.goOffline()
  await pressNewAddress(page)
  await expect(status(page)).toContainText(`Not created: Nobody answers at 127.0.0.1`)
  likedo.comeBack()
  await take(page, 'Try again')
  await copiedAddress(page)
})

test.describe('a server that cannot be reached', () => {
  test('by its name leads to the account’s settings', async ({ launch }) => {
    const page = await (await launch()).window()
    await connectLikeDo(page, 'https://likedo.invalid', DEFAULT_KEY)
    const dialog = page.getByRole('dialog', { name: 'Connect LikeDo' })
    await expect(dialog).toContainText('The name likedo.invalid was not found')
    await dialog.getByRole('button', { name: 'Save and check later' }).click()
    await expect(status(page)).toContainText('Saved')
    await pressNewAddress(page)
    await expect(status(page)).toContainText(
      'Not created: The name likedo.invalid was not found. Your clipboard was not changed.',
    )
    await take(page, 'Open account settings')
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  })

  test.describe('safely', () => {
    test.use({ likedoOptions: { tls: true } })
    test('leads to the account’s settings, and no key was sent', async ({ launch, likedo }) => {
      const app = await launch({ expected: [/handshake failed/] })
      const page = await app.window()
      await connectLikeDo(page, likedo.origin, DEFAULT_KEY)
      const dialog = page.getByRole('dialog', { name: 'Connect LikeDo' })
      await expect(dialog).toContainText('No safe connection to 127.0.0.1')
      await dialog.getByRole('button', { name: 'Save and check later' }).click()
      await pressNewAddress(page)
      await expect(status(page)).toContainText('Not created: No safe connection to 127.0.0.1')
      await take(page, 'Open account settings')
      await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
      expect(likedo.requests).toEqual([])
    })
  })
})

test('without an account a command says so and the window leads to connecting one', async ({ launch }) => {
  const page = await (await launch()).window()
  await expect(page.getByText('Your keys stay in this computer’s keychain.')).toBeVisible()
  await page.getByRole('button', { name: 'Connect LikeDo' }).first().click()
  await expect(page.getByRole('dialog', { name: 'Connect LikeDo' })).toBeVisible()
  await expect(addressRows(page)).toHaveCount(0)
})
