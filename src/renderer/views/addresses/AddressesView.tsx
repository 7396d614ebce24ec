import { AtSign, CloudOff, KeyRound } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { addressesText } from '../../../shared/text/window/addresses'
import { shellText } from '../../../shared/text/window/shell'
import { accounts } from '../../state/accounts'
import { addresses, useHasAddresses } from '../../state/addresses'
import { openDialog } from '../../state/app'
import { useIsOnline } from '../../state/online'
import { Band } from '../../ui/Band'
import { Button } from '../../ui/Button'
import { Message } from '../../ui/Message'
import { Problem } from '../../ui/Problem'
import { Reading } from '../../ui/Reading'
import { ScreenHeader } from '../../ui/ScreenHeader'
import { BatchBand } from '../pastedList/BatchBand'
import { AddressGrid } from './AddressGrid'
import { CreateButtons } from './CreateButtons'
import { Details } from './details/Details'
import { ListingDoubts } from './listing/ListingDoubts'
import { ListingStatus } from './listing/ListingStatus'
import { NothingMatches } from './NothingMatches'
import { StatusLine } from './StatusLine'
import { Toolbar } from './Toolbar'
import { useDeeds } from './useDeeds'

const connect = () => openDialog({ kind: 'connect' })
const redo = () => void addresses.refresh()

const Questions = lazy(() => import('./Questions').then(({ Questions }) => ({ default: Questions })))

/** The list of addresses, and the way to new ones. */
export function AddressesView({ isDemo }: { readonly isDemo: boolean }) {
  // Drawn again where one of these changes, and not with every page or key.
  const isKnown = addresses.use(({ total }) => total !== null)
  const hasRows = addresses.use(({ total }) => total !== null && total > 0)
  const status = addresses.use((state) => state.status)
  const error = addresses.use((state) => state.error)
  const hasNoAccount = accounts.use(({ data }) => data?.length === 0)
  const isOnline = useIsOnline()
  const hasAny = useHasAddresses() === true
  const deeds = useDeeds()
  return (
    <>
      <ScreenHeader title={addressesText.title}>
        <ListingStatus />
        <CreateButtons />
      </ScreenHeader>
      <ListingDoubts />
      <BatchBand />
      {!isOnline && !isDemo && (
        <Band tone="plain" icon={<CloudOff className="size-4" />}>
          {shellText.offline}
        </Band>
      )}
      {hasNoAccount && hasRows && (
        <Band
          tone="plain"
          icon={<KeyRound className="size-4" />}
          action={
            <Button size="small" onPress={connect}>
              {addressesText.connect}
            </Button>
          }
        >
          {addressesText.noAccount}
        </Band>
      )}
      {status === 'failed' && error !== null && (
        <div className="p-4">
          <Problem
            error={error}
            title={hasRows ? addressesText.stale : addressesText.failed}
            context={{ redo }}
          />
        </div>
      )}
      <div className="with-details">
        <div className="@container/list flex min-h-0 flex-col overflow-y-auto">
          {hasAny && <Toolbar />}
          {hasAny && (
            <StatusLine
              onCopy={deeds.copy}
              onLabel={deeds.label}
              onHide={deeds.hide}
              onExport={deeds.exportAs}
            />
          )}
          <div className="min-h-44 flex-1">
            {hasRows && <AddressGrid onAddressKey={deeds.onAddressKey} />}
            {isKnown && !hasRows && hasAny && <NothingMatches />}
            {isKnown &&
              !hasRows &&
              !hasAny &&
              status === 'ready' &&
              (hasNoAccount ? <NoAccount /> : <Nothing />)}
            {!isKnown && status === 'loading' && <Reading words={addressesText.reading} />}
          </div>
        </div>
        <Details />
      </div>
      {deeds.question !== null && (
        <Suspense>
          <Questions question={deeds.question} onClose={deeds.close} />
        </Suspense>
      )}
    </>
  )
}

const NoAccount = () => (
  <Message
    icon={<KeyRound className="size-5" aria-hidden="true" />}
    title={addressesText.noAccountEmpty}
    actions={
      <Button look="primary" onPress={connect}>
        {addressesText.connect}
      </Button>
    }
  />
)

const Nothing = () => (
  <Message icon={<AtSign className="size-5" aria-hidden="true" />} title={addressesText.empty}>
    {addressesText.emptyLead}
  </Message>
)
