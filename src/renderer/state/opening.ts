import { create } from 'zustand'
import type { Settings } from '../../shared/settings'
import { call } from '../bridge'
import { addresses } from './addresses'
import { type Screen, usePlace } from './app'
import { litemailAccounts } from './litemail'
import { FIRST_SIGHT } from './pages'
import { settings } from './settings'

/** Whether it is known which screen comes first: until then none is drawn. */
export const useIsOpened = create<boolean>(() => false)

const isKept = (screen: Screen): screen is Settings['screen'] =>
  screen !== 'activity' && screen !== 'settings'

const ask = ({ look }: Pick<typeof addresses, 'look'>) => look(FIRST_SIGHT.first, FIRST_SIGHT.last)

/** The list of a screen is asked for while the screen itself is still being fetched. */
const lists: Partial<Record<Screen, () => Promise<void>>> = {
  addresses: () => ask(addresses),
  mailboxes: () => import('./mailboxes').then(({ mailboxes }) => ask(mailboxes.pages)),
  domains: () => import('./domains').then(({ domains }) => ask(domains.pages)),
}

/** Opens the window with the screen on which its user was last, and remembers where he goes from there. */
export async function openWhereLeft(): Promise<void> {
  await Promise.all([settings.refresh(), litemailAccounts.refresh()])
  if (useIsOpened.getState()) return addresses.refresh()
  const left = settings.use.getState().data?.screen
  const hasFleet = (litemailAccounts.use.getState().data?.length ?? 0) > 0
  // Whoever was quicker is where he wanted to go.
  if (left !== undefined && hasFleet && usePlace.getState().screen === 'addresses')
    usePlace.setState({ screen: left })
  const { screen } = usePlace.getState()
  // A chunk that does not load is told of where it is needed.
  lists[screen]?.().catch(() => {})
  useIsOpened.setState(true)
  usePlace.subscribe(({ screen: now }, before) => {
    // Where it cannot be kept nobody needs to be told: the next start opens with another screen.
    if (now !== before.screen && isKept(now)) void call('settings.update', { screen: now })
  })
}
