import type { AppError } from '../../../shared/errors'
import type { JobTarget } from '../../../shared/job'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { ListPage } from '../../../shared/litemail/facts'
import { ok, type Result } from '../../../shared/result'
import type { TakeRows } from '../../store/fleetRows'
import type { FoundTarget } from '../../store/targets'
import type { Inputs } from '../../upstream/mappedRequest'
import type { Context } from '../context'
import { readOperation } from '../litemail/readOperation'
import { inPieces } from './inPieces'
import { isRowGone } from './readShown'

/** What was read longer ago is read again before anybody is shown it as what stands there, in milliseconds. */
export const STALE_MS = 10 * 60_000
/** So many rows are asked about one by one; where more are old, their lists are read. */
const MOST_ONE_BY_ONE = 20
const AT_ONCE = 4
/** So many pages of lists at most: what lies behind them stays as old as it is, and is said to be. */
const MOST_PAGES = 40
const ROWS_A_PAGE = 100
const WAIT_MS = 15_000

/** What rows are about, as the service showed it last. */
export interface FreshTargets {
  readonly byId: ReadonlyMap<string, FoundTarget>
  /** The service says that they are not there any more. */
  readonly gone: ReadonlySet<string>
  /** They are not as they were listed. */
  readonly changed: ReadonlySet<string>
}

type Taken = TakeRows['taken']
type ListedNoun = Extract<JobTarget['noun'], 'mailbox' | 'domain' | 'workspace' | 'subscription' | 'tag'>

/** Whether what is known of a row is too old to be shown as what stands there now; also from a moment that has not come. */
export const isStale = (seenAt: number, now: number): boolean => now - seenAt > STALE_MS || seenAt > now

/**
 * What is kept of the rows that a plan is about, read again where it is older than ten minutes: a few one by one, more by
 * their lists, at most forty pages; records by `readRecords`. What cannot be read now stays as old as its `seenAt` says.
 */
export async function findFresh(
  context: Context,
  account: LitemailAccount,
  noun: JobTarget['noun'],
  serviceIds: readonly string[],
  readRecords: ((since: number) => Promise<void>) | null,
): Promise<Result<FreshTargets, AppError>> {
  const { store, clock } = context
  const find = () =>
    inPieces(serviceIds, (some) =>
      store.read('targets.find', { accountId: account.id, noun, serviceIds: some }),
    )
  const before = await find()
  if (!before.ok) return before
  const now = clock.now()
  const old = before.value.filter(({ seenAt }) => isStale(seenAt, now))
  const missing =
    isListed(noun) && old.length > 0 ? await readAgain(context, account, noun, old) : new Set<string>()
  await readRecords?.(now - STALE_MS)
  const after = old.length === 0 && readRecords === null ? before : await find()
  if (!after.ok) return after
  const byId = new Map(after.value.map((target) => [target.serviceId, target]))
  // All records of a domain are read at once: what is not among them is gone.
  const lost = before.value.filter(({ serviceId }) => noun === 'record' && !byId.has(serviceId))
  const gone = new Set([...missing, ...lost.map(({ serviceId }) => serviceId)])
  const changed = before.value.filter((target) => {
    const found = byId.get(target.serviceId)
    return (
      found !== undefined &&
      found !== target &&
      JSON.stringify(found.values) !== JSON.stringify(target.values)
    )
  })
  return ok({ byId, gone, changed: new Set(changed.map(({ serviceId }) => serviceId)) })
}

const isListed = (noun: JobTarget['noun']): noun is ListedNoun => noun !== 'record' && noun !== 'webhook'

/** Answers which of them are gone, as the service says. */
async function readAgain(
  context: Context,
  account: LitemailAccount,
  noun: ListedNoun,
  old: readonly FoundTarget[],
): Promise<ReadonlySet<string>> {
  if ((noun === 'mailbox' || noun === 'domain') && old.length <= MOST_ONE_BY_ONE) {
    return readEach(context, account, noun, old)
  }
  let pages = MOST_PAGES
  for (const workspaceId of new Set(old.map((target) => target.workspaceId))) {
    const wanted = new Set(
      old.filter((target) => target.workspaceId === workspaceId).map(({ serviceId }) => serviceId),
    )
    const met = new Set<string>()
    for (let page = 1; wanted.size > 0 && pages > 0; page += 1, pages -= 1) {
      const read = await readPage(context, account, noun, workspaceId, page)
      if (!read.ok) return new Set()
      const { taken, isLast } = read.value
      // Where a service does not heed the workspace, its list shows rows of others as well.
      const mine = only(taken, (id) => wanted.has(id))
      if (mine.rows.length > 0) await keep(context, account, workspaceId, mine)
      const ids = taken.rows.map(({ id }) => id)
      if (isLast || ids.every((id) => met.has(id))) break
      for (const id of ids) {
        wanted.delete(id)
        met.add(id)
      }
    }
  }
  // That a list does not show it proves nothing.
  return new Set()
}

async function readEach(
  context: Context,
  account: LitemailAccount,
  noun: 'mailbox' | 'domain',
  old: readonly FoundTarget[],
): Promise<ReadonlySet<string>> {
  const gone = new Set<string>()
  for (let from = 0; from < old.length; from += AT_ONCE) {
    const read = await Promise.all(
      old.slice(from, from + AT_ONCE).map(async ({ serviceId, workspaceId }) => {
        const taken = await readOne(context, account, noun, serviceId, workspaceId)
        if (taken.ok) await keep(context, account, workspaceId, taken.value)
        const isGone = !taken.ok && isRowGone(taken.error, noun)
        if (isGone) gone.add(serviceId)
        return taken.ok || isGone
      }),
    )
    // Nobody answers, or this cannot be asked here: the others need not be tried.
    if (!read.includes(true)) break
  }
  return gone
}

const pressed = (workspaceId: string, inputs: Inputs) =>
  ({ inputs, workspaceId, pace: 'click', waitMs: WAIT_MS, timeoutMs: WAIT_MS }) as const

async function readOne(
  context: Context,
  account: LitemailAccount,
  noun: 'mailbox' | 'domain',
  id: string,
  workspaceId: string,
): Promise<Result<Taken, AppError>> {
  if (noun === 'mailbox') {
    const read = await readOperation(context, account, 'mailboxes.get', pressed(workspaceId, { id }))
    return read.ok ? ok({ noun: 'mailboxes', rows: own([read.value], id) }) : read
  }
  const read = await readOperation(context, account, 'domains.get', pressed(workspaceId, { id }))
  return read.ok ? ok({ noun: 'domains', rows: own([read.value], id) }) : read
}

/** A service that answers about another row than was asked for says nothing of either. */
const own = <T extends { readonly id: string }>(rows: readonly T[], id: string): readonly T[] =>
  rows.filter((row) => row.id === id)

type Listed = Exclude<Taken, { noun: 'user' | 'wallet' }>

/** The rows of a page that are wanted. */
function only(taken: Listed, isWanted: (id: string) => boolean): Listed {
  switch (taken.noun) {
    case 'mailboxes':
      return { ...taken, rows: taken.rows.filter(({ id }) => isWanted(id)) }
    case 'domains':
      return { ...taken, rows: taken.rows.filter(({ id }) => isWanted(id)) }
    case 'workspaces':
      return { ...taken, rows: taken.rows.filter(({ id }) => isWanted(id)) }
    case 'tags':
      return { ...taken, rows: taken.rows.filter(({ id }) => isWanted(id)) }
    case 'subscriptions':
      return { ...taken, rows: taken.rows.filter(({ id }) => isWanted(id)) }
    default:
      return taken satisfies never
  }
}

interface Page {
  readonly taken: Listed
  readonly isLast: boolean
}

async function readPage(
  context: Context,
  account: LitemailAccount,
  noun: ListedNoun,
  workspaceId: string,
  page: number,
): Promise<Result<Page, AppError>> {
  const wish = pressed(workspaceId, { page, limit: ROWS_A_PAGE })
  const paged = <T>(
    read: Result<ListPage<T>, AppError>,
    taken: (rows: readonly T[]) => Page['taken'],
  ): Result<Page, AppError> =>
    read.ok
      ? ok({
          taken: taken(read.value.rows),
          isLast: read.value.rows.length === 0 || read.value.hasNext === false,
        })
      : read
  switch (noun) {
    case 'mailbox':
      return paged(await readOperation(context, account, 'mailboxes.list', wish), (rows) => ({
        noun: 'mailboxes',
        rows,
      }))
    case 'domain':
      return paged(await readOperation(context, account, 'domains.list', wish), (rows) => ({
        noun: 'domains',
        rows,
      }))
    case 'workspace':
      return paged(await readOperation(context, account, 'workspaces.list', wish), (rows) => ({
        noun: 'workspaces',
        rows,
      }))
    case 'subscription':
      return paged(await readOperation(context, account, 'subscriptions.list', wish), (rows) => ({
        noun: 'subscriptions',
        rows,
      }))
    case 'tag':
      return paged(await readOperation(context, account, 'tags.list', wish), (rows) => ({
        noun: 'tags',
        rows,
      }))
    default:
      return noun satisfies never
  }
}

/** What cannot be written down stays as old as it is. */
const keep = ({ store, clock }: Context, { id }: LitemailAccount, workspaceId: string, taken: Taken) =>
  store.write('fleet.takeSeen', { accountId: id, workspaceId, taken, at: clock.now() })
