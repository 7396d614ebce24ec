import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import type { Listing } from '../../../../shared/listing'
import { listingsText } from '../../../../shared/text/window/listings'
import { decideListing, listings } from '../../../state/listings'
import { Band } from '../../../ui/Band'
import { Button } from '../../../ui/Button'
import { focusIfLost, mainPlace } from '../../../ui/focusIfLost'

/** Asks, after a key was replaced, whether a list that shows nothing known is the same user's. */
export function ListingDoubts() {
  const doubtful = listings.use(({ data }) => data)?.filter(({ doubt }) => doubt !== null) ?? []
  return doubtful.map((listing) => <Doubt key={listing.accountId} listing={listing} />)
}

function Doubt({ listing }: { readonly listing: Listing }) {
  const { accountName, doubt } = listing
  const [deciding, setDeciding] = useState<boolean | null>(null)
  if (doubt === null) return null
  const decide = async (isSameUser: boolean) => {
    setDeciding(isSameUser)
    await decideListing(listing, isSameUser)
    setDeciding(null)
    // The question goes, and its buttons with it.
    focusIfLost(mainPlace)
  }
  return (
    <Band
      tone="warn"
      icon={<CircleHelp className="size-4" />}
      action={
        <span className="flex shrink-0 gap-2">
          <Button size="small" isPending={deciding === true} onPress={() => void decide(true)}>
            {listingsText.merge}
          </Button>
          <Button size="small" isPending={deciding === false} onPress={() => void decide(false)}>
            {listingsText.doNotMerge}
          </Button>
        </span>
      }
    >
      <strong className="font-semibold">{listingsText.doubt(accountName)}</strong>{' '}
      {listingsText.doubtMeaning(doubt.listed)}
    </Band>
  )
}
