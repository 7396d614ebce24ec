import { runCommand } from '../support/app/command'
import { expect, test } from '../support/app/fixture'
import { connectByCall, hideAll } from '../support/app/quickCreate'
import { DEFAULT_KEY, type LikeDo } from '../support/likedo/server'

// An X server without a clipboard manager: what a process copied is there while that process serves it.

const created = (likedo: LikeDo) => likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)

test('another program reads the address after the command has ended', async ({ launch, likedo, session }) => {
  const app = await launch()
  await connectByCall(await app.window(), likedo.origin)
  await hideAll(app)
  const ended = await runCommand(session, ['--new-address'], { userData: app.userData })
  const [email = ''] = created(likedo)
  expect(ended).toMatchObject({ code: 0, stdout: `Created: ${email}\n` })
  await expect.poll(() => session.readClipboard()).toBe(email)
})

test('what somebody copied while the answer was under way is left alone, and that is said', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectByCall(page, likedo.origin)
  await session.writeClipboard('before')
  likedo.next({ kind: 'hold', at: 'acted' }, { method: 'POST' })
  const asked = page.evaluate(() =>
    window.bridge.call('addresses.create', {
      requestId: crypto.randomUUID(),
      via: 'window',
      wish: {},
      isOverBudgetAllowed: false,
    }),
  )
  await likedo.when('acted', { method: 'POST' })
  await session.writeClipboard('mine')
  likedo.release()
  expect(await asked).toMatchObject({
    ok: true,
    value: { state: 'created', isCopied: false, notCopied: 'late' },
  })
  expect(await session.readClipboard()).toBe('mine')
})

test('what Mailroom itself copied meanwhile is no reason: of two presses the last is there', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectByCall(page, likedo.origin)
  await session.writeClipboard('before')
  const endings = await page.evaluate(() =>
    Promise.all(
      [1, 2].map(() =>
        window.bridge.call('addresses.create', {
          requestId: crypto.randomUUID(),
          via: 'window',
          wish: {},
          isOverBudgetAllowed: false,
        }),
      ),
    ),
  )
  expect(endings).toMatchObject([{ value: { isCopied: true } }, { value: { isCopied: true } }])
  expect(await session.readClipboard()).toBe(created(likedo)[0])
})

test('an answer that takes more than 15 seconds is not copied by itself', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  await connectByCall(await app.window(), likedo.origin)
  await session.writeClipboard('mine')
  likedo.next({ kind: 'delay', before: 16_000 }, { method: 'POST' })
  const ended = await runCommand(session, ['--new-address', '--timeout=30'], { userData: app.userData })
  expect(ended).toMatchObject({ code: 0 })
  expect(created(likedo)).toHaveLength(1)
  expect(await session.readClipboard()).toBe('mine')
})
