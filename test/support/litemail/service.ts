import { type Answer, jsonAnswer, withHeaders } from '../loopback/answer'
import { judge, retryAfterHeader } from '../loopback/limits'
import type { Reply, Served, ServedRequest } from '../loopback/served'
import type { Delays } from '../loopback/server'
import { randomFrom } from '../random'
import { answerOf } from './answers'
import type { Asked } from './asked'
import { type FleetOptions, makeHoldings } from './fleet'
import { BASE_PATH, findRoute, type GoldenOperation } from './golden'
import { goldenHoldings, type Holdings } from './records'
import { type Accepts, defaultSwitches, type PathAnswer } from './switches'
import { readToken, signToken } from './tokens'
import type { Act } from './writes/acts'
import { answerWrite } from './writes/answerWrite'

/** A user of the service, with keys and what they hold at the start. */
export interface UserOptions {
  /** The service's own id of the user, too. */
  readonly id: string
  readonly keys?: readonly string[]
  /** Made; or, as by default, `golden`: what the golden examples show. */
  readonly holds?: FleetOptions | 'golden'
}

interface User {
  readonly id: string
  readonly holdings: Holdings
  /** When requests were let through, ascending. */
  spent: number[]
}

const TOKEN_SECRET = 'only-the-service-of-the-tests-signs-with-this'
const HTML = { 'content-type': 'text/html; charset=utf-8' }
const PORTAL = '<!doctype html><html><head><title>Litemail</title></head><body><h1>Welcome</h1></body></html>'
const FORGET_MS = 120_000

/** Litemail without its network: requests in, documented or likely answers out. */
export class LitemailService implements Served {
  readonly switches = defaultSwitches()
  readonly wrongShape = { status: 200, message: 'OK', data: 42 }
  /** What it did, oldest first. */
  readonly acts: Act[] = []
  readonly #users = new Map<string, User>()
  readonly #keys = new Map<string, string>()
  readonly #refused = new Map<string, string>()
  readonly #random = randomFrom(7)
  readonly #clock: () => number
  #skippedMs = 0
  #asked = 0

  /** `clock`: epoch milliseconds; by default the machine's. */
  constructor(clock: () => number = () => Date.now()) {
    this.#clock = clock
  }

  /** The service's clock, epoch milliseconds. */
  now(): number {
    return this.#clock() + this.#skippedMs
  }

  skipTime(ms: number): void {
    this.#skippedMs += ms
  }

  addUser({ id, keys = [], holds = 'golden' }: UserOptions): void {
    const holdings = holds === 'golden' ? goldenHoldings() : makeHoldings(id, holds)
    this.#users.set(id, { id, holdings: { ...holdings, person: { ...holdings.person, id } }, spent: [] })
    for (const key of keys) this.addKey(id, key)
  }

  addKey(user: string, key: string): void {
    if (!this.#users.has(user)) throw new Error(`no such user: ${user}`)
    this.#refused.delete(key)
    this.#keys.set(key, user)
  }

  /** From now on the key, or the token, is refused with 401 and `why`. */
  revokeKey(key: string, why: string): void {
    this.#refused.set(key, why)
  }

  /** Makes a JWT for a user, that lives for so many milliseconds (rounded up to whole seconds). */
  makeToken(user: string, livesMs: number): string {
    if (!this.#users.has(user)) throw new Error(`no such user: ${user}`)
    const now = this.now()
    return signToken(
      { sub: user, iat: Math.floor(now / 1_000), exp: Math.ceil((now + livesMs) / 1_000) },
      TOKEN_SECRET,
    )
  }

  keys(): string[] {
    return [...this.#keys.keys()]
  }

  users(): string[] {
    return [...this.#users.keys()]
  }

  /** What a user holds, by id or key; to be changed in place. Throws for neither. */
  holdingsOf(keyOrUser: string): Holdings {
    const user = this.#users.get(this.#keys.get(keyOrUser) ?? keyOrUser)
    if (!user) throw new Error(`no such key or user: ${keyOrUser}`)
    return user.holdings
  }

  /** How long the next request is under way. */
  delays(): Delays {
    const { delays, jitterMs } = this.switches
    return { ...delays, beforeMs: delays.beforeMs + (jitterMs > 0 ? this.#random.integer(0, jitterMs) : 0) }
  }

  refuse(status: number, message: string): Answer {
    const errorId = this.switches.shapes.hasErrorId ? { errorId: `err_${this.#asked}` } : {}
    return jsonAnswer(status, { status, message, ...errorId })
  }

  handle(request: ServedRequest, { commit }: { readonly commit: boolean }): Reply {
    if (commit) this.#asked += 1
    return { answer: this.#answer(request, commit), created: null }
  }

  #answer(request: ServedRequest, commit: boolean): Answer {
    const { path } = request
    const route = path.startsWith(`${BASE_PATH}/`)
      ? findRoute(request.method, path.slice(BASE_PATH.length))
      : null
    const operation = route && 'operation' in route ? route.operation : null
    const found = this.#identify(request, operation)
    if ('refusal' in found) return found.refusal
    const tooMany = this.#count(found.user, commit)
    if (tooMany) return tooMany
    const stands = operation ? this.#standingAt(operation) : 'works'
    if (stands === 'html') return { status: 200, headers: HTML, body: PORTAL }
    if (route === null || stands === '404')
      return this.refuse(404, `Cannot ${request.method} ${request.path}`)
    if ('allow' in route) return this.#notAllowed(route.allow)
    if (stands === '405') return this.#notAllowed(['OPTIONS'])
    const { holdings } = found.user
    const workspace = this.#workspaceOf(request, holdings)
    if (workspace === null) return this.refuse(404, 'Workspace not found')
    const asked: Asked = {
      id: route.id,
      request,
      holdings,
      workspaceId: this.switches.workspaceHeader === 'all' ? null : workspace,
      switches: this.switches,
      asked: this.#asked,
      refuse: (status, message) => this.refuse(status, message),
    }
    const doing = { commit, user: found.user.id, now: this.now(), acts: this.acts }
    return answerWrite(route.operation, asked, doing) ?? answerOf(route.operation, asked)
  }

  #identify(
    request: ServedRequest,
    operation: GoldenOperation | null,
  ): { readonly user: User } | { readonly refusal: Answer } {
    const { accepts: always, acceptsOn } = this.switches
    const accepts: Accepts = acceptsOn[operation?.id ?? ''] ?? always
    const refusal = (message: string) => ({ refusal: this.refuse(401, message) })
    const key = request.headers['x-api-key']
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    const why = this.#refused.get(key ?? token ?? '')
    if (why !== undefined) return refusal(why)
    if (token !== undefined && (accepts === 'both' || accepts === 'jwt')) {
      const claims = readToken(token, TOKEN_SECRET)
      const user = this.#users.get(claims?.sub ?? '')
      if (!claims || !user) return refusal('jwt malformed')
      return claims.exp * 1_000 <= this.now() ? refusal('jwt expired') : { user }
    }
    if (key !== undefined && (accepts === 'both' || accepts === 'api-key')) {
      const user = this.#users.get(this.#keys.get(key) ?? '')
      return user ? { user } : refusal('Invalid API key')
    }
    return refusal('Unauthorized')
  }

  #count(user: User, commit: boolean): Answer | null {
    const { limits } = this.switches
    const now = this.now()
    if (!limits) return null
    const verdict = judge(limits, user.spent, now)
    if (verdict.allowed) {
      if (commit) user.spent = [...user.spent.filter((at) => at > now - FORGET_MS), now]
      return null
    }
    const after = retryAfterHeader(limits.retryAfter, verdict.waitMs, now)
    const { tooMany } = this.switches
    if (tooMany === 'json') return withHeaders(this.refuse(429, 'Too Many Requests'), after)
    const body = tooMany === 'html' ? '<html><body><h1>429 Too Many Requests</h1></body></html>' : ''
    return { status: 429, headers: { ...HTML, ...after }, body }
  }

  #standingAt({ id, evidence }: GoldenOperation): PathAnswer {
    const { paths, guessedPaths } = this.switches
    return paths[id] ?? (evidence === 'documented' ? 'works' : guessedPaths)
  }

  #notAllowed(methods: readonly string[]): Answer {
    return withHeaders(this.refuse(405, 'Method Not Allowed'), { allow: methods.join(', ') })
  }

  /** The workspace that a request is about; null where it names one that is not this user's. */
  #workspaceOf({ headers }: ServedRequest, { workspaces }: Holdings): string | null {
    const wanted = headers['x-workspace-key']
    const primary = workspaces[0]?.id ?? ''
    if (wanted === undefined || this.switches.workspaceHeader !== 'heeded') return primary
    return workspaces.some(({ id }) => id === wanted) ? wanted : null
  }
}
