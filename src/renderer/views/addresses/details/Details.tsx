import { lazy, Suspense } from 'react'
import { useDetails } from '../../../state/details'

const DetailsPanel = lazy(() =>
  import('./DetailsPanel').then(({ DetailsPanel }) => ({ default: DetailsPanel })),
)

/** The details of an address where they are open: beside the list, over it in a narrow window. */
export function Details() {
  const isOpen = useDetails(({ id }) => id !== null)
  return isOpen ? (
    <Suspense>
      <DetailsPanel />
    </Suspense>
  ) : null
}
