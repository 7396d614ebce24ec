import type { Address } from '../../shared/address'
import type { AddressView } from '../../shared/addressView'
import { currentId } from './addresses'
import { isUnfiltered, matchOf } from './addressMatch'
import { orderOf } from './addressOrder'
import { addressColumns, fromAddresses, toAddress } from './addressRow'
import type { AddressSets } from './addressSets'
import { numberIn, textIn } from './columns'
import { countIn, pageFrom, pickFrom } from './matching'
import type { Sql } from './sql'

export interface ListedAddress extends Address {
  /** In an order by creation: the row before it, if any, is of another month. */
  readonly startsMonth: boolean
}

/** Which part of a list. */
interface Page {
  readonly view: AddressView
  readonly offset: number
  readonly limit: number
}

/** A part of a view, by place in the index, and how many the view has. */
interface Found {
  readonly places: readonly number[]
  readonly total: number
  readonly hiddenMatches: number
}

export const addressListReads = (sql: Sql, sets: AddressSets) => {
  const current = currentId(sql)
  const countAll = sql.prepare('SELECT count(*) AS total FROM address_index')
  const countHidden = sql.prepare('SELECT count(*) AS total FROM address_index AS x WHERE x.is_hidden = 1')
  const placeOf = sql.prepare('SELECT x.place, x.at, x.is_hidden FROM address_index AS x WHERE x.id = ?')
  const idsAt = sql.prepare(`
    SELECT CAST(json_group_array(x.id ORDER BY e.key) AS BLOB) AS ids
    FROM json_each(?) AS e CROSS JOIN address_index AS x ON x.place = e.value`)
  const rowsAt = sql.prepare(`
    SELECT i.place, CAST(i.month AS BLOB) AS month, ${addressColumns}
    ${fromAddresses('(SELECT x.* FROM json_each(?) AS e CROSS JOIN address_index AS x ON x.place = e.value)')}`)

  const isHiddenIn: Readonly<Record<AddressView['hidden'], string>> = {
    'left-out': 'x.is_hidden = 0',
    only: 'x.is_hidden = 1',
    shown: '1',
  }

  /** What is left in or out by nothing but hiding comes in the order of an index: no set is needed for it. */
  const isInIndexOrder = (view: AddressView): boolean => view.sort.by === 'created' && isUnfiltered(view)

  const findInIndex = ({ view, offset, limit }: Page): Found => {
    const all = numberIn(countAll.get()?.total)
    const hidden = numberIn(countHidden.get()?.total)
    const page = sql.prepare(`
      SELECT x.place FROM address_index AS x WHERE ${isHiddenIn[view.hidden]}
      ORDER BY ${orderOf(view.sort)} LIMIT ? OFFSET ?`)
    return {
      places: page.all(limit, offset).map((row) => numberIn(row.place)),
      total: { 'left-out': all - hidden, only: hidden, shown: all }[view.hidden],
      hiddenMatches: view.hidden === 'left-out' ? hidden : 0,
    }
  }

  const placesIn = (view: AddressView) => pickFrom(sets.ordered(view.sort), matchOf(sets, view, []))

  const findInSets = ({ view, ...part }: Page): Found => {
    const isLeavingOut = view.hidden === 'left-out'
    return {
      ...pageFrom(sets.ordered(view.sort), matchOf(sets, view, []), part),
      hiddenMatches: isLeavingOut ? countIn(sets.hidden(), matchOf(sets, view, ['hidden'])) : 0,
    }
  }

  const load = (places: readonly number[]) => {
    const rows = new Map(
      rowsAt
        .all(JSON.stringify(places))
        .map((row) => [numberIn(row.place), { address: toAddress(row), month: textIn(row.month) }]),
    )
    return places.flatMap((place) => rows.get(place) ?? [])
  }

  return {
    /**
     * The rows of a view from `offset` on, at most `limit`. `total`: of the whole view. `hiddenMatches`: how many more it
     * would show if it did not leave hidden ones out.
     */
    'addresses.list': ({
      view,
      offset,
      limit,
    }: Page): { rows: ListedAddress[]; total: number; hiddenMatches: number } => {
      // The row before the first one says whether a month begins there.
      const before = Math.min(offset, 1)
      const page = { view, offset: offset - before, limit: limit + before }
      const found = isInIndexOrder(view) ? findInIndex(page) : findInSets(page)
      const rows = load(found.places)
      const hasMonths = view.sort.by === 'created'
      return {
        rows: rows.slice(before).map(({ address, month }, index) => ({
          ...address,
          startsMonth: hasMonths && rows[index + before - 1]?.month !== month,
        })),
        total: found.total,
        hiddenMatches: found.hiddenMatches,
      }
    },

    /** The ids of all rows of a view, in its order. */
    'addresses.ids': (view: AddressView): string[] => {
      const ids: unknown = JSON.parse(textIn(idsAt.get(JSON.stringify([...placesIn(view)]))?.ids))
      return Array.isArray(ids) ? ids.map(String) : []
    },

    /** Where in a view a row stands, from 0; null where the view does not show it. */
    'addresses.place': ({ view, id }: { view: AddressView; id: string }): number | null => {
      const listedId = current(id)
      const row = placeOf.get(listedId)
      if (!row) return null
      if (!isInIndexOrder(view)) {
        const index = placesIn(view).indexOf(numberIn(row.place))
        return index < 0 ? null : index
      }
      const isHidden = row.is_hidden === 1
      if (isHidden ? view.hidden === 'left-out' : view.hidden === 'only') return null
      const before = sql.prepare(`
        SELECT count(*) AS total FROM address_index AS x
        WHERE ${isHiddenIn[view.hidden]} AND (x.at, x.id) ${view.sort.isDescending ? '>' : '<'} (?, ?)`)
      return numberIn(before.get(numberIn(row.at), listedId)?.total)
    },
  }
}
