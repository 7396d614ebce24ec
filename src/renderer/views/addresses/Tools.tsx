import { AddressViewMenu } from './AddressViewMenu'
import { FilterBar } from './FilterBar'

/** The filters, and how the list looks. */
export const Tools = () => (
  <div className="flex max-w-full flex-auto items-start justify-between gap-2">
    <FilterBar />
    <AddressViewMenu />
  </div>
)
