import { accounts } from './accounts'
import { appInfo } from './app'
import { openWhereLeft } from './opening'

/** Asks for everything that the first screen shows, at once. */
export function readFirst(): void {
  void appInfo.refresh()
  void accounts.refresh()
  void openWhereLeft()
}

// Main answers while the screens are still being evaluated: this module comes before them.
readFirst()
