import { type HealthChoice, healthChoice } from '../../shared/health'
import type { WorkspaceKey } from '../../shared/mailbox'
import { sortLabels } from './addressRow'
import { textIn, textOrNull } from './columns'
import { domainIn, endingSoon, type FleetFilter, type FleetView, matchFleet } from './fleetMatch'
import { type FleetSets, workspaceName } from './fleetSets'
import { countIn } from './matching'
import type { Shares } from './sets'
import type { Sql } from './sql'

interface Counted<Name> {
  readonly name: Name
  readonly count: number
}

interface WorkspaceChoice extends WorkspaceKey {
  readonly name: string | null
  readonly accountName: string
  readonly count: number
}

/** So many choices are named, beside those that are made already. */
const MOST_CHOICES = 1_000

const byName = (one: Counted<string | null>, other: Counted<string | null>): number => {
  // What was not said comes last.
  if (one.name === null || other.name === null) return one.name === null ? 1 : -1
  const [first] = sortLabels([one.name, other.name])
  return first === one.name ? -1 : 1
}

/** Folds nothing: there may be as many names as rows. */
const byCount = <Name extends string | null>(one: Counted<Name>, other: Counted<Name>): number =>
  other.count - one.count || ((one.name ?? '') < (other.name ?? '') ? -1 : 1)

/**
 * Counts what a view of the fleet might be narrowed to: with the search and every other filter on, its own off. A choice that
 * is made already is named also where it shows none.
 */
export const fleetCounting = (sql: Sql, sets: FleetSets) => {
  const known = sql.prepare(`
    SELECT CAST(a.id AS BLOB) AS account_id, CAST(a.name AS BLOB) AS account_name,
      CAST(w.service_id AS BLOB) AS workspace_id, CAST(w.name AS BLOB) AS name
    FROM accounts AS a LEFT JOIN workspaces AS w ON w.account_id = a.id
    WHERE a.service = 'litemail' ORDER BY a.created_at, a.id, w.place`)

  return (view: FleetView, now: number) => {
    const matchWithout = (filter: FleetFilter) => matchFleet(sets, view, now, filter)

    const countsOf = <Name extends string | null>(
      filter: FleetFilter,
      shares: Shares<Name>,
      chosen: readonly Name[],
    ): Counted<Name>[] => {
      const matching = matchWithout(filter)
      const isChosen = new Set(chosen)
      const countOf = (name: Name): Counted<Name> => {
        const places = shares.get(name)
        return { name, count: places === undefined ? 0 : countIn(places, matching) }
      }
      const others = [...shares.keys()]
        .filter((name) => !isChosen.has(name))
        .map(countOf)
        .filter(({ count }) => count > 0)
        .sort(byCount)
      return [...[...isChosen].map(countOf), ...others.slice(0, MOST_CHOICES)].sort(byCount)
    }

    const countWorkspaces = (): WorkspaceChoice[] => {
      const counts = new Map(
        countsOf('workspaces', sets.byWorkspace(), view.workspaces.map(workspaceName)).map(
          ({ name, count }) => [name, count] as const,
        ),
      )
      const accountNames = new Map<string, string>()
      const choices: WorkspaceChoice[] = []
      const add = (key: WorkspaceKey, name: string | null): void => {
        const count = counts.get(workspaceName(key))
        if (count === undefined) return
        counts.delete(workspaceName(key))
        choices.push({ ...key, name, accountName: accountNames.get(key.accountId) ?? '', count })
      }
      for (const row of known.all()) {
        const accountId = textIn(row.account_id)
        accountNames.set(accountId, textIn(row.account_name))
        if (row.workspace_id !== null)
          add({ accountId, workspaceId: textIn(row.workspace_id) }, textOrNull(row.name))
      }
      // What no list of workspaces shows comes last of its account.
      for (const name of [...counts.keys()]) {
        const end = name.indexOf(' ')
        add({ accountId: name.slice(0, end), workspaceId: name.slice(end + 1) }, null)
      }
      const placeOf = new Map([...accountNames.keys()].map((id, place) => [id, place] as const))
      const place = ({ accountId }: WorkspaceChoice): number => placeOf.get(accountId) ?? placeOf.size
      return choices.sort((one, other) => place(one) - place(other))
    }

    const countHealth = (chosen: readonly string[]): Counted<HealthChoice>[] => {
      const counts = countsOf('health', sets.byHealth(), chosen)
      return healthChoice.options.flatMap((name) => {
        const count = counts.find((counted) => counted.name === name)?.count
        return count === undefined ? [] : [{ name, count }]
      })
    }

    const whatEnds = matchWithout('ends')
    return {
      workspaces: countWorkspaces(),
      /** The largest first. */
      domains: () => countsOf('domains', sets.byDomain(), view.domains.map(domainIn)),
      statuses: countsOf('statuses', sets.byStatus(), view.statuses).sort(byName),
      tags: countsOf('tags', sets.byTag(), view.tags).sort(byName),
      /** In the order of the choices. */
      health: () => countHealth(view.health ?? []),
      ending: {
        within7: countIn(endingSoon(sets, 7, now), whatEnds),
        within30: countIn(endingSoon(sets, 30, now), whatEnds),
      },
      unseen: countIn(sets.unseen(), matchWithout('unseen')),
    }
  }
}
