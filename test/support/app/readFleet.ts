import { createServer } from 'node:net'
import { expect } from '@playwright/test'
import type { StoredSecret } from '../desktop/secretService'
import type { Session } from '../desktop/session'
import type { Litemail, LitemailOptions } from '../litemail/server'
import { connectLitemail, freshness, openFleet } from './fleetJourney'
import type { App, LaunchOptions } from './launch'

/** How the account of a fleet that was read is called. */
export const READ_ACCOUNT = 'Agency'

/** A profile with a Litemail account whose lists were read to their ends, and what the keyring holds for it. */
interface ReadProfile {
  readonly userData: string
  readonly secrets: readonly StoredSecret[]
  /** `performance.now()` when it was read. */
  readonly at: number
}

/** Profiles of one session that tests start from, by the options of the Litemail that they were read from. */
export type ReadProfiles = Map<string, ReadProfile>

/** Well before a window reads by itself what it shows. */
const YOUNG_MS = 4 * 60_000
/** Below those that Linux gives to connections (ip_local_port_range, ip(7)), so that it is still free for the next test. */
const [FIRST_PORT, PORTS] = [20_000, 10_000]

let copies = 0

/** A port that nobody listens on and no connection gets, to be listened on again and again. */
export async function findLastingPort(): Promise<number> {
  for (let tried = 0; tried < 100; tried++) {
    const port = FIRST_PORT + ((process.pid + tried * 97) % PORTS)
    if (await isFree(port)) return port
  }
  throw new Error('no port is free')
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

/** The real way, once for many tests: through the dialog, until everything is read. */
async function readOnce(session: Session, app: App, litemail: Litemail): Promise<ReadProfile> {
  const page = await app.window()
  await connectLitemail(page, { server: litemail.server, name: READ_ACCOUNT })
  await openFleet(page, 'Overview')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  const at = performance.now()
  await app.close()
  return { userData: app.userData, secrets: await session.secrets(), at }
}

/**
 * Starts the application with a fleet that was connected and read before: with a copy of that profile, and its key in
 * the keyring. `litemail`, as its test got it, is the service that it was read from; its log is empty.
 */
export async function prepareReadFleet(
  { session, litemail, options, profiles }: Prepared,
  launch: (options?: LaunchOptions) => Promise<App>,
): Promise<() => Promise<App>> {
  const key = JSON.stringify([litemail.port, options])
  const known = profiles.get(key)
  const isYoung = known !== undefined && performance.now() - known.at < YOUNG_MS
  const profile = isYoung ? known : await readOnce(session, await launch(), litemail)
  profiles.set(key, profile)
  if (isYoung) await session.keepSecrets(profile.secrets)
  litemail.forget()
  return async () => {
    copies += 1
    const userData = session.makeFolder(`read-${process.pid}-${copies}`)
    const copied = await session.run('cp', ['-a', `${profile.userData}/.`, userData])
    expect(copied).toMatchObject({ code: 0, stderr: '' })
    return launch({ userData })
  }
}

interface Prepared {
  readonly session: Session
  readonly litemail: Litemail
  readonly options: LitemailOptions
  readonly profiles: ReadProfiles
}
