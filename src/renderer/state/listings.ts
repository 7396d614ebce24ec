import type { Listing, ListingReport } from '../../shared/listing'
import { listingsText } from '../../shared/text/window/listings'
import { call } from '../bridge'
import { createMirror } from './mirror'
import { showDone, showError } from './notices'

/** How each account's addresses were last read from its service. */
export const listings = createMirror(() => call('listings.list', {}))

/** Reads what is new, of one account or of all; `isWhole`: everything, page by page. */
export async function refreshListings(isWhole: boolean, accountId?: string): Promise<void> {
  const about = accountId === undefined ? {} : { accountId }
  const result = await call('listings.refresh', { ...about, isWhole })
  await listings.refresh()
  if (!result.ok) {
    showError(result.error, { ...about, redo: () => void refreshListings(isWhole, accountId) })
    return
  }
  const all = listings.use.getState().data ?? []
  const isRead = ({ accountId: id }: Listing) => result.value.some((report) => report.accountId === id)
  // Where all that was read waits for an answer, the question beside the list says what came of it.
  if (!all.filter(isRead).every(({ doubt }) => doubt !== null)) {
    showDone(listingsText.brought(sum(result.value)), 'listings')
  }
  for (const listing of all.filter((each) => !isRead(each) && each.canList !== false)) {
    const { problem, accountId: id, accountName } = listing
    const redo = () => void refreshListings(isWhole, id)
    if (problem !== null) showError(problem, { accountId: id, redo }, accountName)
  }
}

/** The user says whether a list in doubt is this account's. */
export async function decideListing(listing: Listing, isSameUser: boolean): Promise<void> {
  const { accountId, accountName } = listing
  const result = await call('listings.decide', { accountId, isSameUser })
  if (result.ok)
    showDone(isSameUser ? listingsText.merging(accountName) : listingsText.notMerged(accountName), 'listings')
  else showError(result.error, { accountId, redo: () => void decideListing(listing, isSameUser) })
  await listings.refresh()
}

const sum = (reports: readonly ListingReport[]) => ({
  added: reports.reduce((count, { added }) => count + added, 0),
  settled: reports.reduce((count, { settled }) => count + settled, 0),
})
