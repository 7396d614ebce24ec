import { namesIn, numberIn, textIn, textOrNull } from './columns'
import { finding } from './finding'
import { fold } from './foldedText'
import { indexRevision } from './indexing'
import { JOINED, keepSets, type Places, placesIn, type Shares, sharesIn } from './sets'
import type { Sql, SqlRow } from './sql'

/** What tells lists of mailboxes and of domains apart. */
export interface FleetList {
  readonly noun: 'mailbox' | 'domain'
  /** What rows are called, and ordered by where nothing else decides; never null. */
  readonly called: 'email' | 'domain'
  /**
   * What rows `x` are ordered by, of the index or of a table that joins it: NULL where nothing is known. `none`: what stands
   * for nothing, between what is something and what is not known. `until`: what it depends on beside the index, in SQL.
   */
  readonly orders: Readonly<
    Record<string, { readonly key: string; readonly none?: string; readonly until?: string }>
  >
  /** What rows share beside: `name` and the joined places of those that have it. `until`: what it depends on, in SQL. */
  readonly health?: { readonly choices: (joined: string) => string; readonly until: string }
}

export interface FleetSort {
  readonly by: string
  readonly isDescending: boolean
}

/** Every list, filter and count of mailboxes or domains is made of these. Within one read they are of one moment. */
export interface FleetSets {
  readonly list: FleetList
  /** All, in an order. */
  ordered(sort: FleetSort): Places
  /** What a search finds; null where it has no words. */
  found(search: string): Places | null
  /** By `workspaceName`. */
  byWorkspace(): Shares
  byDomain(): Shares<string | null>
  byStatus(): Shares<string | null>
  byTag(): Shares
  /** Of domains: by what they miss. */
  byHealth(): Shares
  unseen(): Places
  /** What ends from a moment on until before another, in epoch milliseconds. */
  ending(from: number, to: number): Places
  /** What is of an account that was removed and not forgotten yet; null where there is none. */
  leftOut(): Places | null
}

/** One name for each workspace of each account. */
export const workspaceName = (key: { readonly accountId: string; readonly workspaceId: string }): string =>
  `${key.accountId} ${key.workspaceId}`

const join = (parts: readonly Places[]): Places => {
  const [first] = parts
  if (parts.length === 1 && first !== undefined) return first
  const joined = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** What has a name in common, of rows that may each have several. */
const shareOut = <K>(rows: readonly SqlRow[], namesOf: (row: SqlRow) => readonly K[]): Shares<K> => {
  const parts = new Map<K, Places[]>()
  for (const row of rows) {
    const places = placesIn(row.places)
    for (const name of namesOf(row)) {
      const some = parts.get(name)
      if (some === undefined) parts.set(name, [places])
      else some.push(places)
    }
  }
  return new Map([...parts].map(([name, some]) => [name, join(some)]))
}

const NOTHING_SHARED: Shares = new Map()

/** Places in the order of a rank; what has none comes last. Among equals the order stays. */
const inRanks = (places: Places, ranks: readonly (readonly Places[])[]): Places => {
  const rankOf = new Map<number, number>()
  ranks.forEach((shares, rank) => {
    for (const share of shares) for (const place of share) rankOf.set(place, rank)
  })
  const buckets: number[][] = Array.from({ length: ranks.length + 1 }, () => [])
  for (const place of places) buckets[rankOf.get(place) ?? ranks.length]?.push(place)
  return Int32Array.from(buckets.flat())
}

/** The sets of a list as it is now. They are kept until its index changes, and made when they are asked for. */
export function fleetSets(sql: Sql, list: FleetList): FleetSets {
  const { noun, called } = list
  const from = `FROM ${noun}_index AS x`
  const once = keepSets(indexRevision(sql, noun))
  const grouped = sql.prepare(`
    SELECT CAST(x.account_id AS BLOB) AS account_id, CAST(x.workspace_id AS BLOB) AS workspace_id,
      CAST(x.domain AS BLOB) AS domain, ${JOINED}
    ${from} GROUP BY x.account_id, x.domain, x.workspace_id`)
  const byStatus = sql.prepare(`SELECT CAST(x.status AS BLOB) AS name, ${JOINED} ${from} GROUP BY x.status`)
  const byTags = sql.prepare(`
    SELECT CAST(x.tags AS BLOB) AS names, ${JOINED} ${from} WHERE x.tags IS NOT NULL GROUP BY x.tags`)
  const unseen = sql.prepare(`SELECT ${JOINED} ${from} WHERE x.is_unseen = 1`)
  const ending = sql.prepare(`SELECT ${JOINED} ${from} WHERE x.ends_at >= ? AND x.ends_at < ?`)
  const workspaces = sql.prepare(`
    SELECT CAST(w.account_id AS BLOB) AS account_id, CAST(w.service_id AS BLOB) AS workspace_id,
      CAST(w.name AS BLOB) AS name FROM workspaces AS w WHERE w.name IS NOT NULL`)
  const removed = sql.prepare(`
    SELECT CAST(group_concat(a.id) AS BLOB) AS ids FROM accounts AS a
    WHERE a.removed_at IS NOT NULL AND EXISTS (SELECT 1 ${from} WHERE x.account_id = a.id)`)
  const ofRemoved = sql.prepare(`
    SELECT ${JOINED} FROM accounts AS a CROSS JOIN ${noun}_index AS x ON x.account_id = a.id
    WHERE a.removed_at IS NOT NULL`)

  const stateOf = (until: string): string | null =>
    textOrNull(sql.prepare(`SELECT CAST((${until}) AS BLOB) AS state`).get()?.state)
  const all = (order: string): Places =>
    placesIn(
      sql.prepare(`SELECT ${JOINED} FROM (SELECT x.place ${from} ORDER BY ${order}) AS x`).get()?.places,
    )
  const byCall = (direction: string): Places =>
    once(`order ${direction}`, () => all(`x.${called} ${direction}, x.place ${direction}`))
  const groups = () => once('groups', () => grouped.all())
  const byWorkspace = (): Shares =>
    once('workspaces', () =>
      shareOut(groups(), (row) => [
        workspaceName({ accountId: textIn(row.account_id), workspaceId: textIn(row.workspace_id) }),
      ]),
    )

  // The index does not know what workspaces are called.
  const orderByWorkspace = (isDescending: boolean): Places => {
    const rows = workspaces.all()
    return once(`order workspace ${isDescending} ${JSON.stringify(rows)}`, () => {
      const shares = byWorkspace()
      const byName = new Map<string, Places[]>()
      for (const row of rows) {
        const key = { accountId: textIn(row.account_id), workspaceId: textIn(row.workspace_id) }
        const share = shares.get(workspaceName(key))
        const name = fold(textIn(row.name))
        if (share !== undefined) byName.set(name, [...(byName.get(name) ?? []), share])
      }
      const names = [...byName.keys()].sort()
      if (isDescending) names.reverse()
      return inRanks(
        byCall('ASC'),
        names.map((name) => byName.get(name) ?? []),
      )
    })
  }

  const orderByKey = ({ by, isDescending }: FleetSort): Places => {
    const order = list.orders[by]
    if (order === undefined) throw new Error(`no order ${by}`)
    const { key, none, until } = order
    const state = until === undefined ? '' : stateOf(until)
    const direction = isDescending ? 'DESC' : 'ASC'
    const known = none === undefined ? '' : `(${key} = ${none}) ASC NULLS LAST, `
    return once(`order ${by} ${direction} ${state}`, () =>
      all(`${known}${key} ${direction} NULLS LAST, x.${called} ASC, x.place ASC`),
    )
  }

  return {
    list,
    ordered(sort) {
      if (sort.by === 'workspace') return orderByWorkspace(sort.isDescending)
      return sort.by in list.orders ? orderByKey(sort) : byCall(sort.isDescending ? 'DESC' : 'ASC')
    },
    found: finding(sql, noun, once),
    byWorkspace,
    byDomain: () => once('domains', () => shareOut(groups(), (row) => [textOrNull(row.domain)])),
    byStatus: () => once('statuses', () => shareOut(byStatus.all(), (row) => [textOrNull(row.name)])),
    byTag: () => once('tags', () => shareOut(byTags.all(), (row) => [...new Set(namesIn(row.names))])),
    byHealth() {
      if (list.health === undefined) return NOTHING_SHARED
      const { choices, until } = list.health
      return once(`health ${stateOf(until)}`, () => sharesIn(sql.prepare(choices(JOINED)).all()))
    },
    unseen: () => once('unseen', () => placesIn(unseen.get()?.places)),
    ending: (first, last) => once(`ending ${first} ${last}`, () => placesIn(ending.get(first, last)?.places)),
    leftOut() {
      const ids = textIn(removed.get()?.ids)
      return ids === '' ? null : once(`removed ${ids}`, () => placesIn(ofRemoved.get()?.places))
    },
  }
}

/** How many of a list there are. */
export const countingAll = (sql: Sql, { noun }: FleetList): (() => number) => {
  const count = sql.prepare(`SELECT count(*) AS total FROM ${noun}_index`)
  return () => numberIn(count.get()?.total)
}
