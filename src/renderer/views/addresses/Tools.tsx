import { FilterBar } from './FilterBar'
import { ViewMenu } from './ViewMenu'

/** The filters, and how the list looks. */
export const Tools = () => (
  <div className="flex flex-wrap items-center gap-2">
    <FilterBar />
    <ViewMenu />
  </div>
)
