import type { Listing } from '../../../../shared/listing'
import { explain } from '../../../../shared/text/errors'
import { listingsText } from '../../../../shared/text/window/listings'

/** How fresh one account's list is, without its name. */
export function standingOf(listing: Listing, now: number, isOnline = true): string {
  const { isReading, canList, problem, doubt, at } = listing
  if (isReading) return listingsText.reading
  if (canList === false) return listingsText.cannot
  if (doubt !== null) return listingsText.doubtful
  const age = at === null ? listingsText.never : listingsText.updated(at, Math.max(now, at))
  if (problem !== null) return `${age}. ${explain(problem).reason}`
  return !isOnline && at !== null ? listingsText.offline(at, now) : age
}

/** Whether how the list is asked for is what keeps it from being read. */
export const isPathInDoubt = ({ canList, problem }: Listing): boolean =>
  canList === false || (problem !== null && explain(problem).next === 'fix-path')

const isOrdinary = ({ isReading, canList, problem, doubt, at }: Listing) =>
  !isReading && canList !== false && problem === null && doubt === null && at !== null

/**
 * How fresh the lists are, in one line, the oldest part first: "Updated 5 min ago; Acme: never read from
 * LikeDo". Accounts of which nothing is to be said but an age share one, the oldest. Empty where there is no account.
 */
export function listingWords(listings: readonly Listing[], now: number, isOnline = true): string {
  const [only] = listings
  if (only === undefined) return ''
  if (listings.length === 1) return standingOf(only, now, isOnline)
  const oldestFirst = [...listings].sort((one, other) => (one.at ?? 0) - (other.at ?? 0))
  const [oldest] = oldestFirst.filter(isOrdinary)
  return oldestFirst
    .filter((listing) => listing === oldest || !isOrdinary(listing))
    .map((listing) => {
      const words = standingOf(listing, now, isOnline)
      return listing === oldest ? words : listingsText.of(listing.accountName, lowerFirst(words))
    })
    .join('; ')
}

/** After a colon; a name keeps its capital. */
const lowerFirst = (words: string) =>
  words.startsWith('LikeDo') ? words : words.slice(0, 1).toLowerCase() + words.slice(1)
