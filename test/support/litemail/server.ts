import { type Loopback, type LoopbackOptions, startLoopback } from '../loopback/server'
import { BASE_PATH } from './golden'
import type { DomainRecord, Holdings, MailboxRecord } from './records'
import { LitemailService, type UserOptions } from './service'
import { type SwitchChanges, turn } from './switches'
import { type Act, actsWith } from './writes/acts'
import { change, remove, sum } from './writes/written'

/** How a server starts. */
export interface LitemailOptions extends SwitchChanges, LoopbackOptions {
  /** Default: one, `LITEMAIL_USER` with the key `LITEMAIL_KEY`, who holds what the golden examples show. */
  readonly users?: readonly UserOptions[]
}

/** A Litemail server on loopback, and the strings its tests pull. */
export interface Litemail extends Loopback {
  /** Origin and base path: what "Server address" wants. */
  readonly server: string
  readonly basePath: string
  /** Every key that any user was given. */
  readonly keys: readonly string[]
  /** Turns switches; those not named stay. */
  configure(changes: SwitchChanges): void
  addUser(user: UserOptions): void
  addKey(user: string, key: string): void
  /** The key (or token) answers 401 with `why` (default `Invalid API key`) from now on. */
  revokeKey(key: string, why?: string): void
  /** A JWT for a user; default: valid for an hour. */
  token(user?: string, livesMs?: number): string
  /** Moves the service's clock: its limits and the ends of tokens, not its waits. */
  skipTime(ms: number): void

  /** What a user holds, by id or key: as the lists show it when nothing lies. Default: the first user's. */
  holdings(keyOrUser?: string): Holdings
  /** As though it had been made on the website: a mailbox like the first one of the workspace, but for what is given. */
  addMailbox(facts: Partial<MailboxRecord> & { readonly id: string }, keyOrUser?: string): MailboxRecord
  changeMailbox(id: string, facts: Partial<MailboxRecord>, keyOrUser?: string): void
  /** As though it had been deleted there; how many there were. */
  removeMailboxes(ids: readonly string[], keyOrUser?: string): number
  changeDomain(id: string, facts: Partial<DomainRecord>, keyOrUser?: string): void
  removeDomains(ids: readonly string[], keyOrUser?: string): number

  /** What the service did because it was asked to, oldest first, one each row; with a mark: only where what it stored has it. */
  acts(mark?: string): readonly Act[]
  /** As though its user had paid at the page that was given out. */
  pay(link: string, keyOrUser?: string): void
  /** Exports that are under way come to their end. */
  finishExports(keyOrUser?: string): void
}

export const LITEMAIL_USER = 'cm8u0k4xw0000l508olivia00'
export const LITEMAIL_KEY = 'lm_live_golden_0000000000000001'

/**
 * Starts a Litemail on loopback that answers with what is documented and, where nothing is, with the likely shapes; and
 * that breaks on demand. It logs every arrival.
 */
export const startLitemail = async (options: LitemailOptions = {}): Promise<Litemail> => {
  const { port = 0, tls = false, keepAliveMs = 0, users, ...switches } = options
  const service = new LitemailService()
  turn(service.switches, switches)
  for (const user of users ?? [{ id: LITEMAIL_USER, keys: [LITEMAIL_KEY] }]) service.addUser(user)
  const loopback = await startLoopback(service, { port, tls, keepAliveMs }, () => service.delays())
  const first = (): string => {
    const [user] = service.users()
    if (user === undefined) throw new Error('nobody uses this service')
    return user
  }
  const holdings = (keyOrUser?: string): Holdings => service.holdingsOf(keyOrUser ?? first())
  return {
    ...loopback,
    server: `${loopback.origin}${BASE_PATH}`,
    basePath: BASE_PATH,
    get keys() {
      return service.keys()
    },
    configure: (changes) => turn(service.switches, changes),
    addUser: (user) => service.addUser(user),
    addKey: (user, key) => service.addKey(user, key),
    revokeKey: (key, why = 'Invalid API key') => service.revokeKey(key, why),
    token: (user, livesMs = 3_600_000) => service.makeToken(user ?? first(), livesMs),
    skipTime: (ms) => service.skipTime(ms),
    holdings,
    addMailbox: (facts, keyOrUser) => {
      const { mailboxes } = holdings(keyOrUser)
      const like = mailboxes.find(({ workspaceId }) => workspaceId === facts.workspaceId) ?? mailboxes[0]
      if (!like) throw new Error('there is no mailbox to make another one like')
      const mailbox = { ...like, username: facts.id, email: `${facts.id}@${like.domain}`, ...facts }
      mailboxes.unshift(mailbox)
      return mailbox
    },
    changeMailbox: (id, facts, keyOrUser) => change(holdings(keyOrUser).mailboxes, id, facts),
    removeMailboxes: (ids, keyOrUser) => remove(holdings(keyOrUser).mailboxes, ids),
    changeDomain: (id, facts, keyOrUser) => change(holdings(keyOrUser).domains, id, facts),
    removeDomains: (ids, keyOrUser) => remove(holdings(keyOrUser).domains, ids),
    acts: (mark) => (mark === undefined ? [...service.acts] : actsWith(service.acts, mark)),
    pay: (link, keyOrUser) => {
      const held = holdings(keyOrUser)
      const index = held.links.findIndex((one) => one.link === link && !one.isPaid)
      const found = held.links[index]
      if (found === undefined) throw new Error(`nothing is to be paid at ${link}`)
      held.links[index] = { ...found, isPaid: true }
      held.wallet = { ...held.wallet, walletBalance: sum(held.wallet.walletBalance, found.amount) }
    },
    finishExports: (keyOrUser) => {
      const { exports } = holdings(keyOrUser)
      for (const { id, status } of exports)
        if (status === 'IN_PROGRESS') change(exports, id, { status: 'COMPLETED' })
    },
  }
}
