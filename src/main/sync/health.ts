import type { ApiMap } from '../../shared/apiMap'
import type { AppError } from '../../shared/errors'
import type { LitemailAccount } from '../../shared/litemail/account'
import { operationOf } from '../../shared/litemail/operations'
import { mapOf } from '../actions/apiPaths/mapOf'
import type { Context } from '../actions/context'
import { checkDomains } from '../actions/health/checkDns'
import { CHECK_EVERY_MS } from '../rules/domainHealth'
import { isOlder } from '../rules/fleetAge'
import type { DueDomain } from '../store/dnsChecks'
import { isAskable } from './runs'

const CHECK = 'domains.checkDns'
/** So many domains are asked about by one request, where that takes several. */
const MOST_AT_ONCE = 20
/** So many of those that are due are looked at for one request. */
const MOST_LOOKED_AT = 200
/** What nobody waits for waits so long for its turn behind all others, and then for its answer, in milliseconds. */
const TURN_MS = 120_000
const ANSWER_MS = 30_000
/** An account that nobody answered for, or that was refused, is left alone so long, in milliseconds. */
const AGAIN_AFTER_MS = 10 * 60_000
/** A service that failed is asked again sooner than one whose path is wrong. */
const AFTER_FAILURE_MS = 60 * 60_000
/** So many refusals in succession are not about one domain each. */
const MOST_REFUSALS = 3

/** Checks the DNS of domains that nobody asked about. */
export interface HealthChecking {
  /** Checks what is due, until nothing is, or until something stands against it. Joins what is under way. */
  run(isAllowed: (account: LitemailAccount) => boolean): Promise<void>
}

/** What is remembered of an account while Mailroom runs. */
interface Standing {
  /** Since when one domain is asked about at a time, because several could not be; null: several are. */
  oneByOneSince: number | null
  /** Since when the operation is asked as it was then. */
  askedSince: number | null
  /** Refusals in succession. */
  refusals: number
  /** When something stood against asking, in epoch milliseconds, and which key it was asked with. */
  failedAt: number | null
  keyGeneration: number
}

/** What one request did: whether another may follow. */
type Step = 'on' | 'over'

const isAboutDomain = ({ kind }: AppError): boolean => kind === 'rejected' || kind === 'not-found'

/** What speaks against the form of a request, and not against who asks, or against the network. */
const isAboutForm = (error: AppError): boolean =>
  isAboutDomain(error) ||
  error.kind === 'no-such-path' ||
  error.kind === 'bad-response' ||
  error.kind === 'invalid-input'

/** How long it is believed that the operation does not work, in milliseconds; null: that was about one request. */
function leftAloneFor(problem: AppError): number | null {
  switch (problem.kind) {
    case 'no-such-path':
    case 'operation-unauthorized':
      return CHECK_EVERY_MS
    case 'bad-response':
      return problem.problem === 'shape' ? CHECK_EVERY_MS : AFTER_FAILURE_MS
    case 'service-failed':
    case 'timeout':
      return AFTER_FAILURE_MS
    default:
      return null
  }
}

/** Where the ids stand, there may be room for one alone. */
const mostIn = ({ inputs }: ApiMap): number => {
  const place = inputs.domainIds?.place
  return place === 'query' || place === 'body' ? MOST_AT_ONCE : 1
}

/** The first domain that is due, and others of its workspace that are. */
const together = (due: readonly DueDomain[], size: number): readonly DueDomain[] => {
  const [first] = due
  return due.filter(({ workspaceId }) => workspaceId === first?.workspaceId).slice(0, size)
}

/**
 * See `HealthChecking`. Each domain is checked once a day, what misses most and was checked longest ago first, and what was
 * found missing once more after ten minutes; one request a second at most, behind all others. A request asks about twenty
 * domains of a workspace, as far as the service tells of them all; else of one, for a day. Where the path is wrong nothing is asked
 * until it is put right, or for a day.
 */
export function createHealthChecking(context: Context): HealthChecking {
  const { store, clock, fleetRuns } = context
  const standings = new Map<string, Standing>()
  let running: Promise<void> | null = null

  const standingOf = ({ id, keyGeneration }: LitemailAccount): Standing => {
    const known = standings.get(id)
    if (known !== undefined && known.keyGeneration === keyGeneration) return known
    const fresh: Standing = {
      ...{ oneByOneSince: null, askedSince: null, refusals: 0, failedAt: null },
      keyGeneration,
    }
    standings.set(id, fresh)
    return fresh
  }

  /** Whether the operation is known not to work for now. */
  async function isLeftAlone({ id }: LitemailAccount, { failedAt }: Standing): Promise<boolean> {
    if (failedAt !== null && !isOlder(failedAt, AGAIN_AFTER_MS, clock.now())) return true
    const answer = await store.read('operations.answer', { accountId: id, operation: CHECK })
    if (!answer.ok) return true
    const { problem = null, at = null } = answer.value ?? {}
    const forMs = problem === null ? null : leftAloneFor(problem)
    return forMs !== null && !isOlder(at, forMs, clock.now())
  }

  async function checkSome(
    account: LitemailAccount,
    standing: Standing,
    most = Number.POSITIVE_INFINITY,
  ): Promise<Step> {
    const accountId = account.id
    const [due, asked] = await Promise.all([
      store.read('dns.due', { accountId, now: clock.now(), most: MOST_LOOKED_AT }),
      mapOf(context, accountId, operationOf(CHECK)),
    ])
    if (!due.ok || !asked.ok || due.value.length === 0) return 'over'
    // What stood against several may have been about one of them, which is gone by now.
    const isOneByOne =
      standing.oneByOneSince !== null && !isOlder(standing.oneByOneSince, CHECK_EVERY_MS, clock.now())
    if (standing.askedSince !== asked.value.changedAt || !isOneByOne) standing.oneByOneSince = null
    standing.askedSince = asked.value.changedAt
    const size = standing.oneByOneSince === null ? MOST_AT_ONCE : 1
    const domains = together(due.value, Math.min(most, size, mostIn(asked.value.map)))
    const checked = await checkDomains(context, account, domains, {
      workspaceId: domains[0]?.workspaceId ?? '',
      pace: 'hidden',
      waitMs: TURN_MS,
      timeoutMs: ANSWER_MS,
    })
    const isOne = domains.length === 1
    if (checked.ok) {
      standing.refusals = 0
      const told = checked.value.length
      if (!isOne && told === 1) standing.oneByOneSince = clock.now()
      // Of those that it tells nothing of when they are several it may tell when they are one.
      return !isOne && told === 0 ? checkOne(account, standing) : 'on'
    }
    if (!isOne && isAboutForm(checked.error)) {
      return checkOne(account, standing)
    }
    if (isOne && isAboutDomain(checked.error)) {
      standing.refusals += 1
      const tried = domains.map(({ name }) => name)
      const kept = await store.write('dns.takeChecks', { accountId, at: clock.now(), tried, checks: [] })
      if (kept.ok && standing.refusals < MOST_REFUSALS) return 'on'
    }
    // The rest is remembered by the operation, until it is asked otherwise.
    if (leftAloneFor(checked.error) === null) standing.failedAt = clock.now()
    return 'over'
  }

  /** Where several could not be asked about at once; where one can, the others are asked about so, too, for a day. */
  async function checkOne(account: LitemailAccount, standing: Standing): Promise<Step> {
    const step = await checkSome(account, standing, 1)
    if (step === 'on') standing.oneByOneSince = clock.now()
    return step
  }

  async function runAll(isAllowed: (account: LitemailAccount) => boolean): Promise<void> {
    const accounts = await store.read('litemail.accounts')
    for (const { id } of accounts.ok ? accounts.value : []) {
      for (let step: Step = 'on'; step === 'on'; ) {
        // Its key, or whether anybody looks, may be another meanwhile.
        const account = await store.read('litemail.account', id)
        const isOver =
          !account.ok ||
          account.value === null ||
          account.value.removedAt !== null ||
          !isAskable(account.value) ||
          !isAllowed(account.value) ||
          fleetRuns.isClosed
        if (isOver || account.value === null) break
        const standing = standingOf(account.value)
        if (await isLeftAlone(account.value, standing)) break
        step = await checkSome(account.value, standing)
      }
    }
  }

  return {
    run(isAllowed) {
      running ??= runAll(isAllowed).finally(() => {
        running = null
      })
      return running
    },
  }
}
