import type { Domain } from '../../../shared/domain'
import type { AppError } from '../../../shared/errors'
import type { AboutHealth, AskedHealth } from '../../../shared/health'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { err, ok, type Result } from '../../../shared/result'
import { isElsewhere, repairsOf } from '../../rules/dnsRepair'
import { cutTable } from '../../rules/shownAnswer'
import { readAnswer, readTable } from '../../upstream/litemail/answers'
import type { ReadAnswers } from '../../upstream/litemail/readAnswers'
import type { Inputs } from '../../upstream/litemail/requests'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { type ReadWish, readWith } from '../litemail/readOperation'

/** How long a press waits for its turn, and for each answer, in milliseconds. */
const WAIT_MS = 15_000
const TIMEOUT_MS = 30_000

type HealthRead = 'domains.checkDns' | 'domains.nameServers' | 'domains.verifyNameServers' | 'dns.list'

/** A domain, and the account that shows it. */
interface OwnedDomain {
  readonly domain: Domain
  readonly account: LitemailAccount
}

/** What is kept of a domain's DNS, and what of it could be put back. */
export async function readAboutHealth(
  { store }: Context,
  id: string,
): Promise<Result<AboutHealth, AppError>> {
  const about = await store.read('dns.about', id)
  if (!about.ok) return about
  if (about.value === null) return err({ kind: 'not-found', what: 'domain' })
  const { domain: _, dmarcEmail: __, ...kept } = about.value
  return ok({ ...kept, isElsewhere: isElsewhere(about.value), repairs: repairsOf(about.value) })
}

/**
 * Asks one read about a domain for somebody who waits, under the workspace that showed the domain, keeps what it brings, and
 * answers what is kept then. An answer that cannot be read as what it should be is kept nowhere: it comes as a table.
 */
export async function askHealth<O extends HealthRead>(
  context: Context,
  id: string,
  operation: O,
  ask: {
    /** Null: the domain cannot be asked about. */
    readonly inputsOf: (domain: Domain) => Inputs | null
    readonly keep: (
      owned: OwnedDomain,
      answer: ReadAnswers[O],
      at: number,
    ) => Promise<Result<unknown, AppError>>
  },
): Promise<Result<AskedHealth, AppError>> {
  const owned = await findOwned(context, id)
  if (!owned.ok) return owned
  const { domain, account } = owned.value
  const inputs = ask.inputsOf(domain)
  if (inputs === null) return err({ kind: 'not-found', what: 'domain' })
  const { workspaceId } = domain
  const wish: ReadWish = { inputs, workspaceId, pace: 'click', waitMs: WAIT_MS, timeoutMs: TIMEOUT_MS }
  const tables: AskedHealth['unread'][] = []
  const read = await readWith<ReadAnswers[O]>(context, account, operation, wish, (exchange, asked) => {
    const answer = readAnswer(operation, exchange, asked)
    const table =
      !answer.ok && answer.error.kind === 'bad-response' ? readTable(operation, exchange, asked) : null
    if (!answer.ok && table?.ok === true) {
      tables.push({ problem: answer.error, table: cutTable(table.value) })
    }
    return answer
  })
  const unread = read.ok ? null : (tables.at(-1) ?? null)
  if (!read.ok && unread === null) return read
  const kept = read.ok ? await ask.keep(owned.value, read.value, context.clock.now()) : ok(undefined)
  if (!kept.ok) return kept
  const about = await readAboutHealth(context, id)
  return about.ok ? ok({ about: about.value, unread }) : about
}

/** The domain of an id, and its account. */
async function findOwned(context: Context, id: string): Promise<Result<OwnedDomain, AppError>> {
  const found = await context.store.read('domains.get', id)
  if (!found.ok) return found
  if (found.value === null) return err({ kind: 'not-found', what: 'domain' })
  const { domain } = found.value
  const account = await findLitemailAccount(context, domain.accountId)
  return account.ok ? ok({ domain, account: account.value }) : account
}
