import type { AppError } from '../../shared/errors'
import type { Job } from '../../shared/job'
import type { FleetNoun } from '../../shared/litemail/fleet'
import { isWritingId, type WritingId } from '../../shared/litemail/writing'
import { ok, type Result } from '../../shared/result'
import type { Context } from '../actions/context'
import { partName } from '../actions/fleet/reading'
import { findLitemailAccount } from '../actions/litemail/account'
import { ofAccount } from './partKeys'
import { beginReading, isAskable } from './runs'

const payed: readonly FleetNoun[] = ['wallet', 'subscriptions']

/** Which lists are others once a write is done. What spends may be taken from the wallet. */
const changedBy: Readonly<Partial<Record<WritingId, readonly FleetNoun[]>>> = {
  'workspaces.create': ['workspaces'],
  'workspaces.update': ['workspaces'],
  'mailboxes.create': ['mailboxes', 'domains', ...payed],
  'mailboxes.assign': ['mailboxes', 'domains', ...payed],
  'mailboxes.update': ['mailboxes'],
  'mailboxes.remove': ['mailboxes', 'subscriptions'],
  'wallet.addBalance': ['wallet'],
  'wallet.autoRecharge': ['wallet'],
  'wallet.addCredit': ['wallet'],
  'subscriptions.cancel': ['subscriptions'],
  'subscriptions.upgrade': payed,
  'domains.register': ['domains', ...payed],
  'domains.connect': ['domains'],
  'domains.addDmarc': ['domains'],
  'domains.addForwarding': ['domains'],
  'domains.removeForwarding': ['domains'],
  'domains.enableEmailForwarding': ['domains'],
  'domains.removeEmailForwarding': ['domains'],
  'domains.enableCatchAll': ['domains'],
  'domains.removeCatchAll': ['domains'],
  'domains.remove': ['domains'],
  'tags.create': ['tags'],
  'tags.update': ['tags'],
  'tags.delete': ['tags'],
  'cloudflare.save': ['domains'],
}

/** Rows of a job are looked through so many at once. */
const PAGE = 500

/** The workspaces of what was sent; null: nothing was. */
async function workspacesOf(
  { store }: Context,
  jobId: string,
): Promise<Result<Set<string> | null, AppError>> {
  const found = new Set<string>()
  for (let offset = 0; ; offset += PAGE) {
    const rows = await store.read('jobs.rows', {
      ...{ jobId, offset, limit: PAGE },
      states: ['done', 'unconfirmed'],
    })
    if (!rows.ok) return rows
    for (const { workspaceId } of rows.value) found.add(workspaceId)
    if (rows.value.length < PAGE) return ok(found.size === 0 ? null : found)
  }
}

/** The lists that a job may have changed, by `partName`. */
async function partsOf(context: Context, { id, accountId, operation }: Job): Promise<readonly string[]> {
  const nouns = isWritingId(operation) ? (changedBy[operation] ?? []) : []
  if (nouns.length === 0) return []
  const sent = await workspacesOf(context, id)
  const known = await context.store.read('fleet.workspaces', accountId)
  if (!sent.ok || !known.ok || sent.value === null) return []
  // Without a header it is the service that chooses.
  const named = sent.value.has('') ? known.value.map(({ serviceId }) => serviceId) : [...sent.value]
  return nouns.flatMap((noun) =>
    // Where the header is ignored there is one list for all of them.
    (ofAccount.includes(noun) ? [''] : ['', ...named]).map((workspaceId) =>
      partName({ accountId, noun, workspaceId }),
    ),
  )
}

/**
 * Reads again, once a job has ended, the lists that it may have changed, and no others; jobs that end while such a reading
 * waits for its turn are read with it.
 */
export function createWrittenReading(context: Context): (job: Job) => Promise<void> {
  /** What waits for its turn, by account. */
  const due = new Map<string, Set<string>>()
  return async (job) => {
    const { accountId } = job
    const parts = await partsOf(context, job)
    if (parts.length === 0) return
    const waiting = due.get(accountId)
    if (waiting !== undefined) {
      for (const part of parts) waiting.add(part)
      return
    }
    const mine = new Set(parts)
    due.set(accountId, mine)
    const account = await findLitemailAccount(context, accountId)
    const takeParts = () => {
      due.delete(accountId)
      return mine
    }
    if (account.ok && isAskable(account.value)) {
      await beginReading(context, account.value, { what: 'written', pace: () => 'window', takeParts })
    }
    due.delete(accountId)
  }
}
