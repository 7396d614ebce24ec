import { lazy, Suspense } from 'react'
import { SearchBox } from './SearchBox'

// Menus are the larger part of it: they follow the list.
const Tools = lazy(() => import('./Tools').then(({ Tools }) => ({ default: Tools })))

/** What is looked for among the addresses, and how they are listed. */
export const Toolbar = () => (
  <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2">
    <SearchBox />
    <Suspense>
      <Tools />
    </Suspense>
  </div>
)
