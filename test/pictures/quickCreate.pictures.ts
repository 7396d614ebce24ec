import type { Page } from '@playwright/test'
import { addAccount } from '../support/app/journey'
import type { App } from '../support/app/launch'
import { openQuick } from '../support/app/quickCreate'
import type { Session } from '../support/desktop/session'
import type { LikeDo } from '../support/likedo/server'
import { photographQuick } from './support/photographQuick'
import { expect, test } from './support/scene'

const POST = { method: 'POST' } as const
const refusal = (status: number, error: string) =>
  ({ kind: 'answer', act: false, status, body: JSON.stringify({ success: false, error }) }) as const

const localPart = (quick: Page) => quick.getByLabel('Local part')
const create = (quick: Page) => quick.getByRole('button', { name: /^Create/ })

/** The small window with an account, and how it is photographed. */
async function openSmall(app: App, session: Session, likedo: LikeDo, keys: readonly string[] = []) {
  const main = await app.window()
  await addAccount(main, likedo.origin)
  for (const key of keys) await addAccount(main, likedo.origin, key)
  const quick = await openQuick(app, session)
  await quick.emulateMedia({ colorScheme: null })
  await expect(localPart(quick)).toBeVisible()
  await quick.mouse.move(2, 2)
  return { quick, picture: (name: string) => photographQuick(app, quick, name) }
}

/** The window that says "Copied" stays for its picture. */
const stay = (quick: Page) =>
  quick.evaluate(() => {
    const setForReal = window.setTimeout.bind(window)
    const set = (run: () => void, ms?: number) => setForReal(run, ms === 600 ? 60_000 : ms)
    Object.assign(window, { setTimeout: set })
  })

test('quick-create-form', async ({ launch, session, likedo }) => {
  const { quick, picture } = await openSmall(await launch(), session, likedo)
  await picture('quick-create-empty')
  await localPart(quick).fill('garden.centre')
  await quick.getByLabel('Note').fill('Newsletter of the garden centre')
  await picture('quick-create-filled')
  await quick.getByText('More', { exact: true }).click()
  await picture('quick-create-more')
  await quick.getByLabel('How many').fill('3')
  await create(quick).click()
  await picture('quick-create-several-with-a-name')
  await localPart(quick).fill('a b')
  await quick.getByLabel('How many').fill('99')
  await create(quick).click()
  await expect(quick.getByLabel('How many')).toHaveAccessibleDescription('A whole number from 1 to 50.')
  await picture('quick-create-complaints')
})

test('quick-create-one', async ({ launch, session, likedo }) => {
  const { quick, picture } = await openSmall(await launch(), session, likedo)
  await stay(quick)
  likedo.next({ kind: 'hold', at: 'received' }, POST)
  await create(quick).click()
  await likedo.when('received', POST)
  await picture('quick-create-creating')
  likedo.release()
  await expect(quick.getByRole('status')).toContainText('Copied: ')
  await picture('quick-create-copied')
})

test('quick-create-several', async ({ launch, session, likedo }) => {
  const { quick, picture } = await openSmall(await launch(), session, likedo)
  await stay(quick)
  await quick.getByLabel('How many').fill('3')
  await picture('quick-create-several')
  likedo.next({ kind: 'hold', at: 'received' }, POST)
  await create(quick).click()
  await likedo.when('received', POST)
  await picture('quick-create-several-creating')
  likedo.release()
  await expect(quick.getByRole('status')).toContainText('Copied: 3 addresses')
  await picture('quick-create-several-copied')
})

test('quick-create-several-partly', async ({ launch, session, likedo }) => {
  const { quick, picture } = await openSmall(await launch(), session, likedo)
  await quick.getByLabel('How many').fill('3')
  likedo.next({ kind: 'delay', before: 0 }, POST)
  likedo.next(refusal(403, 'You have reached your monthly limit of 50 email addresses.'), POST)
  await create(quick).click()
  await expect(quick.getByRole('alert')).toContainText('1 of 3 created and copied.')
  await expect(quick.getByText('49 of about 50 addresses left this month')).toBeVisible()
  await picture('quick-create-several-partly')
})

test('quick-create-failure', async ({ launch, session, likedo }) => {
  const { quick, picture } = await openSmall(await launch(), session, likedo)
  await localPart(quick).fill('john.doe')
  likedo.hold('stranger', 'john.doe@ig.do')
  await create(quick).click()
  await expect(quick.getByRole('alert')).toContainText('LikeDo already has john.doe@ig.do')
  await picture('quick-create-taken')
  likedo.next({ kind: 'too-many', retryAfter: 'none' }, POST)
  await localPart(quick).fill('')
  await create(quick).click()
  await expect(quick.getByRole('alert')).toContainText('too many requests')
  await picture('quick-create-too-many-requests')
})

for (const [count, name] of [
  ['1', 'quick-create-by-hand'],
  ['2', 'quick-create-several-by-hand'],
] as const) {
  test(name, async ({ launch, session, likedo }) => {
    const { quick, picture } = await openSmall(await launch(), session, likedo)
    await quick.getByLabel('How many').fill(count)
    likedo.next({ kind: 'hold', at: 'received' }, POST)
    await create(quick).click()
    await likedo.when('received', POST)
    await session.writeClipboard('a telephone number')
    likedo.release()
    await expect(quick.getByText('press Enter to copy')).toBeVisible()
    await picture(name)
  })
}

test('quick-create-accounts', async ({ launch, session, likedo }) => {
  likedo.addUser({ name: 'second', keys: ['sk_test_second'] })
  const { quick, picture } = await openSmall(await launch(), session, likedo, ['sk_test_second'])
  await quick.getByText('More', { exact: true }).click()
  await expect(quick.getByLabel('Account')).toBeVisible()
  await picture('quick-create-accounts')
})

test('quick-create-long', async ({ launch, session, likedo }) => {
  const { quick, picture } = await openSmall(await launch(), session, likedo)
  await localPart(quick).fill('a-very-long-name-that-somebody-wanted-for-the-garden-centre-2026')
  await quick.getByLabel('Note').fill('Newsletter of the garden centre '.repeat(30).trim())
  await picture('quick-create-long')
  likedo.next(refusal(403, `This account is ${'un'.repeat(120)}available and needs a review.`), POST)
  await create(quick).click()
  await expect(quick.getByRole('alert')).toBeVisible()
  await picture('quick-create-long-refusal')
})
