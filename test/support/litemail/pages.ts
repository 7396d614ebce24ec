import { randomFrom } from '../random'
import type { Paging } from './switches'

/** One page of a list, and what is told beside it. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly page: number
  /** As told, which may be a lie. */
  readonly total: number
  readonly pages: number
  readonly next: number | null
}

const wholeNumber = (text: string | undefined, otherwise: number): number => {
  const number = Number(text ?? otherwise)
  return Number.isInteger(number) && number > 0 ? number : otherwise
}

const ordered = <Row>(rows: readonly Row[], order: Paging['order'], asked: number): readonly Row[] => {
  if (order === 'permuted') return randomFrom(asked).shuffle(rows)
  if (order === 'kept' || rows.length === 0) return rows
  const moved = (asked * 3) % rows.length
  return moved === 0 ? rows : [...rows.slice(-moved), ...rows.slice(0, -moved)]
}

/**
 * Cuts the page that a query asks for out of a list. `asked` counts the requests for this list: what permutes or shifts
 * does so by it. Null: there is no such page, and it is said so with 404.
 */
export const cutPage = <Row>(
  all: readonly Row[],
  query: Readonly<Record<string, string>>,
  paging: Paging,
  asked: number,
): Page<Row> | null => {
  const size = Math.min(wholeNumber(query.limit, paging.defaultSize), paging.cap)
  const count = all.length
  const truePages = Math.max(1, Math.ceil(count / size))
  const wanted = paging.isPageIgnored ? 1 : wholeNumber(query.page, 1)
  const total =
    paging.total === null ? count : typeof paging.total === 'number' ? paging.total : count + paging.total.add
  const pages = Math.max(1, Math.ceil(total / size))

  let cut = wanted
  if (cut > truePages) {
    if (paging.behindEnd === '404') return null
    if (paging.behindEnd === 'last-page') cut = truePages
    if (paging.behindEnd === 'first-page') cut = 1
  }
  const listed = ordered(all, paging.order, asked)
  const rows = paging.emptyPages.includes(wanted) ? [] : listed.slice((cut - 1) * size, cut * size)
  const every = paging.leftOut
  return {
    rows: every > 0 ? rows.filter((row) => (all.indexOf(row) + 1) % every !== 0) : rows,
    page: wanted,
    total,
    pages,
    next: paging.isEndless || wanted < pages ? wanted + 1 : null,
  }
}
