import type { Input } from '../../shared/contract'
import type { SavedView } from '../../shared/savedView'
import { savedViewsText } from '../../shared/text/window/fleetList'
import { call } from '../bridge'
import { type AnySort, filtersText } from './list/view'
import { createMirror } from './mirror'
import { showDone, showError } from './notices'
import { followTopic } from './topics'

/** The views that the user gave a name, of both lists. */
export const savedViews = createMirror(() => call('views.list', {}))

followTopic('views', savedViews.refresh)

/** Keeps a view under a name; one of that name is replaced. Null: it was not kept, and why was said. */
export async function saveView(wish: Input<'views.save'>): Promise<SavedView | null> {
  const result = await call('views.save', wish)
  if (result.ok) showDone(savedViewsText.saved(result.value.name), 'views')
  else showError(result.error, { service: 'litemail', redo: () => void saveView(wish) })
  await savedViews.refresh()
  return result.ok ? result.value : null
}

/** Forgets a view; what it showed stays. */
export async function removeView({ id, name, ...view }: SavedView): Promise<void> {
  const result = await call('views.remove', { id })
  if (result.ok) {
    const wish = { ...view, name }
    showDone(savedViewsText.removed(name), 'views', {
      label: savedViewsText.undo,
      run: () => void saveView(wish),
    })
  } else showError(result.error, { service: 'litemail', redo: () => void removeView({ id, name, ...view }) })
  await savedViews.refresh()
}

interface AnyView {
  readonly sort: AnySort
}

/** Whether two views show the same in the same order. */
export const isSameView = <View extends AnyView>(one: View, other: View): boolean =>
  filtersText(plain(one)) === filtersText(plain(other))

const plain = ({ sort: { by, isDescending }, ...filters }: AnyView) => ({
  ...filters,
  by,
  isDescending,
})
