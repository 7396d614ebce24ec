import { call } from '../bridge'
import { addresses } from './addresses'
import { createSelection } from './list/selection'
import { addressView } from './view'

/** What is chosen in the list of addresses. */
export const selection = createSelection({
  pages: addresses,
  view: addressView,
  snapshot: (view) => call('addresses.snapshot', { view }),
})

export const useSelection = selection.use
export const { choose, chooseAll, chooseNone, current: currentChoice } = selection
