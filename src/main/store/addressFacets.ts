import type { AddressFacets, AddressView } from '../../shared/addressView'
import { type Filter, matchOf } from './addressMatch'
import { numberIn, textIn } from './columns'
import { fold } from './foldedText'
import type { Sql, SqlRow } from './sql'

export const addressFacetReads = (sql: Sql) => {
  const select = (view: AddressView, without: Filter, what: string, join: string, rest: string): SqlRow[] => {
    const { from, where, values } = matchOf(view, [without])
    return sql.prepare(`SELECT ${what} FROM ${from} ${join} WHERE ${where} ${rest}`).all(...values)
  }
  const count = (view: AddressView, without: Filter, condition: string): number =>
    numberIn(select(view, without, 'count(*) AS total', '', `AND ${condition}`)[0]?.total)
  return {
    /**
     * What may be chosen, and how many addresses each choice shows: with the search and every other filter on, its own
     * off. What is chosen already is named also where it shows none.
     */
    'addresses.facets': (view: AddressView): AddressFacets => ({
      labels: select(
        view,
        'labels',
        'CAST(min(f.label) AS BLOB) AS name, count(*) AS total',
        'JOIN address_labels AS f ON f.address_id = x.id',
        'GROUP BY f.label',
      )
        .map((row) => ({ name: textIn(row.name), count: numberIn(row.total) }))
        .sort((one, other) => (fold(one.name) < fold(other.name) ? -1 : 1)),
      accounts: select(
        view,
        'accounts',
        'CAST(f.id AS BLOB) AS id, CAST(f.name AS BLOB) AS name, count(*) AS total',
        'JOIN accounts AS f ON f.id = x.account_id',
        'GROUP BY x.account_id ORDER BY f.created_at, f.id',
      ).map((row) => ({ id: textIn(row.id), name: textIn(row.name), count: numberIn(row.total) })),
      months: select(
        view,
        'month',
        'CAST(x.month AS BLOB) AS month, count(*) AS total',
        '',
        'GROUP BY x.month ORDER BY x.month DESC',
      ).map((row) => ({ month: textIn(row.month), count: numberIn(row.total) })),
      hidden: count(view, 'hidden', 'x.is_hidden = 1'),
      withoutNote: count(view, 'note', 'x.note IS NULL'),
    }),
  }
}
