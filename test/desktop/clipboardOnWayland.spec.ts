import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runCommand } from '../support/app/command'
import { expect, test } from '../support/app/fixture'
import { addAccount } from '../support/app/journey'
import { hideAll, isQuickShown, quickPage } from '../support/app/quickCreate'
import { type Sway, startSway } from '../support/desktop/sway'
import { DEFAULT_KEY, type LikeDo } from '../support/likedo/server'

const created = (likedo: LikeDo) => likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)

test.use({ sessionOptions: { display: false } })
let sway: Sway
test.beforeAll(async ({ session }) => {
  sway = await startSway(session)
})

test('another program reads the address after the command has ended, with the window hidden and unfocused, and still when Mailroom has quit', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch({ env: sway.env, args: sway.args })
  await addAccount(await app.window(), likedo.origin)
  await hideAll(app)
  await expect.poll(() => sway.windows()).toEqual([])
  const ended = await runCommand(session, [...sway.args, '--new-address'], {
    userData: app.userData,
    env: sway.env,
  })
  const [email = ''] = created(likedo)
  expect(ended).toMatchObject({ code: 0, stdout: `Created: ${email}\n` })
  await expect.poll(() => sway.readClipboard()).toBe(email)
  // Whatever serves the text now goes on by itself, and is not waited for.
  await app.electron.evaluate(({ app: main }) => main.quit())
  await expect.poll(() => app.isRunning()).toBe(false)
  expect(await sway.readClipboard()).toBe(email)
})

test('what somebody copied while the answer was under way is left alone', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch({ env: sway.env, args: sway.args })
  await addAccount(await app.window(), likedo.origin)
  await hideAll(app)
  await sway.writeClipboard('before')
  likedo.next({ kind: 'hold', at: 'acted' }, { method: 'POST' })
  const ended = runCommand(session, [...sway.args, '--new-address'], {
    userData: app.userData,
    env: sway.env,
  })
  await likedo.when('acted', { method: 'POST' })
  // The clipboard is looked at beside the request, by a program of its own.
  await sleep(1_000)
  await sway.writeClipboard('mine')
  likedo.release()
  expect(await ended).toMatchObject({ code: 0 })
  expect(await sway.readClipboard()).toBe('mine')
})

test('where nothing can copy for it, quick create comes forward, and Enter copies what another program then reads', async ({
  launch,
  likedo,
  session,
}) => {
  const programs = session.makeFolder('programs-without-wl-clipboard')
  await session.run('sh', ['-c', `cp -s /usr/bin/* ${programs}/`])
  for (const name of ['wl-copy', 'wl-paste']) rmSync(join(programs, name))
  const app = await launch({ env: { ...sway.env, PATH: programs }, args: sway.args })
  await addAccount(await app.window(), likedo.origin)
  await hideAll(app)
  await sway.writeClipboard('mine')

  await runCommand(session, [...sway.args, '--new-address'], { userData: app.userData, env: sway.env })
  await expect.poll(() => isQuickShown(app)).toBe(true)
  const [email = ''] = created(likedo)
  const quick = await quickPage(app)
  await expect(quick.getByRole('main')).toContainText(
    `${email} is created. Your desktop lets Mailroom copy only from a focused window: press Enter to copy.`,
  )
  expect(await sway.readClipboard()).toBe('mine')

  await expect.poll(() => sway.windows()).toEqual([{ title: 'New address', isFocused: true }])
  await sway.press('Return')
  await expect.poll(() => sway.readClipboard()).toBe(email)
  await expect.poll(() => isQuickShown(app)).toBe(false)
})
