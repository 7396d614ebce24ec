import { type Answer, withHeaders } from '../loopback/answer'
import { judge, type Limits, limitHeaders } from '../loopback/limits'
import type { Reply, Served, ServedRequest } from '../loopback/served'
import { refused, succeeded } from './answer'
import { Directory, type HeldAddress, type Uniqueness } from './directory'
import { Inboxes } from './inbox'
import {
  ALREADY_EXISTS,
  documentedDomains,
  documentedWindows,
  invalidKey,
  MISSING_KEY,
  monthlyQuota,
  type Plan,
  premiumDomain,
  quotaReached,
  readCreate,
  readList,
} from './rules'

/** A user of the service: one or more keys, a plan, and what they hold at the start. */
export interface UserOptions {
  readonly name: string
  /** None: somebody else, whose addresses merely exist. */
  readonly keys?: readonly string[]
  /** Default `free`. */
  readonly plan?: Plan
  /** Addresses a month; default that of the plan. */
  readonly quota?: number
  /** Addresses held at the start, oldest first; they count into no month's quota. */
  readonly addresses?: readonly string[]
}

/** What may be switched while the service runs. */
export interface Switches {
  /** False: the service is older and has no list, and answers `noListStatus`. Default true. */
  canList: boolean
  /** Default 404. */
  noListStatus: 404 | 405
  /** Default `everybody`: 409 if anybody holds the address. */
  uniqueness: Uniqueness
  /** Where a create is accepted; the other path answers 404 or 405. Default the documented `/api/v1/emails/create`. */
  createPath: '/api/v1/emails/create' | '/api/v1/emails'
  /** Where inboxes are read; null: nowhere. Not documented: the likeliest. */
  inboxPath: string | null
  /** Which domains exist, and for which plans. Default the documented three. */
  domains: Readonly<Record<string, 'free' | 'premium'>>
  /** Null (the default): requests are not counted; `X-RateLimit-Limit` still says what the plan allows in an hour. */
  limits: Limits | null
}

interface User {
  readonly name: string
  readonly plan: Plan
  readonly quota: number
  readonly spent: number[]
}

const LIST = '/api/v1/emails'
const CREATE = '/api/v1/emails/create'
const LONG_AGO = Date.parse('2024-02-29T12:00:00.000Z')

/** The key of a request, by the header or by the query as documented. */
export const keyOf = (request: Pick<ServedRequest, 'headers' | 'query'>): string | null => {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')
  return bearer?.[1] ?? request.query.key ?? null
}

/** LikeDo without its network: requests in, documented answers out. */
export class Service implements Served {
  readonly wrongShape = { success: true, data: { id: 42, address: null } }

  readonly switches: Switches = {
    canList: true,
    noListStatus: 404,
    uniqueness: 'everybody',
    createPath: CREATE,
    inboxPath: '/api/v1/emails/inbox',
    domains: documentedDomains,
    limits: null,
  }
  readonly directory = new Directory()
  readonly inboxes = new Inboxes()
  readonly #users = new Map<string, User>()
  readonly #keys = new Map<string, string>()
  readonly #revoked = new Map<string, string>()
  #skippedMs = 0

  /** The service's clock, epoch milliseconds: the machine's plus what was skipped. */
  now(): number {
    return Date.now() + this.#skippedMs
  }

  skipTime(ms: number): void {
    this.#skippedMs += ms
  }

  addUser(options: UserOptions): void {
    const plan = options.plan ?? 'free'
    const user: User = { name: options.name, plan, quota: options.quota ?? monthlyQuota[plan], spent: [] }
    this.#users.set(user.name, user)
    for (const key of options.keys ?? []) this.addKey(user.name, key)
    for (const email of options.addresses ?? []) this.hold(user.name, email, null, LONG_AGO)
  }

  addKey(user: string, key: string): void {
    if (!this.#users.has(user)) throw new Error(`no such user: ${user}`)
    this.#revoked.delete(key)
    this.#keys.set(key, user)
  }

  /** From now on the key is refused with 401 and `why`. */
  revokeKey(key: string, why: string): void {
    this.#revoked.set(key, why)
  }

  /** The user behind a key, or the user of that name. Throws for neither: a misspelt key must not look like "holds nothing". */
  userOf(keyOrUser: string): string {
    const user = this.#keys.get(keyOrUser) ?? (this.#users.has(keyOrUser) ? keyOrUser : undefined)
    if (user === undefined) throw new Error(`no such key or user: ${keyOrUser}`)
    return user
  }

  keys(): string[] {
    return [...this.#keys.keys()]
  }

  /** As though the user had made the address on the website. */
  hold(user: string, email: string, tag: string | null = null, at = this.now()): HeldAddress {
    const address = this.directory.make(this.userOf(user), email, tag, at)
    this.directory.keep(address)
    return address
  }

  refuse(status: number, message: string): Answer {
    return refused(status, message)
  }

  handle(request: ServedRequest, { commit }: { commit: boolean }): Reply {
    const found = this.#identify(request)
    if ('refusal' in found) return { answer: this.#limited(found.refusal, 'free'), created: null }
    const { user } = found
    const now = this.now()
    const { limits } = this.switches
    if (!limits) {
      const reply = this.#route(request, user, commit)
      return { ...reply, answer: this.#limited(reply.answer, user.plan) }
    }
    const verdict = judge(limits, user.spent, now)
    const headers = limitHeaders(limits, verdict, now)
    if (!verdict.allowed)
      return { answer: withHeaders(refused(429, 'Rate limit exceeded'), headers), created: null }
    if (commit) user.spent.push(now)
    const reply = this.#route(request, user, commit)
    return { ...reply, answer: withHeaders(reply.answer, headers) }
  }

  #limited(answer: Answer, plan: Plan): Answer {
    return withHeaders(answer, { 'X-RateLimit-Limit': String(documentedWindows(plan)[0].requests) })
  }

  #identify(request: ServedRequest): { readonly user: User } | { readonly refusal: Answer } {
    const key = keyOf(request)
    if (key === null) return { refusal: refused(401, MISSING_KEY) }
    const why = this.#revoked.get(key)
    const user = this.#users.get(this.#keys.get(key) ?? '')
    if (why !== undefined || !user) return { refusal: refused(401, invalidKey(why ?? 'Key not found')) }
    return { user }
  }

  #route(request: ServedRequest, user: User, commit: boolean): Reply {
    const { createPath, canList, noListStatus, inboxPath } = this.switches
    if (request.method === 'POST' && request.path === createPath) return this.#create(request, user, commit)
    const answer = (): Answer => {
      if (request.method === 'GET' && request.path === inboxPath) return this.#inbox(request, user)
      if (request.path !== LIST && request.path !== createPath) return refused(404, 'Not found')
      if (request.path !== LIST) return withHeaders(refused(405, 'Method not allowed'), { allow: 'POST' })
      if (request.method !== 'GET') return withHeaders(refused(405, 'Method not allowed'), { allow: 'GET' })
      if (!canList && noListStatus === 404) return refused(404, 'Not found')
      if (!canList) return withHeaders(refused(405, 'Method not allowed'), { allow: 'POST' })
      return this.#list(request, user)
    }
    return { answer: answer(), created: null }
  }

  #create(request: ServedRequest, user: User, commit: boolean): Reply {
    const { domains, uniqueness } = this.switches
    const read = readCreate(request.body, domains)
    if ('refusal' in read) return { answer: read.refusal, created: null }
    const { email, domain, tag } = read.create
    const refusal = (status: number, error: string): Reply => ({
      answer: refused(status, error),
      created: null,
    })
    if (domains[domain] === 'premium' && user.plan === 'free') return refusal(403, premiumDomain(domain))
    if (this.directory.isTaken(user.name, email, uniqueness)) return refusal(409, ALREADY_EXISTS)
    if (this.directory.madeInMonth(user.name, this.now()) >= user.quota)
      return refusal(403, quotaReached(user.quota))
    const address = this.directory.make(user.name, email, tag, this.now())
    if (commit) this.directory.keep(address)
    return { answer: succeeded(201, shown(address)), created: commit ? address.email : null }
  }

  #inbox(request: ServedRequest, user: User): Answer {
    return this.inboxes.list(request.query, (email) => this.directory.holders(email).includes(user.name))
  }

  #list(request: ServedRequest, user: User): Answer {
    const read = readList(request.query)
    if ('refusal' in read) return read.refusal
    const wanted = read.email.toLowerCase()
    const found = this.directory
      .of(user.name)
      .filter((address) => address.email.toLowerCase().includes(wanted))
    return succeeded(200, found.slice((read.page - 1) * read.pageSize, read.page * read.pageSize).map(shown))
  }
}

const shown = ({ user: _user, ...fields }: HeldAddress): Omit<HeldAddress, 'user'> => fields
