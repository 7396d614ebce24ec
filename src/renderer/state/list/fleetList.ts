import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { Choice, Output } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { ok, type Result } from '../../../shared/result'
import type { FleetListText } from '../../../shared/text/window/fleetList'
import { showScreen, usePlace } from '../app'
import { showDone, showError } from '../notices'
import { pace } from '../pace'
import { createPages, type Page, type PagesStore } from '../pages'
import { followTopic } from '../topics'
import { createDetails, type DetailsStore } from './details'
import { createExporting, type ExportingStore, type ExportSource } from './exporting'
import { createFacets, type FacetsStore } from './facets'
import { createSelection, type SelectionStore } from './selection'
import { type AnySort, createView, filtersText, type View, type ViewSource, type ViewStore } from './view'

export type FleetListName = 'mailboxes' | 'domains'

interface FleetRow {
  readonly id: string
  readonly note: string
}

/** One page of a list, with the view that it answers. */
export interface FleetPage<Row, Filters, Sort> extends Page<Row> {
  readonly view: View<Filters, Sort>
}

/** A list of the fleet: what is looked at, read, chosen, counted and done in it. */
export interface FleetList<Row, Filters, Sort, Counts, About> {
  readonly name: FleetListName
  readonly text: FleetListText
  readonly view: ViewStore<Filters, Sort>
  readonly pages: PagesStore<Row, FleetPage<Row, Filters, Sort>>
  readonly facets: FacetsStore<Counts>
  readonly selection: SelectionStore
  readonly details: DetailsStore<About>
  readonly exporting: ExportingStore<View<Filters, Sort>>
  /** Whether a view leaves anything out. */
  readonly isFiltered: (view: View<Filters, Sort>) => boolean
  /** The place of a row in the list as it is wanted; null where it is not in it, or cannot be found out. */
  readonly find: (id: string) => Promise<number | null>
  /** The row that the list is asked to show and to focus; a new object each time. */
  readonly useShown: UseBoundStore<StoreApi<{ readonly row: { readonly id: string } | null }>>
  readonly show: (id: string) => void
  readonly meetShown: () => void
  /** Opens the list with these filters and no others. */
  readonly open: (filters: Partial<Filters>) => void
  readonly copy: (choice: Choice) => Promise<void>
  /** True when the note is kept. */
  readonly saveNote: (id: string, note: string) => Promise<boolean>
  /** Reads again what is in sight. */
  readonly refresh: () => Promise<void>
}

export interface FleetListSource<Row, Filters, Sort, Counts, About> {
  readonly name: FleetListName
  readonly text: FleetListText
  readonly noFilters: Filters
  readonly order: Omit<ViewSource<Filters, Sort>, 'noFilters'>
  readonly list: (view: View<Filters, Sort>, offset: number, limit: number) => Answer<Page<Row>>
  readonly count: (view: View<Filters, Sort>) => Answer<Counts>
  readonly place: (view: View<Filters, Sort>, id: string) => Answer<Output<'mailboxes.place'>>
  readonly snapshot: (view: View<Filters, Sort>) => Answer<Output<'mailboxes.snapshot'>>
  readonly get: (id: string) => Answer<About>
  readonly rowOf: (about: About) => Row
  readonly copy: (choice: Choice) => Answer<Output<'mailboxes.copy'>>
  readonly setNote: (id: string, note: string) => Answer<Row>
  readonly write: ExportSource<View<Filters, Sort>>['write']
}

type Answer<T> = Promise<Result<T, AppError>>

/** While a service is being read, its rows change many times a second: what is in sight follows this often. */
const LEAST = 400

/** One list of the fleet. It follows what is stored while its screen is in sight. */
export function createFleetList<
  Row extends FleetRow,
  Filters extends { readonly search: string },
  Sort extends AnySort,
  Counts,
  About,
>(source: FleetListSource<Row, Filters, Sort, Counts, About>): FleetList<Row, Filters, Sort, Counts, About> {
  const { name, text, noFilters } = source
  const view = createView({ ...source.order, noFilters })
  const wanted = view.use.getState

  const isFiltered = (sought: View<Filters, Sort>): boolean => {
    const { sort: _, ...filters } = { ...sought, search: sought.search.trim() }
    return filtersText(filters) !== filtersText(noFilters)
  }

  async function find(id: string): Promise<number | null> {
    const place = await source.place(wanted(), id)
    return place.ok ? place.value.index : null
  }

  const pages = createPages<Row, FleetPage<Row, Filters, Sort>>({
    ask: async (offset, limit) => {
      const asked = wanted()
      const page = await source.list(asked, offset, limit)
      return page.ok ? ok({ ...page.value, view: asked }) : page
    },
    find,
  })
  view.use.subscribe(() => void pages.restart())

  const selection = createSelection({ pages, view, snapshot: source.snapshot })
  const facets = createFacets({
    pages,
    ask: () => source.count(wanted()),
    count: () => source.list(view.unfiltered(wanted()), 0, 1),
    everythingOf: (answer) => (isFiltered(answer.view) ? 'filtered' : answer.total),
  })
  const details = createDetails({ screen: name, ask: source.get, idOf: (about) => source.rowOf(about).id })
  const exporting = createExporting({ text, write: source.write })
  const useShown = create<{ readonly row: { readonly id: string } | null }>(() => ({ row: null }))

  const refresh = () => Promise.all([pages.refresh(), details.refresh()]).then(() => undefined)
  const follow = pace(refresh, LEAST)
  // Out of sight it is read again when it is opened.
  followTopic(name, () => (usePlace.getState().screen === name ? follow() : Promise.resolve()))

  async function copy(choice: Choice): Promise<void> {
    const result = await source.copy(choice)
    if (result.ok) showDone(text.copied(result.value.copied, result.value.left))
    else showError(result.error, { service: 'litemail', redo: () => void copy(choice) })
  }

  async function saveNote(id: string, note: string): Promise<boolean> {
    const result = await source.setNote(id, note)
    if (!result.ok) {
      showError(result.error, { service: 'litemail', redo: () => void saveNote(id, note) })
      return false
    }
    pages.put(result.value)
    await details.refresh()
    return true
  }

  return {
    name,
    text,
    view,
    pages,
    facets,
    selection,
    details,
    exporting,
    isFiltered,
    find,
    useShown,
    show: (id) => useShown.setState({ row: { id } }),
    meetShown: () => useShown.setState({ row: null }),
    open(filters) {
      view.change({ ...noFilters, ...filters })
      showScreen(name)
    },
    copy,
    saveNote,
    refresh,
  }
}
