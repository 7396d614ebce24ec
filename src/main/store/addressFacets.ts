import type { AddressFacets, AddressView } from '../../shared/addressView'
import { type Filter, matchOf } from './addressMatch'
import { sortLabels } from './addressRow'
import type { AddressSets } from './addressSets'
import { textIn } from './columns'
import { countIn } from './matching'
import type { Shares } from './sets'
import type { Sql } from './sql'

export const addressFacetReads = (sql: Sql, sets: AddressSets) => {
  const accounts = sql.prepare(`
    SELECT CAST(a.id AS BLOB) AS id, CAST(a.name AS BLOB) AS name FROM accounts AS a ORDER BY a.created_at, a.id`)

  return {
    /**
     * What may be chosen, and how many addresses each choice shows: with the search and every other filter on, its own
     * off. A choice that is made already is named also where it shows none.
     */
    'addresses.facets': (view: AddressView): AddressFacets => {
      const countsOf = (filter: Filter, shares: Shares, chosen: readonly string[]): Map<string, number> => {
        const matching = matchOf(sets, view, [filter])
        const isChosen = new Set(chosen.map((name) => name.toLowerCase()))
        return new Map(
          [...shares]
            .map(([name, places]) => [name, countIn(places, matching)] as const)
            .filter(([name, count]) => count > 0 || isChosen.has(name.toLowerCase())),
        )
      }
      const labels = countsOf('labels', sets.byLabel(), view.labels)
      const byAccount = countsOf('accounts', sets.byAccount(), view.accountIds)
      const months = countsOf('month', sets.byMonth(), view.month === null ? [] : [view.month])
      return {
        labels: sortLabels([...labels.keys()]).map((name) => ({ name, count: labels.get(name) ?? 0 })),
        accounts: accounts.all().flatMap((row) => {
          const id = textIn(row.id)
          const count = byAccount.get(id)
          return count === undefined ? [] : [{ id, name: textIn(row.name), count }]
        }),
        months: [...months.entries()]
          .map(([month, count]) => ({ month, count }))
          .sort((one, other) => (one.month < other.month ? 1 : -1)),
        hidden: countIn(sets.hidden(), matchOf(sets, view, ['hidden'])),
        withoutNote: countIn(sets.withoutNote(), matchOf(sets, view, ['note'])),
      }
    },
  }
}
