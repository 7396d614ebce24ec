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
import { type App, launchApp } from '../support/app/launch'
import { KEYRING_PASSWORD, type Session, type SessionOptions, startSession } from '../support/desktop/session'
import { DEFAULT_KEY, type LikeDo } from '../support/likedo/server'

const keysIn = async (session: Session) => (await session.secrets()).map(({ secret }) => secret)
const creates = (likedo: LikeDo) => likedo.requests.filter(({ method }) => method === 'POST')

/** Asks main as the page does. */
const call = (page: Page, method: string, input: object) =>
  page.evaluate(
    ([name, given]) =>
      // The types of the bridge are for those who name its methods.
      (window as unknown as { bridge: { call(m: unknown, i: unknown): Promise<unknown> } }).bridge.call(
        name,
        given,
      ),
    [method, input],
  )

/** A session with another keyring than the worker's; its applications are held to their problems all the same. */
async function inSession(
  options: SessionOptions,
  use: (session: Session, launch: (userData?: string) => Promise<App>) => Promise<void>,
) {
  const session = await startSession(options)
  const apps: App[] = []
  try {
    await use(session, async (userData) => {
      const app = await launchApp(session, userData === undefined ? {} : { userData })
      apps.push(app)
      return app
    })
    for (const app of apps) if (app.isRunning()) await app.close()
    expect(apps.flatMap((app) => app.problems())).toEqual([])
  } finally {
    for (const app of apps) if (app.isRunning()) await app.kill()
    await session.close()
  }
}

const isAsked = async (session: Session) =>
  (await session.run('xdotool', ['search', '--onlyvisible', '--class', 'gcr-prompter'])).stdout !== ''

test('a key stands in the keychain under its account, a replaced one goes, and with the account the last one', async ({
  launch,
  likedo,
  session,
}) => {
  likedo.addKey('caller', 'sk_live_second')
  const page = await (await launch()).window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  const [secret, ...others] = await session.secrets()
  expect(others).toEqual([])
  expect(secret).toMatchObject({ secret: DEFAULT_KEY, attributes: { service: 'Mailroom' } })
  expect(secret?.attributes.account).toMatch(new RegExp(`^likedo ${likedo.origin} [0-9a-f-]{36} 1$`))

  const id = secret?.attributes.account?.split(' ')[2]
  const replaced = await call(page, 'accounts.replaceKey', {
    id,
    key: 'sk_live_second',
    keyEndsOn: null,
    keyKept: 'keychain',
    whenUnreached: 'say',
  })
  expect(replaced).toMatchObject({ ok: true })
  expect(await keysIn(session)).toEqual(['sk_live_second'])

  await pressNewAddress(page)
  await copiedAddress(page)
  expect(creates(likedo).at(-1)?.headers.authorization).toBe('Bearer sk_live_second')

  expect(await call(page, 'accounts.remove', { id })).toMatchObject({ ok: true })
  expect(await keysIn(session)).toEqual([])
  await expect(addressRows(page)).toHaveCount(1)
})

test('a start asks for nothing; the first call does, once, and the time that a person needs counts into no deadline', async ({
  likedo,
}) => {
  await inSession({ keyring: 'locked-with-prompter' }, async (session, launch) => {
    await session.unlockKeyring()
    const first = await launch()
    await connectAndOpenList(await first.window(), likedo.origin, DEFAULT_KEY)
    await first.close()
    await session.lockKeyring()

    const again = await launch(first.userData)
    const page = await again.window()
    await expect(page.getByRole('button', { name: 'New address', exact: true })).toBeEnabled()
    // Longer than anything takes that a start does.
    await page.waitForTimeout(1_500)
    expect(await isAsked(session)).toBe(false)

    await pressNewAddress(page)
    await expect.poll(() => isAsked(session)).toBe(true)
    // Longer than the ten seconds that a creation may take.
    await page.waitForTimeout(11_000)
    expect(creates(likedo)).toEqual([])
    await session.answerPrompt({ password: KEYRING_PASSWORD })
    const email = await copiedAddress(page)
    expect(await session.readClipboard()).toBe(email)

    await session.lockKeyring()
    await pressNewAddress(page)
    await expect.poll(() => creates(likedo).length).toBe(2)
    expect(await isAsked(session)).toBe(false)
  })
})

test('a dismissed question and a locked keychain are said as such; nothing is sent, and lists are still read', async ({
  likedo,
}) => {
  await inSession({ keyring: 'locked-with-prompter' }, async (session, launch) => {
    await session.unlockKeyring()
    const first = await launch()
    await connectAndOpenList(await first.window(), likedo.origin, DEFAULT_KEY)
    await pressNewAddress(await first.window())
    await copiedAddress(await first.window())
    await first.close()
    await session.lockKeyring()

    const page = await (await launch(first.userData)).window()
    await expect(addressRows(page)).toHaveCount(1)
    await pressNewAddress(page)
    await session.answerPrompt('cancel')
    await expect(status(page)).toContainText('Not created: The keychain did not let Mailroom in.')
    await expect(status(page).getByRole('button', { name: 'Try again' })).toBeVisible()
    expect(creates(likedo)).toHaveLength(1)

    await status(page).getByRole('button', { name: 'Try again' }).click()
    await session.answerPrompt({ password: KEYRING_PASSWORD })
    await expect.poll(() => creates(likedo).length).toBe(2)
  })
})

test('quitting waits for no question that nobody answers, takes it away, and sends nothing', async ({
  likedo,
}) => {
  await inSession({ keyring: 'locked-with-prompter' }, async (session, launch) => {
    await session.unlockKeyring()
    const first = await launch()
    await connectAndOpenList(await first.window(), likedo.origin, DEFAULT_KEY)
    await first.close()
    await session.lockKeyring()

    const app = await launch(first.userData)
    await pressNewAddress(await app.window())
    await expect.poll(() => isAsked(session)).toBe(true)
    await app.close()
    await expect.poll(() => isAsked(session)).toBe(false)
    expect(creates(likedo)).toEqual([])
  })
})

test('a locked keychain that nobody can be asked for is locked, and not without a key', async ({
  launch,
  likedo,
  session,
}) => {
  const first = await launch()
  await connectAndOpenList(await first.window(), likedo.origin, DEFAULT_KEY)
  await first.close()
  await session.lockKeyring()

  const page = await (await launch({ userData: first.userData })).window()
  await pressNewAddress(page)
  await expect(status(page)).toContainText('Not created: The keychain is locked.')
  expect(creates(likedo)).toEqual([])
  await session.unlockKeyring()
  await status(page).getByRole('button', { name: 'Try again' }).click()
  await copiedAddress(page)
})

for (const options of [{ keyring: 'none' }, { bus: false }] as const) {
  test(`without a keychain (${JSON.stringify(options)}) a key can be used until Mailroom quits, and is on no disk`, async ({
    likedo,
  }) => {
    await inSession(options, async (session, launch) => {
      const app = await launch()
      const page = await app.window()
      await connectLikeDo(page, likedo.origin, DEFAULT_KEY)
      const dialog = page.getByRole('dialog', { name: 'Connect LikeDo' })
      await expect(dialog).toContainText('This computer has no keychain that Mailroom can reach')
      await dialog.getByRole('button', { name: 'Use this key until Mailroom quits' }).click()
      await expect(status(page)).toContainText('Connected.')
      await pressNewAddress(page)
      await copiedAddress(page)
      await app.close()
      const found = await session.run('grep', ['-rlF', DEFAULT_KEY, session.folder])
      expect(found.stdout).toBe('')

      const again = await (await launch(app.userData)).window()
      await expect(addressRows(again)).toHaveCount(1)
      await pressNewAddress(again)
      await expect(status(again)).toContainText('Not created: The keychain has no key for this account.')
      await expect(status(again).getByRole('button', { name: 'Replace key' })).toBeVisible()
      expect(creates(likedo)).toHaveLength(1)
    })
  })
}
