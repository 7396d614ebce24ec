import { call } from '../bridge'
import { addresses } from './addresses'
import { createFacets } from './list/facets'
import { addressView, isFiltered, useView } from './view'

/** What addresses may be filtered by. Everything: those that are not hidden. */
const facets = createFacets({
  pages: addresses,
  ask: () => call('addresses.facets', { view: useView.getState() }),
  count: () =>
    call('addresses.list', { view: addressView.unfiltered(useView.getState()), offset: 0, limit: 1 }),
  everythingOf: ({ view, total }) =>
    isFiltered(view) ? 'filtered' : view.hidden === 'left-out' ? total : null,
})

export const useFacets = facets.use
export const refreshFacets = facets.refresh
