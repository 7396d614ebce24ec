import { expect, type Page } from '@playwright/test'
import type { App, LaunchOptions } from '../app/launch'
import type { Session } from '../desktop/session'
import type { Arrival } from '../loopback/arrivals'
import { type Crossing, carriers } from './crossings'
import type { Leak } from './files'
import { searchHeap, WHOLE_STRINGS } from './heap'
import { searchMachine } from './places'
import { crossingsOf, recordingApp } from './recorder'
import { findIn, wantedOf } from './search'
import type { Canary } from './spellings'

/** The application, with everything watched that a key could leave it by. */
export interface Watched {
  readonly app: App
  readonly page: Page
  /** Which ways between main and its page these canaries have gone, oldest first. */
  crossings(...canaries: readonly Canary[]): Promise<readonly Crossing['direction'][]>
  /** Where they are in the window as it is, once its garbage was collected. */
  searchWindow(...canaries: readonly Canary[]): Promise<readonly Leak[]>
  /** The same once it was loaded again. */
  leaksInWindow(...canaries: readonly Canary[]): Promise<readonly Leak[]>
  /** Where they are in files, arguments and environments. */
  leaksOnMachine(...canaries: readonly Canary[]): Promise<readonly Leak[]>
}

export interface WatchedParts {
  /** The fixture. */
  readonly launch: (options?: LaunchOptions) => Promise<App>
  readonly session: Session
  /** Further options of the application. */
  readonly args?: readonly string[]
}

/** Starts the application; whoever types a canary into it sees where it went. */
export async function openWatched({ launch, session, args = [] }: WatchedParts): Promise<Watched> {
  // Clocks of file systems are coarse.
  const since = Date.now() - 1_000
  const app = await launch({ appFolder: await recordingApp(session), args: [WHOLE_STRINGS, ...args] })
  const page = await app.window()
  const searchWindow: Watched['searchWindow'] = async (...canaries) =>
    (await searchHeap(page, wantedOf(...canaries))).leaks
  return {
    app,
    page,
    crossings: async (...canaries) => carriers(await crossingsOf(app.electron), wantedOf(...canaries)),
    searchWindow,
    async leaksInWindow(...canaries) {
      await page.reload()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      return searchWindow(...canaries)
    },
    leaksOnMachine: async (...canaries) =>
      (await searchMachine(session, wantedOf(...canaries), { apps: [app], since })).leaks,
  }
}

/** Types a key, letter by letter as a person does, into the dialog "Connect LikeDo", and presses Connect. */
export async function typeIntoConnect(
  page: Page,
  { origin, key, name }: { readonly origin: string; readonly key: string; readonly name?: string },
): Promise<void> {
  await page.getByRole('button', { name: 'Connect LikeDo' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Connect LikeDo' })
  await dialog.getByRole('button', { name: 'More' }).click()
  await dialog.getByLabel('Server address').fill(origin)
  if (name !== undefined) await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('API key', { exact: true }).pressSequentially(key)
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
}

/** Each item of the keyring that holds this key. */
export const keptFor = async (session: Session, { key }: Canary) =>
  (await session.secrets()).filter(({ secret }) => secret === key)

/** The requests in which a canary stands anywhere but in the one header that it belongs into. */
export function carelessRequests(
  service: { readonly requests: readonly Arrival[] },
  ...canaries: readonly Canary[]
): readonly string[] {
  const wanted = wantedOf(...canaries)
  const keys = new Set(canaries.map(({ key }) => key))
  return service.requests
    .map((arrival) => {
      const { authorization, 'x-api-key': apiKey, ...others } = arrival.headers
      const [carried, ...more] = [authorization?.replace(/^Bearer /, ''), apiKey].filter(
        (value) => value !== undefined,
      )
      const isOrdinary = more.length === 0 && (carried === undefined || keys.has(carried))
      return JSON.stringify({ ...arrival, headers: isOrdinary ? others : arrival.headers })
    })
    .filter((request) => findIn(wanted, request).length > 0)
}
