import type { OpenPass } from '../store/fleetRows'
import type { PageFacts } from './pageSize'

/** Where no end is announced, so many pages are asked for beyond those that are taken. */
const LOOK_AHEAD = 2
/** Pages in succession without anything new: the service turns in circles, or says that there are more than it has. */
const MOST_STALE = 3
/** No list has so many pages; a service that always has another one is not followed for ever. */
export const MOST_PAGES = 20_000

type Place = Pick<OpenPass, 'done' | 'ahead'>

/** The place of a pass once a page more is taken. */
export function movePlace({ done, ahead }: Place, page: number): Place {
  const beyond = new Set([...ahead, page])
  let last = done
  while (beyond.delete(last + 1)) last += 1
  return { done: last, ahead: [...beyond].filter((other) => other > last).sort((one, other) => one - other) }
}

export const isTaken = ({ done, ahead }: Place, page: number): boolean => page <= done || ahead.includes(page)

/**
 * Whether what the service announces is about the rows that it shows. Where it is not (it counts something else, or less
 * than it has) the list is read until a page brings nothing new.
 */
export const isBelieved = (met: number, most: number | null): boolean => most === null || met <= most

/**
 * What an answer about a page says of the whole pass: the place is not moved, its rows are not counted in. `pages` is null
 * where the list is to be read until a page brings nothing new.
 */
export function learnFrom(open: OpenPass, facts: PageFacts): OpenPass {
  const { total } = facts
  const most = total === null ? open.most : Math.max(open.most ?? 0, total)
  const perPage = open.perPage ?? open.pageSize ?? (facts.rows > 0 ? facts.rows : null)
  const isMore = facts.rows > (most ?? Number.POSITIVE_INFINITY)
  const counted = total === null || perPage === null ? null : Math.ceil(total / perPage)
  const pages = isMore || !isBelieved(open.met, most) ? null : (facts.pages ?? counted)
  return { ...open, most, perPage, pages }
}

/** The pass with a page more taken, on which were so many rows; how many of them are new is counted in by `countFresh`. */
export function passPage(open: OpenPass, page: number, rows: number): OpenPass {
  const isEmpty = rows === 0
  const firstEmpty = isEmpty ? Math.min(page, open.firstEmpty ?? page) : open.firstEmpty
  const lastFilled = isEmpty ? open.lastFilled : Math.max(page, open.lastFilled)
  const isBelow = open.pages !== null && page < open.pages && isEmpty && !isComplete(open)
  const isBetween = open.pages === null && firstEmpty !== null && firstEmpty < lastFilled
  return {
    ...open,
    ...movePlace(open, page),
    firstEmpty,
    lastFilled,
    hasGap: open.hasGap || isBelow || isBetween,
  }
}

/** `fresh`: rows of the page taken last that the pass had not met before. */
export function countFresh(open: OpenPass, fresh: number): OpenPass {
  const met = open.met + fresh
  return {
    ...open,
    met,
    stale: fresh > 0 ? 0 : open.stale + 1,
    pages: isBelieved(met, open.most) ? open.pages : null,
  }
}

/** Met as many as there are. */
const isComplete = ({ met, most }: Pick<OpenPass, 'met' | 'most'>): boolean => most !== null && met === most

/**
 * Where no end is announced, an empty page is one only behind a page that was not full; behind full ones it may be a gap, and
 * the page after it says.
 */
const isSeeming = ({ done, firstEmpty, met, perPage }: OpenPass): boolean =>
  firstEmpty === done && met > 0 && perPage !== null && met % perPage === 0

/**
 * Whether there is nothing left to ask for: the last page is taken, or all rows are met; where no end is announced, a page
 * brought nothing new.
 */
export function isAtEnd(open: OpenPass): boolean {
  if (open.stale >= MOST_STALE || open.done >= MOST_PAGES) return true
  if (open.pages === null) return open.stale > 0 && open.done > 0 && !isSeeming(open)
  return open.done >= open.pages || (isComplete(open) && open.done > 0)
}

/** Which pages to ask for now, so that `most` are under way. */
export function pagesToAsk(open: OpenPass, underWay: readonly number[], most: number): number[] {
  if (isAtEnd(open)) return []
  const last = Math.min(open.pages ?? open.done + LOOK_AHEAD, MOST_PAGES)
  const wanted: number[] = []
  for (let page = open.done + 1; page <= last && wanted.length + underWay.length < most; page += 1) {
    if (!isTaken(open, page) && !underWay.includes(page)) wanted.push(page)
  }
  return wanted
}
