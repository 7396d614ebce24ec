import type { AppError } from '../../shared/errors'
import type { ListPage } from '../../shared/litemail/facts'
import { ok, type Result } from '../../shared/result'
import type { PageFacts, PageSize } from '../rules/pageSize'
import type { Taken } from '../store/fleetRows'
import type { AccountRun } from './accountRun'

/** So many rows are taken in one transaction: a write takes no longer than a moment. */
const ROWS_A_WRITE = 25

/** The nouns that the service has lists of. */
export type ListNoun = 'workspaces' | 'mailboxes' | 'domains' | 'subscriptions' | 'tags'

/** One page of any list. */
export interface FleetPage {
  readonly facts: PageFacts
  readonly ids: readonly string[]
  /** Its rows, cut for the store. */
  readonly writes: readonly Taken[]
}

export interface PageWish {
  readonly workspaceId: string
  readonly page: number
  readonly size: PageSize
}

type ReadPage = (run: AccountRun, wish: PageWish) => Promise<Result<FleetPage, AppError>>

const inputsOf = ({ workspaceId, page, size }: PageWish) => ({
  workspaceId,
  inputs: size === null ? (page === 1 ? {} : { page }) : { page, limit: size },
})

function pageOf<Facts extends { readonly id: string }>(
  read: Result<ListPage<Facts>, AppError>,
  take: (rows: readonly Facts[]) => Taken,
): Result<FleetPage, AppError> {
  if (!read.ok) return read
  const { rows, total, page, pages, hasNext } = read.value
  const writes: Taken[] = []
  for (let from = 0; from < rows.length; from += ROWS_A_WRITE) {
    writes.push(take(rows.slice(from, from + ROWS_A_WRITE)))
  }
  const facts = { rows: rows.length, total, page, pages, hasNext }
  return ok({ facts, ids: rows.map(({ id }) => id), writes })
}

/** What stands behind the end of a list. */
export const emptyPage = (page: number): FleetPage => ({
  facts: { rows: 0, total: null, page, pages: null, hasNext: null },
  ids: [],
  writes: [],
})

const listReads: { readonly [N in ListNoun]: ReadPage } = {
  workspaces: async (run, wish) =>
    pageOf(await run.ask('workspaces.list', inputsOf(wish)), (rows) => ({ noun: 'workspaces', rows })),
  mailboxes: async (run, wish) =>
    pageOf(await run.ask('mailboxes.list', inputsOf(wish)), (rows) => ({ noun: 'mailboxes', rows })),
  domains: async (run, wish) =>
    pageOf(await run.ask('domains.list', inputsOf(wish)), (rows) => ({ noun: 'domains', rows })),
  subscriptions: async (run, wish) =>
    pageOf(await run.ask('subscriptions.list', inputsOf(wish)), (rows) => ({ noun: 'subscriptions', rows })),
  tags: async (run, wish) =>
    pageOf(await run.ask('tags.list', inputsOf(wish)), (rows) => ({ noun: 'tags', rows })),
}

/** Asks one page of a list. */
export const readPage = (
  run: AccountRun,
  noun: ListNoun,
  wish: PageWish,
): Promise<Result<FleetPage, AppError>> => listReads[noun](run, wish)
