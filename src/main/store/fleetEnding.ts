import { countRows, giveUp, type Some, settleAround } from './fleetGone'
import { accountStanding, partFinding, partKeeping } from './fleetParts'
import type { FleetPartRow, PartKey, PassEnd } from './fleetRows'
import { domainTable, type FleetTable, mailboxTable, tableOf } from './fleetTables'
import type { Sql } from './sql'

/** A row that so many whole passes in turn have not met is gone. */
const MISSES_OF_GONE = 2
/** So large a share of a list may go at once before it is asked about. */
const SHARE = 0.1
/** Of what only stands beside mailboxes and domains so many may go at once, however short the list. */
const HANDFUL = 5
/** Where the user has said that rows are not gone, it is asked about again so many whole passes later. */
const PASSES_KEPT = 20

const isDoubtful = ({ noun }: FleetTable, gone: number, known: number): boolean =>
  gone > known * SHARE && (gone > HANDFUL || noun === 'mailboxes' || noun === 'domains')

const both = (some: Some, where: string): Some => ({ ...some, where: `${some.where} AND ${where}` })
// The index of missed rows is found by these very words alone (SQLite, "Partial Indexes").
const MISSED = 't.misses <> 0'
const MISSED_ENOUGH = `${MISSED} AND t.misses >= ${MISSES_OF_GONE}`

type Scoped = Pick<FleetPartRow, keyof PartKey | 'isHeaderIgnored'>

/**
 * What a list is about: the rows of its workspace. What was read before any workspace was known is the primary one's.
 * Where the service answers the same under every workspace, one list is about all.
 */
const scopeFinding = (sql: Sql): ((part: Scoped) => Some) => {
  const isPrimary = sql.prepare(`
    SELECT 1 FROM workspaces AS w WHERE w.account_id = ?1 AND w.service_id = ?2 AND w.gone_at IS NULL AND (
      w.is_primary = 1 OR NOT EXISTS (SELECT 1 FROM workspaces AS o
        WHERE o.account_id = ?1 AND o.service_id <> ?2 AND o.gone_at IS NULL))`)
  return ({ accountId, workspaceId, isHeaderIgnored }) => {
    if (isHeaderIgnored) return { where: 't.account_id = ?', values: [accountId] }
    const own = isPrimary.get(accountId, workspaceId) ? [workspaceId, ''] : [workspaceId]
    return {
      where: `t.account_id = ? AND t.workspace_id IN (${own.map(() => '?').join(', ')})`,
      values: [accountId, ...own],
    }
  }
}

/** Whether too much of the mailboxes or domains of an account would go with these workspaces. */
const isMuchInWorkspaces = (sql: Sql, accountId: string, leaving: Some): boolean =>
  [mailboxTable, domainTable].some((list) => {
    const inThem: Some = {
      where: `t.account_id = ? AND t.workspace_id IN (SELECT t.service_id FROM workspaces AS t
        WHERE ${leaving.where} AND t.gone_at IS NULL)`,
      values: [accountId, ...leaving.values],
    }
    const known = countRows(sql, list, { where: 't.account_id = ?', values: [accountId] })
    return isDoubtful(list, countRows(sql, list, inThem), known)
  })

export const fleetEndingReads = (sql: Sql) => {
  const scopeOf = scopeFinding(sql)
  return {
    /** How many rows are kept that a list is about: those a whole pass over it misses where it does not meet them. */
    'fleet.known': (part: Scoped): number => {
      const list = tableOf(part.noun)
      return list === null ? 0 : countRows(sql, list, scopeOf(part))
    },
  }
}

export const fleetEndingWrites = (sql: Sql) => {
  const isStanding = accountStanding(sql)
  const find = partFinding(sql)
  const { settle } = partKeeping(sql)
  const scopeOf = scopeFinding(sql)

  const miss = (list: FleetTable, scope: Some, pass: number, at: number): number => {
    const unmet = both(scope, `${list.listed} AND t.gone_at IS NULL AND t.seen_pass < ?`)
    sql
      .prepare(`UPDATE ${list.table} AS t SET misses = t.misses + 1, missed_at = coalesce(t.missed_at, ?)
        WHERE ${unmet.where}`)
      .run(at, ...unmet.values, pass)
    return countRows(sql, list, {
      ...both(scope, `${MISSED} AND t.misses = 1 AND t.seen_pass < ?`),
      values: [...scope.values, pass],
    })
  }

  return {
    /**
     * A pass has met all that there is: what it did not meet is missed, and gone once a second one in turn has missed it.
     * Where that would be too much at once, nothing is gone until `fleet.decide`. A row that moved to another workspace is
     * of that one's list. Where any are gone, `fleet.giveUp` does the rest.
     */
    'fleet.endWhole': ({ part, pass, at }: { part: FleetPartRow; pass: number; at: number }): PassEnd => {
      const none: PassEnd = { unseen: 0, gone: 0, doubt: null }
      if (!isStanding(part.accountId)) return none
      const list = tableOf(part.noun)
      if (list === null) {
        settle({ ...part, doubt: null })
        return none
      }
      const scope = scopeOf(part)
      const known = countRows(sql, list, scope)
      const unseen = miss(list, scope, pass, at)
      const leaving = both(scope, MISSED_ENOUGH)
      const toGo = countRows(sql, list, leaving)
      const isInDoubt =
        isDoubtful(list, toGo, known) ||
        (list.noun === 'workspaces' && isMuchInWorkspaces(sql, part.accountId, leaving))
      const doubt = toGo > 0 && isInDoubt ? { gone: toGo, known } : null
      if (doubt === null && toGo > 0) giveUp(sql, list, part.accountId, leaving, at)
      else settleAround(sql, list, part.accountId, at)
      settle({ ...part, doubt })
      return { unseen, gone: doubt === null ? toGo : 0, doubt }
    },

    /**
     * Gives up what whole passes have missed and nobody is in doubt about: some of it, and how many rows that were. To be called
     * until that is 0. What it does not come to, a crash in between, is asked about after the next whole pass.
     */
    'fleet.giveUp': ({ key, at }: { key: PartKey; at: number }): number => {
      const part = find(key)
      const list = tableOf(part.noun)
      if (part.doubt !== null || list === null || !isStanding(key.accountId)) return 0
      return giveUp(sql, list, key.accountId, both(scopeOf(part), MISSED_ENOUGH), at)
    },

    /**
     * What the user says about the doubt of a list: its rows are gone, or they are still missed only. Answers how many are
     * gone, the first of them; `fleet.giveUp` does the rest. Nothing happens where there is no doubt any more.
     */
    'fleet.decide': ({ key, areGone, at }: { key: PartKey; areGone: boolean; at: number }): number => {
      const part = find(key)
      const list = tableOf(part.noun)
      if (part.doubt === null || list === null || !isStanding(key.accountId)) return 0
      const leaving = both(scopeOf(part), MISSED_ENOUGH)
      settle({ ...part, doubt: null })
      if (areGone) return giveUp(sql, list, key.accountId, leaving, at)
      sql
        .prepare(
          `UPDATE ${list.table} AS t SET misses = ${MISSES_OF_GONE - PASSES_KEPT} WHERE ${leaving.where}`,
        )
        .run(...leaving.values)
      return 0
    },

    /** The service says of one row that there is none. False where it was not here. */
    'fleet.markGone': ({
      accountId,
      noun,
      serviceId,
      at,
    }: Omit<PartKey, 'workspaceId'> & {
      serviceId: string
      at: number
    }): boolean => {
      const list = tableOf(noun)
      if (list === null) return false
      const one: Some = { where: 't.account_id = ? AND t.service_id = ?', values: [accountId, serviceId] }
      return giveUp(sql, list, accountId, one, at) > 0
    },
  }
}
