import type { ListPage } from '../../../shared/litemail/facts'
import { type Fields, firstOf, isFields, own } from './envelope'

export type Paging = Omit<ListPage<unknown>, 'rows'>

const totals = ['totalSearchedCount', 'total', 'totalCount']
const currents = ['currentPage', 'page']
const allPages = ['totalPages']
const nexts = ['nextPage', 'hasNextPage']
/** Where some services put these together. */
const holders = ['pagination', 'paging', 'meta']

/** A count that may come as a text; null where it is none. */
export function readCount(value: unknown): number | null {
  const isCount = typeof value === 'number' || (typeof value === 'string' && /^\s*\d{1,15}\s*$/.test(value))
  const count = isCount ? Number(value) : Number.NaN
  return Number.isSafeInteger(count) && count >= 0 ? count : null
}

const findCount = (sources: readonly Fields[], names: readonly string[], least: number): number | null =>
  sources
    .flatMap((source) => names.map((name) => readCount(own(source, name))))
    .find((count) => count !== null && count >= least) ?? null

/** `nextPage` is the number of the next page, or says in one of these ways that there is none. */
export const isNoPage = (next: unknown): boolean => [null, false, '', 0, '0'].some((none) => none === next)

function readNext(sources: readonly Fields[]): boolean | null {
  const [found] = sources.map((source) => firstOf(source, nexts)).filter((said) => said !== null)
  return found === undefined ? null : !isNoPage(found[1])
}

/** What an answer says of its page, in the list's own object, beside it, or around it; null for what it does not say. */
export function readPaging(around: readonly Fields[]): Paging {
  const sources = around.flatMap((fields) => [
    fields,
    ...holders.map((name) => own(fields, name)).filter(isFields),
  ])
  return {
    total: findCount(sources, totals, 0),
    page: findCount(sources, currents, 1),
    pages: findCount(sources, allPages, 0),
    hasNext: readNext(sources),
  }
}

/**
 * Rows that came in groups may be paged by groups: then what is counted are groups, and nobody says how many rows there
 * are. Told from this page, where it can be: only one of the two fits so many pages.
 */
export function pagingOfGroups(paging: Paging, groups: number, rows: number): Paging {
  const { total, pages } = paging
  if (total === null) return paging
  if (rows > total || (total === groups && total !== rows && isAlone(paging)))
    return { ...paging, total: null }
  const fits = (size: number) => pages !== null && total <= size * pages && total > size * (pages - 1)
  return fits(groups) && !fits(rows) ? { ...paging, total: null } : paging
}

/** The only page there is. */
const isAlone = ({ page, pages, hasNext }: Paging): boolean =>
  pages === 1 || (hasNext === false && (page ?? 1) === 1)
