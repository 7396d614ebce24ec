import type { AppError } from '../../shared/errors'
import type { ListPage } from '../../shared/litemail/facts'

/** Rows asked for on a page; null: as the service likes. */
export type PageSize = number | null

/** Litemail's paging is not documented: what is asked for first, and what next where that is not granted. */
const sizes: readonly PageSize[] = [100, 50, 25, null]

export const LARGEST_PAGE: PageSize = 100

/** The next size to ask for; undefined where there is none. */
export const smallerSize = (size: PageSize): PageSize | undefined => sizes[sizes.indexOf(size) + 1]

/** What an answer says of its list, without its rows. */
export type PageFacts = Omit<ListPage<unknown>, 'rows'> & { readonly rows: number }

/** Whether a first page has fewer rows than were asked for although the list goes on: the service grants fewer. */
export function isCutShort(asked: PageSize, { rows, total, pages, hasNext }: PageFacts): boolean {
  if (asked === null || rows >= asked) return false
  if (total !== null) return total > rows
  return pages !== null ? pages > 1 : hasNext === true && rows > 0
}

/** No service of this kind is known to cut its lists into smaller pages unasked (Litemail's sibling: 10). */
const SMALLEST_PAGE = 10

/** Whether an answer that says nothing of pages at all is too short to be one of several. */
export const isUncut = ({ rows, total, page, pages, hasNext }: PageFacts): boolean =>
  rows < SMALLEST_PAGE && [total, page, pages, hasNext].every((said) => said === null)

/** Whether a service refused the size of a page rather than the read: it found something wrong with the request. */
export const isSizeRefused = (error: AppError): boolean =>
  (error.kind === 'rejected' && (error.status === 400 || error.status === 422)) ||
  (error.kind === 'bad-response' && error.problem === 'too-large')
