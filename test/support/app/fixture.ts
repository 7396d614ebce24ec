import { test as base } from '@playwright/test'
import { type NotificationServer, startNotificationServer } from '../desktop/notificationHost'
import { type Session, type SessionOptions, startSession } from '../desktop/session'
import { startTrayPanel, type TrayPanel } from '../desktop/trayHost'
import { type LikeDo, type LikeDoOptions, startLikeDo } from '../likedo/server'
import { type Litemail, type LitemailOptions, startLitemail } from '../litemail/server'
import { type App, type LaunchOptions, launchApp } from './launch'
import { findLastingPort, prepareReadFleet, type ReadProfiles } from './readFleet'

export { expect } from '@playwright/test'

interface TestFixtures {
  /** A LikeDo of this test's own. */
  likedo: LikeDo
  /** How it starts: `test.use({ likedoOptions: { canList: false } })`. */
  likedoOptions: LikeDoOptions
  /** A Litemail of this test's own. */
  litemail: Litemail
  /** How it starts: `test.use({ litemailOptions: { guessedPaths: '404' } })`. */
  litemailOptions: LitemailOptions
  /** Starts the application; as often as one likes. At the end of the test it is quit, and its problems fail the test. */
  launch: (options?: LaunchOptions) => Promise<App>
  /** Starts it with the fleet of `litemailOptions` connected and read, as though that had been a minute ago. */
  launchRead: () => Promise<App>
  /** A panel that shows tray icons. Ask for it before `launch`. */
  panel: TrayPanel
  /** What shows notifications. Ask for it before `launch`. */
  notifications: NotificationServer
  /** The session is as at first when a test begins. */
  tidiness: undefined
}

interface WorkerFixtures {
  /** The worker's own desktop: display, bus, keyring, home. */
  session: Session
  /** How it starts: `test.use({ sessionOptions: { keyring: 'locked' } })` at the top of a file. */
  sessionOptions: SessionOptions
  /** Where each Litemail of the worker listens, one after another: profiles know their services by it. */
  litemailPort: number
  readProfiles: ReadProfiles
}

/** Playwright's `test` for the real application. Import `expect` from here too. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sessionOptions: [{}, { scope: 'worker', option: true }],
  session: [
    async ({ sessionOptions }, use) => {
      const session = await startSession(sessionOptions)
      await use(session)
      await session.close()
    },
    { scope: 'worker' },
  ],
  tidiness: [
    async ({ session }, use) => {
      await session.reset()
      await use(undefined)
    },
    { auto: true },
  ],
  likedoOptions: [{}, { option: true }],
  panel: async ({ session }, use) => {
    const panel = await startTrayPanel(session.busAddress)
    await use(panel)
    panel.kill()
  },
  notifications: async ({ session }, use) => {
    const server = await startNotificationServer(session.busAddress)
    await use(server)
    server.stop()
  },
  likedo: async ({ likedoOptions }, use) => {
    const likedo = await startLikeDo(likedoOptions)
    await use(likedo)
    await likedo.close()
  },
  litemailOptions: [{}, { option: true }],
  litemailPort: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures are wanted.
    async ({}, use) => use(await findLastingPort()),
    { scope: 'worker' },
  ],
  readProfiles: [
    // The session's, whose folders they lie in.
    async ({ session: _session }, use) => use(new Map()),
    { scope: 'worker' },
  ],
  litemail: async ({ litemailOptions, litemailPort }, use) => {
    const litemail = await startLitemail({ port: litemailPort, ...litemailOptions })
    await use(litemail)
    await litemail.close()
  },
  launch: async ({ session }, use, testInfo) => {
    const apps: App[] = []
    await use(async (options) => {
      const app = await launchApp(session, options)
      apps.push(app)
      return app
    })
    const failures: string[] = []
    for (const [index, app] of apps.entries()) {
      if (testInfo.status !== testInfo.expectedStatus) await attachWindows(app, index, testInfo)
      if (app.isRunning()) await app.close().catch((error: unknown) => failures.push(String(error)))
      const problems = app.problems()
      if (problems.length > 0) failures.push(...problems.map(({ from, text }) => `${from}: ${text}`))
      if (testInfo.status !== testInfo.expectedStatus || failures.length > 0) {
        const body = `${app.stdout()}\n--- standard error ---\n${app.stderr()}`
        await testInfo.attach(`output of application ${index + 1}`, { body, contentType: 'text/plain' })
      }
    }
    if (failures.length > 0) throw new Error(`the application had problems:\n${failures.join('\n')}`)
  },
  launchRead: async ({ session, litemail, litemailOptions, launch, readProfiles }, use) => {
    const parts = { session, litemail, options: litemailOptions, profiles: readProfiles }
    await use(await prepareReadFleet(parts, launch))
  },
})

const attachWindows = async (
  app: App,
  index: number,
  testInfo: ReturnType<typeof test.info>,
): Promise<void> => {
  if (!app.isRunning()) return
  for (const page of app.windows()) {
    // A picture helps to see why the test failed; that there is none must not hide it.
    const body = await page.screenshot({ timeout: 5_000 }).catch(() => undefined)
    if (body) await testInfo.attach(`window of application ${index + 1}`, { body, contentType: 'image/png' })
  }
}
