import { addresses, findAddress } from './addresses'
import { showAddress, showScreen } from './app'
import { changeView, clearFilters } from './view'

/** Shows an address in the list, whatever the list leaves out just now: filters go before it stays unseen. */
export async function seekAddress(id: string): Promise<void> {
  showScreen('addresses')
  if ((await findAddress(id)) === null) {
    clearFilters()
    await addresses.refresh()
  }
  if ((await findAddress(id)) === null) {
    changeView({ hidden: 'shown' })
    await addresses.refresh()
  }
  showAddress(id)
}
