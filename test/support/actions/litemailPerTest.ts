import { afterEach, beforeEach, expect } from 'vitest'
import { connectLitemail } from '../../../src/main/actions/litemail/connectLitemail'
import type { Parsed } from '../../../src/shared/contract'
import type { LitemailAccount } from '../../../src/shared/litemail/account'
import { bundleStoreWorker } from '../../unit/store/bundleStoreWorker'
import { LITEMAIL_KEY, type Litemail, type LitemailOptions, startLitemail } from '../litemail/server'
import { openWorld, take, type World } from './world'

/** A Litemail and a world of its own for each test of a file; a fault of Mailroom itself fails the test. */
export function litemailPerTest(options: LitemailOptions = {}) {
  let litemail: Litemail | undefined
  let world: World | undefined
  beforeEach(async () => {
    litemail = await startLitemail(options)
    world = await openWorld(await bundleStoreWorker())
  })
  afterEach(async () => {
    await world?.close()
    await litemail?.close()
    expect(world?.faults).toEqual([])
  })
  const opened = () => {
    if (litemail === undefined || world === undefined) throw new Error('only inside a test')
    return { litemail, world }
  }
  const connect = (change: Partial<Parsed<'litemail.connect'>> = {}) =>
    connectLitemail(opened().world.context, {
      server: { origin: opened().litemail.origin, basePath: opened().litemail.basePath },
      key: LITEMAIL_KEY,
      authentication: 'api-key',
      keyKept: 'keychain',
      whenUnreached: 'say',
      ...change,
    })
  return {
    get litemail() {
      return opened().litemail
    },
    get world() {
      return opened().world
    },
    connect,
    /** The account of a key that has to work. */
    connected: async (change?: Partial<Parsed<'litemail.connect'>>): Promise<LitemailAccount> =>
      take(await connect(change)).account,
    accounts: async () => take(await opened().world.context.store.read('litemail.accounts')),
    /** What was asked, as `GET /v1/users`, in the order of arrival. */
    asked: () => opened().litemail.requests.map(({ method, path }) => `${method} ${path}`),
  }
}
