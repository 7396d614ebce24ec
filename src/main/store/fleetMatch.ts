import type { WorkspaceKey } from '../../shared/mailbox'
import { daysAhead } from '../rules/daysAhead'
import { type FleetSets, type FleetSort, workspaceName } from './fleetSets'
import { type Demands, type Matching, matchAll, NONE } from './matching'
import type { Places } from './sets'

/** What views of mailboxes and of domains have in common. What is left empty or null leaves nothing out. */
export interface FleetView {
  readonly search: string
  readonly workspaces: readonly WorkspaceKey[]
  readonly domains: readonly (string | null)[]
  readonly statuses: readonly (string | null)[]
  readonly tags: readonly string[]
  /** Of domains only. */
  readonly health?: readonly string[]
  /** Ending within so many days. */
  readonly endsWithin: 7 | 30 | null
  readonly isUnseen: boolean
  readonly sort: FleetSort
}

/** A filter of a view. */
export type FleetFilter = 'workspaces' | 'domains' | 'statuses' | 'tags' | 'health' | 'ends' | 'unseen'

/** Case makes no difference to a domain. */
export const domainIn = (name: string | null): string | null => name?.toLowerCase() ?? null

export const isUnfilteredFleet = (view: FleetView): boolean =>
  view.search.trim() === '' &&
  [view.workspaces, view.domains, view.statuses, view.tags, view.health ?? []].every(
    (choices) => choices.length === 0,
  ) &&
  view.endsWithin === null &&
  !view.isUnseen

export const endingSoon = (sets: FleetSets, days: 7 | 30, now: number): Places => {
  const { from, to } = daysAhead(now, days)
  return sets.ending(from, to)
}

/** Of each filter that is on, but for some, the sets of which a row must be in one. */
const demandsOf = (sets: FleetSets, view: FleetView, now: number, without: FleetFilter | null): Demands => {
  const demand = (filter: FleetFilter, isAsked: boolean, of: () => readonly Places[]): Demands =>
    isAsked && filter !== without ? [of()] : []
  const found = sets.found(view.search)
  const { endsWithin, health = [] } = view
  return [
    ...(found === null ? [] : [[found]]),
    ...demand('workspaces', view.workspaces.length > 0, () =>
      view.workspaces.map((key) => sets.byWorkspace().get(workspaceName(key)) ?? NONE),
    ),
    ...demand('domains', view.domains.length > 0, () =>
      view.domains.map((name) => sets.byDomain().get(domainIn(name)) ?? NONE),
    ),
    ...demand('statuses', view.statuses.length > 0, () =>
      view.statuses.map((status) => sets.byStatus().get(status) ?? NONE),
    ),
    ...demand('tags', view.tags.length > 0, () => view.tags.map((tag) => sets.byTag().get(tag) ?? NONE)),
    ...demand('health', health.length > 0, () => health.map((name) => sets.byHealth().get(name) ?? NONE)),
    ...demand('ends', endsWithin !== null, () =>
      endsWithin === null ? [] : [endingSoon(sets, endsWithin, now)],
    ),
    ...demand('unseen', view.isUnseen, () => [sets.unseen()]),
  ]
}

/** What a view matches, with one of its filters off. */
export const matchFleet = (
  sets: FleetSets,
  view: FleetView,
  now: number,
  without: FleetFilter | null = null,
): Matching => matchAll(demandsOf(sets, view, now, without), sets.leftOut())
