import { ChevronDown, RefreshCw } from 'lucide-react'
import { useEffect } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { explain } from '../../../../shared/text/errors'
import { listingsText } from '../../../../shared/text/window/listings'
import { openDialog } from '../../../state/app'
import { listings, refreshListings } from '../../../state/listings'
import { useIsOnline } from '../../../state/online'
import { useNow } from '../../../ui/Age'
import { Button } from '../../../ui/Button'
import { classes } from '../../../ui/classes'
import { Menu, MenuItem } from '../../../ui/Menu'
import { StepButton } from '../../../ui/StepButton'
import { isPathInDoubt, listingWords } from './listingWords'

/** How fresh the list is, and the way to fresher ones. */
export function ListingStatus() {
  const { data, error } = listings.use()
  const now = useNow()
  const isOnline = useIsOnline()
  useEffect(() => void listings.refresh(), [])

  if (data === null && error === null) return null
  if (data?.length === 0) return null
  const words =
    data === null
      ? listingsText.failed(error === null ? '' : explain(error).reason)
      : listingWords(data, now, isOnline)
  const isReading = data?.some((listing) => listing.isReading) ?? false
  const isListable = data?.some(({ canList }) => canList !== false) ?? true
  const unlisted = data?.find(isPathInDoubt)
  const isTroubled = data?.some(({ problem, doubt }) => problem !== null || doubt !== null) ?? true
  return (
    <div className="flex min-w-0 flex-[3_1_10rem] items-center justify-end">
      <span
        className={classes('truncate text-sm select-text', isTroubled ? 'text-warn-ink' : 'text-ink-soft')}
        title={words}
      >
        {words}
      </span>
      {unlisted !== undefined && (
        <span className="ml-2 shrink-0">
          <StepButton
            next="fix-path"
            context={{ accountId: unlisted.accountId, operation: 'addresses.list' }}
          />
        </span>
      )}
      {isListable && (
        <span className="ml-1 flex shrink-0 items-center">
          <Button
            look="quiet"
            size="small-icon"
            aria-label={listingsText.refresh}
            isPending={isReading}
            icon={<RefreshCw className="size-3.5" />}
            onPress={() => void refreshListings(false)}
          />
          <MenuTrigger>
            <Button
              look="quiet"
              size="small-icon"
              aria-label={listingsText.more}
              icon={<ChevronDown className="size-3.5" />}
            />
            <Menu label={listingsText.more}>
              <MenuItem
                icon={<RefreshCw className="size-3.5" />}
                hint={listingsText.refreshAllHint}
                onAction={() => openDialog({ kind: 'refresh-all' })}
              >
                {listingsText.refreshAll}
              </MenuItem>
            </Menu>
          </MenuTrigger>
        </span>
      )}
    </div>
  )
}
