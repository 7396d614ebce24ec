import { afterEach, beforeEach, expect } from 'vitest'
import { newestFirst } from '../../../src/shared/addressView'
import { bundleStoreWorker } from '../../unit/store/bundleStoreWorker'
import { DEFAULT_KEY, type LikeDo, startLikeDo } from '../likedo/server'
import { openWorld, take, type World } from './world'

/** A LikeDo and a world of its own for each test of a file; a fault of Mailroom itself fails the test. */
export function worldPerTest() {
  let likedo: LikeDo | undefined
  let world: World | undefined
  beforeEach(async () => {
    likedo = await startLikeDo()
    world = await openWorld(await bundleStoreWorker())
  })
  afterEach(async () => {
    await world?.close()
    await likedo?.close()
    expect(world?.faults).toEqual([])
  })
  const opened = () => {
    if (likedo === undefined || world === undefined) throw new Error('only inside a test')
    return { likedo, world }
  }
  return {
    get likedo() {
      return opened().likedo
    },
    get world() {
      return opened().world
    },
    posts: () => opened().likedo.requests.filter(({ method }) => method === 'POST'),
    /** What the service holds for the account's key. */
    held: () =>
      opened()
        .likedo.addressesOf(DEFAULT_KEY)
        .map(({ email }) => email),
    /** Newest first. */
    listed: async () =>
      take(
        await opened().world.context.store.read('addresses.list', {
          view: newestFirst,
          offset: 0,
          limit: 500,
        }),
      ).rows,
    /** Creations, newest first. */
    activity: async () =>
      take(await opened().world.context.store.read('activity.list', { offset: 0, limit: 500 })).rows.flatMap(
        (row) => (row.kind === 'address.create' ? [row] : []),
      ),
  }
}
