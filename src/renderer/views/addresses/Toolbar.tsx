import { lazy, Suspense } from 'react'
import { addressesText } from '../../../shared/text/window/addresses'
import { changeView, useView } from '../../state/view'
import { SearchBox } from '../list/SearchBox'
import { Toolbar as ListToolbar } from '../list/Toolbar'

// Menus are the larger part of it: they follow the list.
const Tools = lazy(() => import('./Tools').then(({ Tools }) => ({ default: Tools })))

/** What is looked for among the addresses, and how they are listed. */
export function Toolbar() {
  const search = useView((view) => view.search)
  return (
    <ListToolbar>
      <SearchBox
        label={addressesText.search}
        value={search}
        onChange={(text) => changeView({ search: text })}
      />
      <Suspense>
        <Tools />
      </Suspense>
    </ListToolbar>
  )
}
