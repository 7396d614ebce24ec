import { accounts } from './accounts'
import { addresses } from './addresses'
import { appInfo } from './app'
import { litemailAccounts } from './litemail'
import { settings } from './settings'

/** Asks for everything that the first screen shows, at once. */
export function readFirst(): void {
  void appInfo.refresh()
  void accounts.refresh()
  void litemailAccounts.refresh()
  // The settings know the order of the list.
  void settings.refresh().then(addresses.refresh)
}

// Main answers while the screens are still being evaluated: this module comes before them.
readFirst()
