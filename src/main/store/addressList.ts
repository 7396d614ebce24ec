import type { Address } from '../../shared/address'
import type { AddressView } from '../../shared/addressView'
import { currentId } from './addresses'
import { isUnfiltered, matchOf, orderOf } from './addressMatch'
import { addressColumns, fromAddresses, toAddress } from './addressRow'
import { numberIn, textIn } from './columns'
import type { Sql, SqlValue } from './sql'

export interface ListedAddress extends Address {
  readonly startsMonth: boolean
}

/** Some rows of a view, by their place in the index, and how many the view has. */
interface Found {
  readonly places: readonly number[]
  readonly total: number
  readonly hiddenMatches: number
}

/** So many views are kept in order: the one that is looked at, and those that it was narrowed from. */
const KEPT_ORDERS = 6

const hiddenValues: Readonly<Record<AddressView['hidden'], readonly number[]>> = {
  'left-out': [0],
  only: [1],
  shown: [0, 1],
}

const numbersIn = (joined: SqlValue | undefined): number[] => {
  const text = textIn(joined)
  return text === '' ? [] : text.split(',').map(Number)
}

/** What changes whenever this connection sees other rows than before: its own writes count too. */
const revisionOf = (sql: Sql): (() => string) => {
  const changes = sql.prepare('SELECT total_changes() AS n')
  return () => `${String(sql.pragma('data_version'))} ${numberIn(changes.get()?.n)}`
}

/**
 * The order of all that a view matches, hidden or not: for each the doubled place, and one more where it is hidden. It is
 * kept until something changes, so that only the first page of a search pays for it.
 */
const orders = (sql: Sql): ((view: AddressView) => readonly number[]) => {
  const revision = revisionOf(sql)
  const kept = new Map<string, readonly number[]>()
  let keptAt = ''
  const compute = (view: AddressView): readonly number[] => {
    const { from, where, values } = matchOf(view, ['hidden'])
    const joined = sql
      .prepare(
        `SELECT CAST(group_concat(2 * x.place + x.is_hidden, ',' ORDER BY ${orderOf(view.sort)}) AS BLOB) AS places
         FROM ${from} WHERE ${where}`,
      )
      .get(...values)
    return numbersIn(joined?.places)
  }
  return (view) => {
    const now = revision()
    if (now !== keptAt) kept.clear()
    keptAt = now
    const key = JSON.stringify({ ...view, hidden: null })
    const order = kept.get(key) ?? compute(view)
    // The one that was used last goes last.
    kept.delete(key)
    kept.set(key, order)
    for (const oldest of kept.keys()) if (kept.size > KEPT_ORDERS) kept.delete(oldest)
    return order
  }
}

/** Which of all that a view matches it shows. */
const placesShown = (order: readonly number[], hidden: AddressView['hidden']): number[] =>
  order.filter((mark) => hiddenValues[hidden].includes(mark % 2)).map((mark) => Math.floor(mark / 2))

export const addressListReads = (sql: Sql) => {
  const orderedBy = orders(sql)
  const countHidden = sql.prepare('SELECT count(*) AS total FROM address_index AS x WHERE x.is_hidden = ?')
  const rowsAt = sql.prepare(`
    SELECT i.place, CAST(i.month AS BLOB) AS month, ${addressColumns}
    ${fromAddresses('(SELECT x.* FROM json_each(?) AS e JOIN address_index AS x ON x.place = e.value)')}`)
  const current = currentId(sql)
  const placeOf = sql.prepare('SELECT x.place, x.at, x.is_hidden FROM address_index AS x WHERE x.id = ?')

  const inView = (view: AddressView): string => hiddenValues[view.hidden].join(', ')

  /** Without filters the index itself has the order. */
  const findUnfiltered = (view: AddressView, offset: number, limit: number): Found => {
    const counts = [0, 1].map((isHidden) => numberIn(countHidden.get(isHidden)?.total))
    const rows = sql
      .prepare(
        `SELECT x.place FROM address_index AS x WHERE x.is_hidden IN (${inView(view)})
         ORDER BY ${orderOf(view.sort)} LIMIT ? OFFSET ?`,
      )
      .all(limit, offset)
    return {
      places: rows.map((row) => numberIn(row.place)),
      total: hiddenValues[view.hidden].reduce((sum, isHidden) => sum + (counts[isHidden] ?? 0), 0),
      hiddenMatches: view.hidden === 'left-out' ? (counts[1] ?? 0) : 0,
    }
  }
  const findOrdered = (view: AddressView, offset: number, limit: number): Found => {
    const order = orderedBy(view)
    const shown = placesShown(order, view.hidden)
    return {
      places: shown.slice(offset, offset + limit),
      total: shown.length,
      hiddenMatches: view.hidden === 'left-out' ? order.length - shown.length : 0,
    }
  }
  const isInIndexOrder = (view: AddressView): boolean => view.sort.by === 'created' && isUnfiltered(view)
  const find = (view: AddressView, offset: number, limit: number): Found =>
    isInIndexOrder(view) ? findUnfiltered(view, offset, limit) : findOrdered(view, offset, limit)

  const load = (places: readonly number[]): (ListedAddress & { readonly month: string })[] => {
    const rows = new Map(
      rowsAt
        .all(JSON.stringify(places))
        .map((row) => [
          numberIn(row.place),
          { ...toAddress(row), month: textIn(row.month), startsMonth: false },
        ]),
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
    }: {
      view: AddressView
      offset: number
      limit: number
    }): { rows: ListedAddress[]; total: number; hiddenMatches: number } => {
      // The row before the first one says whether a month begins there.
      const before = Math.min(offset, 1)
      const { places, total, hiddenMatches } = find(view, offset - before, limit + before)
      const rows = load(places)
      const hasMonths = view.sort.by === 'created'
      return {
        rows: rows.slice(before).map(({ month, ...row }, index) => ({
          ...row,
          startsMonth: hasMonths && rows[index + before - 1]?.month !== month,
        })),
        total,
        hiddenMatches,
      }
    },

    /** The ids of all rows of a view, in its order. */
    'addresses.ids': (view: AddressView): string[] => {
      const { from, where, values } = matchOf(view, [])
      const found = sql
        .prepare(
          `SELECT CAST(json_group_array(x.id ORDER BY ${orderOf(view.sort)}) AS BLOB) AS ids FROM ${from} WHERE ${where}`,
        )
        .get(...values)
      const ids: unknown = JSON.parse(textIn(found?.ids))
      return Array.isArray(ids) ? ids.map(String) : []
    },

    /** Where in a view a row stands, from 0; null where the view does not show it. */
    'addresses.place': ({ view, id }: { view: AddressView; id: string }): number | null => {
      const row = placeOf.get(current(id))
      const isHidden = numberIn(row?.is_hidden)
      if (row === undefined || !hiddenValues[view.hidden].includes(isHidden)) return null
      if (!isInIndexOrder(view)) {
        const index = placesShown(orderedBy(view), view.hidden).indexOf(numberIn(row.place))
        return index < 0 ? null : index
      }
      const isBefore = view.sort.isDescending ? '>' : '<'
      const before = sql
        .prepare(
          `SELECT count(*) AS total FROM address_index AS x
           WHERE x.is_hidden IN (${inView(view)}) AND (x.at, x.id) ${isBefore} (?, ?)`,
        )
        .get(numberIn(row.at), current(id))
      return numberIn(before?.total)
    },
  }
}
