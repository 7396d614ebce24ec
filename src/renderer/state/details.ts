import { call } from '../bridge'
import { createDetails } from './list/details'

/** The details of an address. */
export const addressDetails = createDetails({
  screen: 'addresses',
  ask: (id) => call('addresses.get', { id }),
  idOf: ({ address }) => address.id,
})

export const useDetails = addressDetails.use
export const openDetails = addressDetails.open
export const followDetails = addressDetails.follow
export const refreshDetails = addressDetails.refresh
export const meetWanted = addressDetails.meetWanted
