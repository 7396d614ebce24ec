import type { Page } from '@playwright/test'
import type { Account } from '../../../src/shared/account'
import type { Input } from '../../../src/shared/contract'
import { test as base, expect } from '../../support/app/fixture'
import type { App, LaunchOptions } from '../../support/app/launch'
import { DEFAULT_KEY, type LikeDo } from '../../support/likedo/server'
import { type Filler, fillProfile } from '../../support/profile/fill'
import { photograph } from './photograph'

export { expect } from '../../support/app/fixture'
export { DEFAULT_KEY } from '../../support/likedo/server'

/** The application with one window, and how it is photographed. */
export interface Scene {
  readonly app: App
  readonly page: Page
  /** See `photograph`. */
  readonly picture: (name: string) => Promise<void>
}

interface SceneFixtures {
  /** Opens the application. */
  open: (options?: LaunchOptions) => Promise<Scene>
  /** Opens it with a profile that `fill` has written into. */
  openFilled: (fill: (filler: Filler) => Promise<void>) => Promise<Scene>
  /** Opens it with an account at `likedo`, its key in the keychain. */
  openConnected: (choices?: Partial<Input<'accounts.add'>>) => Promise<Scene & { readonly account: Account }>
}

let profiles = 0

/** Playwright's `test` for pictures. The title of a test is the start of its pictures' names. */
export const test = base.extend<SceneFixtures>({
  open: async ({ launch }, use) => {
    await use(async (options) => {
      const app = await launch(options)
      const page = await app.window()
      // Playwright tells every page that the theme is light; these follow the system's.
      await page.emulateMedia({ colorScheme: null })
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      // The display's own pointer stands in the middle of the window, where it hovers over something.
      await page.mouse.move(2, 2)
      return { app, page, picture: (name) => photograph(app, name) }
    })
  },
  openFilled: async ({ open, session }, use) => {
    await use(async (fill) => {
      profiles += 1
      const userData = session.makeFolder(`profile-${process.pid}-${profiles}`)
      await fillProfile(session.account, userData, fill)
      return open({ userData })
    })
  },
  openConnected: async ({ open, likedo }, use) => {
    await use(async (choices) => {
      const scene = await open()
      const account = await connect(scene.page, likedo, choices)
      await expect(scene.page.getByRole('button', { name: 'New address', exact: true })).toBeVisible()
      return { ...scene, account }
    })
  },
})

/** Connects an account as the dialog does, without the dialog. */
export const connect = (
  page: Page,
  likedo: LikeDo,
  choices: Partial<Input<'accounts.add'>> = {},
): Promise<Account> =>
  page.evaluate(
    async (input) => {
      const result = await window.bridge.call('accounts.add', input)
      if (!result.ok) throw new Error(`not connected: ${JSON.stringify(result.error)}`)
      return result.value.account
    },
    {
      service: 'likedo',
      server: likedo.origin,
      key: DEFAULT_KEY,
      name: 'LikeDo',
      plan: 'free',
      requestsPerHour: null,
      keyEndsOn: null,
      keyKept: 'keychain',
      whenUnreached: 'say',
      ...choices,
    } as const satisfies Input<'accounts.add'>,
  )
