import { numberIn, textIn } from './columns'
import { type FleetView, isUnfilteredFleet, matchFleet } from './fleetMatch'
import { placeIn } from './fleetPlace'
import { countingAll, type FleetSets } from './fleetSets'
import { pageFrom, pickFrom } from './matching'
import type { Places } from './sets'
import type { Sql } from './sql'

/** A part of a view: rows from `offset` on, at most `limit`. */
export interface FleetPage {
  readonly view: FleetView
  readonly offset: number
  readonly limit: number
  readonly now: number
}

/** What a list of mailboxes or domains shows, by places. */
export const fleetListing = (sql: Sql, sets: FleetSets) => {
  const { noun, called, orders } = sets.list
  const countAll = countingAll(sql, sets.list)
  const one = sql.prepare(`
    SELECT CAST(x.${called} AS BLOB) AS called FROM ${noun}_index AS x WHERE x.place = ?`)

  /** What is left out by nothing comes in the order of an index: no set is needed for it. */
  const isInIndexOrder = (view: FleetView): boolean =>
    view.sort.by !== 'workspace' &&
    !(view.sort.by in orders) &&
    isUnfilteredFleet(view) &&
    sets.leftOut() === null

  const places = (view: FleetView, now: number): Places =>
    pickFrom(sets.ordered(view.sort), matchFleet(sets, view, now))

  const findInIndex = ({ view, offset, limit }: FleetPage): number[] => {
    const direction = view.sort.isDescending ? 'DESC' : 'ASC'
    const page = sql.prepare(`
      SELECT x.place FROM ${noun}_index AS x ORDER BY x.${called} ${direction}, x.place ${direction}
      LIMIT ? OFFSET ?`)
    return page.all(limit, offset).map((row) => numberIn(row.place))
  }

  return {
    page(page: FleetPage): { readonly places: readonly number[]; readonly total: number } {
      if (isInIndexOrder(page.view)) return { places: findInIndex(page), total: countAll() }
      return pageFrom(sets.ordered(page.view.sort), matchFleet(sets, page.view, page.now), page)
    },

    places: ({ view, now }: { readonly view: FleetView; readonly now: number }): Places => places(view, now),

    ids: ({ view, now }: { readonly view: FleetView; readonly now: number }): string[] =>
      Array.from(places(view, now), String),

    place({ view, id, now }: { view: FleetView; id: string; now: number }): number | null {
      const place = placeIn(id)
      const row = one.get(place)
      if (place === null || row === undefined) return null
      if (!isInIndexOrder(view)) {
        const index = places(view, now).indexOf(place)
        return index < 0 ? null : index
      }
      const before = sql.prepare(`
        SELECT count(*) AS total FROM ${noun}_index AS x
        WHERE (x.${called}, x.place) ${view.sort.isDescending ? '>' : '<'} (?, ?)`)
      return numberIn(before.get(textIn(row.called), place)?.total)
    },
  }
}
