import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '../support/app/fixture'
import { holdersOf, linkApplication } from '../support/app/holder'
import { addressRows, connectAndOpenList, copiedAddress, pressNewAddress } from '../support/app/journey'
import type { App } from '../support/app/launch'
import { DEFAULT_KEY } from '../support/likedo/server'

/** A desktop that ends waits about so long for its programs; in milliseconds, with what a busy machine needs. */
const SOON_MS = 8_000

/** Quits as the desktop does. How long it took until the process was gone and nothing had its outputs any more. */
async function quit(app: App): Promise<number> {
  const begun = performance.now()
  await app.close(60_000)
  return performance.now() - begun
}

test('a thread that the system holds up for ever does not keep the process', async ({ launch, session }) => {
  const app = await launch()
  await app.window()
  const pipe = join(session.makeFolder('held-up'), 'pipe')
  await session.run('mkfifo', [pipe])
  // What a disk that does not answer does to whoever opens a file there.
  await app.electron.evaluate((_electron, path) => {
    const { readFile } = process.getBuiltinModule('node:fs')
    setTimeout(() => readFile(path, () => undefined))
  }, pipe)
  expect(await quit(app)).toBeLessThan(SOON_MS)
  expect(await app.exited).toEqual({ code: null, signal: 'SIGKILL' })
  // Everything was at rest by then: a lock that is left behind, or a log that is not carried over, is in nobody's way.
  const again = await launch({ userData: app.userData })
  await expect((await again.window()).getByRole('main')).toBeVisible()
  expect(await quit(again)).toBeLessThan(SOON_MS)
  expect(await again.exited).toEqual({ code: 0, signal: null })
})

test('what crashes while Electron takes itself apart changes no code: all was done and said before', async ({
  launch,
}) => {
  const app = await launch()
  await app.window()
  await app.electron.evaluate(
    (electron) => void electron.app.once('quit', () => process.kill(process.pid, 'SIGSEGV')),
  )
  expect(await quit(app)).toBeLessThan(SOON_MS)
  expect(await app.exited).toEqual({ code: 0, signal: null })
  expect(readdirSync(app.userData).filter((name) => name.startsWith('Singleton'))).toEqual([])
})

test('an answer that does not come is not waited for, and the address is asked for at the next start', async ({
  launch,
  likedo,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  likedo.next({ kind: 'hold', at: 'acted' }, { method: 'POST' })
  await pressNewAddress(page)
  await likedo.when('acted', { method: 'POST' })
  expect(await quit(app)).toBeLessThan(SOON_MS)
  expect(await app.exited).toEqual({ code: 0, signal: null })
  likedo.release()

  const again = await launch({ userData: app.userData })
  await expect(addressRows(await again.window())).toHaveCount(1)
})

test('a holder of the clipboard that hangs at its start is not left behind, with what it inherited open', async ({
  launch,
  likedo,
  session,
}) => {
  const appFolder = linkApplication(session)
  const app = await launch({ appFolder })
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  await pressNewAddress(page)
  await copiedAddress(page)
  const [took] = await Promise.all([quit(app), hangHolder(appFolder)])
  expect(took).toBeLessThan(SOON_MS)
  expect(await app.exited).toEqual({ code: 0, signal: null })
  expect(holdersOf(appFolder)).toEqual([])
})

/** Stops the holder that comes as soon as it is there, long before it can have taken anything over. */
async function hangHolder(appFolder: string): Promise<void> {
  for (;;) {
    const [holder] = holdersOf(appFolder)
    if (holder !== undefined) {
      process.kill(holder.pid, 'SIGSTOP')
      return
    }
    await sleep(5)
  }
}
