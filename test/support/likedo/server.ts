import { type Loopback, type LoopbackOptions, startLoopback } from '../loopback/server'
import type { HeldAddress } from './directory'
import type { Delivery } from './inbox'
import { Service, type Switches, type UserOptions } from './service'

/** How a server starts. */
export interface LikeDoOptions extends Partial<Switches>, LoopbackOptions {
  /** Default: `caller` with the key `DEFAULT_KEY` on the free plan, and `stranger`, who holds a few typed names. */
  readonly users?: readonly UserOptions[]
}

/** A LikeDo server on loopback, and the strings its tests pull. */
export interface LikeDo extends Loopback {
  /** Every key that any user was given. */
  readonly keys: readonly string[]
  /** Turns switches; those not named stay. */
  configure(changes: Partial<Switches>): void

  /** What a key's user (or the user of that name) holds, newest first. Throws if there is neither. */
  addressesOf(keyOrUser: string): HeldAddress[]
  /** Who holds this address; empty if nobody does. */
  holdersOf(email: string): string[]
  /** As though the user had made it on the website. */
  hold(keyOrUser: string, email: string, tag?: string): HeldAddress
  /** As though it had been deleted on the website; true if somebody held it. */
  remove(email: string): boolean
  /** Mail arrives at an address; answers its id. */
  deliver(email: string, delivery: Delivery): string
  /** A message is deleted. */
  takeBack(email: string, id: string): void
  addUser(user: UserOptions): void
  addKey(user: string, key: string): void
  /** The key answers 401 `Invalid or expired API key: WHY` from now on. */
  revokeKey(key: string, why?: string): void
  /** Moves the service's clock: its months, limits and dates, not its waits. */
  skipTime(ms: number): void
}

/** The key that the default user has. */
export const DEFAULT_KEY = 'sk_live_test_caller_0000000000000001'

const defaultUsers: readonly UserOptions[] = [
  { name: 'caller', keys: [DEFAULT_KEY] },
  {
    name: 'stranger',
    addresses: ['newsletter@ig.do', 'john.smith@ig.do', 'shopping@ig.do', 'quiet-otter-417@ig.do'],
  },
]

/**
 * Starts a LikeDo on loopback that does what the service documents (the pages "Create email" and "List emails") and
 * breaks on demand. It logs every arrival, also of requests whose connection breaks.
 */
export const startLikeDo = async (options: LikeDoOptions = {}): Promise<LikeDo> => {
  const { port = 0, tls = false, keepAliveMs = 0, users = defaultUsers, ...switches } = options
  const service = new Service()
  Object.assign(service.switches, switches)
  for (const user of users) service.addUser(user)
  const loopback = await startLoopback(service, { port, tls, keepAliveMs })
  return {
    ...loopback,
    get keys() {
      return service.keys()
    },
    configure: (changes) => void Object.assign(service.switches, changes),
    addressesOf: (keyOrUser) => service.directory.of(service.userOf(keyOrUser)),
    holdersOf: (email) => service.directory.holders(email),
    hold: (keyOrUser, email, tag) => service.hold(keyOrUser, email, tag ?? null),
    remove: (email) => service.directory.remove(email),
    deliver: (email, delivery) => service.inboxes.deliver(email, delivery, service.now()),
    takeBack: (email, id) => service.inboxes.takeBack(email, id),
    addUser: (user) => service.addUser(user),
    addKey: (user, key) => service.addKey(user, key),
    revokeKey: (key, why = 'Key has expired') => service.revokeKey(key, why),
    skipTime: (ms) => service.skipTime(ms),
  }
}
