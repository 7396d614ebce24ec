import { listingsText } from '../../../../shared/text/window/listings'
import { decideListing, listings } from '../../../state/listings'
import { QuestionBand } from '../../../ui/QuestionBand'

const ANSWERS = [
  { label: listingsText.merge, answer: true },
  { label: listingsText.doNotMerge, answer: false },
]

/** Asks, after a key was replaced, whether a list that shows nothing known is the same user's. */
export function ListingDoubts() {
  const all = listings.use(({ data }) => data) ?? []
  return all.map((listing) => {
    const { accountId, accountName, doubt } = listing
    if (doubt === null) return null
    return (
      <QuestionBand
        key={accountId}
        question={listingsText.doubt(accountName)}
        meaning={listingsText.doubtMeaning(doubt.listed)}
        answers={ANSWERS}
        onAnswer={(isSameUser) => decideListing(listing, isSameUser)}
      />
    )
  })
}
