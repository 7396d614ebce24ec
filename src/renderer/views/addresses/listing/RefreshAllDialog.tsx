import { useEffect } from 'react'
import type { Listing } from '../../../../shared/listing'
import { commonText } from '../../../../shared/text/window/common'
import { listingsText } from '../../../../shared/text/window/listings'
import { listings, refreshListings } from '../../../state/listings'
import { useNow } from '../../../ui/Age'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Problem } from '../../../ui/Problem'
import { standingOf } from './listingWords'

/** Says what reading the whole lists costs, before it is done. */
export function RefreshAllDialog({ onClose }: { readonly onClose: () => void }) {
  const { data, error } = listings.use()
  useEffect(() => void listings.refresh(), [])
  const readable = data?.filter(({ canList }) => canList !== false) ?? []

  function start() {
    if (readable.length === 0) return
    onClose()
    void refreshListings(true)
  }

  return (
    <Dialog
      title={listingsText.allTitle}
      onClose={onClose}
      onSubmit={start}
      action={
        <Button look="primary" type="submit" isDisabled={readable.length === 0}>
          {listingsText.start}
        </Button>
      }
    >
      <p className="text-pretty">{listingsText.allLead}</p>
      {data === null && error === null && <p className="text-ink-soft">{commonText.loading}</p>}
      {error !== null && <Problem error={error} context={{ redo: () => void listings.refresh() }} />}
      {data !== null && readable.length === 0 && <p>{listingsText.allAccounts}</p>}
      {data !== null && (
        <ul className="flex flex-col gap-3">
          {data.map((listing) => (
            <Cost key={listing.accountId} listing={listing} hasName={data.length > 1} />
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function Cost({ listing, hasName }: { readonly listing: Listing; readonly hasName: boolean }) {
  const { accountName, canList, cost, requestsLeft } = listing
  const now = useNow()
  return (
    <li className="rounded-md border border-line bg-sunken px-3 py-2 select-text">
      {hasName && <p className="font-medium wrap-anywhere">{accountName}</p>}
      <p>{canList === false ? listingsText.noList : listingsText.cost(cost, requestsLeft)}</p>
      {canList !== false && cost > requestsLeft && <p className="text-warn-ink">{listingsText.tooDear}</p>}
      <p className="text-sm text-ink-soft">{standingOf(listing, now)}.</p>
    </li>
  )
}
