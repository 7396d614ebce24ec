import { useEffect } from 'react'
import type { AppInfo } from '../../../shared/app'
import { shellText } from '../../../shared/text/window/shell'
import { accounts } from '../../state/accounts'
import { addresses, useHasAddresses } from '../../state/addresses'
import { type Screen, usePlace } from '../../state/app'
import { useHasLitemail } from '../../state/litemail'
import { useIsOpened } from '../../state/opening'
import { FIRST_SIGHT } from '../../state/pages'
import { usePlanning } from '../../state/planning'
import { AddressesView } from '../addresses/AddressesView'
import { FirstRun } from '../firstRun/FirstRun'
import { Bands } from './Bands'
import { Broken } from './Broken'
import { Fetched, fetchRest } from './Fetched'
import { Notices } from './Notices'
import { Sidebar } from './Sidebar'
import { WithoutKey } from './WithoutKey'

/** While its first list is asked for the window is idle, too, but has not come to rest, in milliseconds. */
const REST = 500

function useRestLoaded(): void {
  useEffect(() => {
    let wait = 0
    const timer = setTimeout(() => {
      wait = requestIdleCallback(fetchRest)
    }, REST)
    return () => {
      clearTimeout(timer)
      cancelIdleCallback(wait)
    }
  }, [])
}

/** The frame of the window: bands, sidebar, the screen, and what lies over it. */
export function Shell({ info }: { readonly info: AppInfo }) {
  const screen = usePlace((place) => place.screen)
  const isOpened = useIsOpened()
  const isDialogOpen = usePlace((place) => place.dialog !== null)
  const isPlanning = usePlanning(({ asked }) => asked !== null)
  useRestLoaded()
  useEffect(() => {
    document.title = shellText.title(shellText.screens[screen], info.isDemo)
  }, [screen, info.isDemo])
  return (
    <div className="flex h-full flex-col">
      <header>
        <Bands info={info} />
        <WithoutKey />
        <Fetched part="jobs" isPatient />
      </header>
      <div className="flex min-h-0 flex-1">
        <Sidebar />
        <main className="@container/main flex min-w-0 flex-1 flex-col bg-canvas">
          <Broken key={screen}>{isOpened && screens[screen](info)}</Broken>
        </main>
      </div>
      {isDialogOpen && <Fetched part="dialogs" />}
      {isPlanning && <Fetched part="plan" />}
      <Notices />
    </div>
  )
}

const screens: Readonly<Record<Screen, (info: AppInfo) => React.ReactNode>> = {
  addresses: (info) => <Start isDemo={info.isDemo} />,
  overview: () => <Fetched part="overview" />,
  mailboxes: () => <Fetched part="mailboxes" />,
  domains: () => <Fetched part="domains" />,
  exports: () => <Fetched part="exports" />,
  billing: () => <Fetched part="billing" />,
  activity: () => <Fetched part="activity" />,
  operations: () => <Fetched part="operations" />,
  settings: () => <Fetched part="settings" />,
}

/** The addresses; a welcome where nothing is there yet. Nothing flashes before it is known which. */
function Start({ isDemo }: { readonly isDemo: boolean }) {
  const isUnknown = accounts.use(({ data, error }) => data === null && error === null)
  const hasLitemail = useHasLitemail()
  const hasNoAccount = accounts.use(({ data }) => data?.length === 0)
  const hasNoAddress = useHasAddresses() === false
  // A window that opened elsewhere has not asked yet.
  useEffect(() => void addresses.look(FIRST_SIGHT.first, FIRST_SIGHT.last), [])
  if (isUnknown || hasLitemail === null) return null
  return !isDemo && hasNoAccount && !hasLitemail && hasNoAddress ? (
    <FirstRun />
  ) : (
    <AddressesView isDemo={isDemo} />
  )
}
