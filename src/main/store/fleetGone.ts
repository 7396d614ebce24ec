import { numberIn } from './columns'
import { type FleetTable, fleetTables } from './fleetTables'
import type { Sql, SqlValue } from './sql'

/** Some rows of a list, in SQL of its row `t`, and what that binds. */
export interface Some {
  readonly where: string
  readonly values: readonly SqlValue[]
}

const HERE = 't.gone_at IS NULL'

/** How many rows of a list there are. */
export const countRows = (sql: Sql, { table, listed }: FleetTable, { where, values }: Some): number =>
  numberIn(
    sql
      .prepare(`SELECT count(*) AS count FROM ${table} AS t WHERE ${where} AND ${listed} AND ${HERE}`)
      .get(...values)?.count,
  )

/** What is in a list of workspaces goes with them, and so does what is known of their lists. */
const emptyWorkspaces = (sql: Sql, accountId: string, at: number): void => {
  const gone =
    "SELECT w.service_id FROM workspaces AS w WHERE w.account_id = ?1 AND w.gone_at IS NOT NULL AND w.service_id <> ''"
  for (const { noun, table } of fleetTables) {
    if (noun === 'workspaces') continue
    sql
      .prepare(`UPDATE ${table} AS t SET gone_at = ?2, missed_at = coalesce(t.missed_at, ?2)
        WHERE t.account_id = ?1 AND ${HERE} AND t.workspace_id IN (${gone})`)
      .run(accountId, at)
  }
  sql
    .prepare(`DELETE FROM fleet_parts AS p WHERE p.account_id = ?1 AND p.workspace_id IN (${gone})`)
    .run(accountId)
}

/** A domain that only mailboxes showed is where they are, and gone with the last of them. */
const settleSeenDomains = (sql: Sql, accountId: string, at: number): void => {
  const mailbox = `FROM mailboxes AS m
    WHERE m.account_id = t.account_id AND m.domain = t.name AND m.gone_at IS NULL`
  const seen = `t.account_id = ? AND t.service_id IS NULL AND ${HERE}`
  sql
    .prepare(`UPDATE domains AS t SET gone_at = ? WHERE ${seen} AND NOT EXISTS (SELECT 1 ${mailbox})`)
    .run(at, accountId)
  sql
    .prepare(`UPDATE domains AS t SET workspace_id = (SELECT min(m.workspace_id) ${mailbox})
      WHERE ${seen} AND NOT EXISTS (SELECT 1 ${mailbox} AND m.workspace_id = t.workspace_id)`)
    .run(accountId)
}

/** To be called when rows of a list may have gone or moved: what follows for others. */
export const settleAround = (sql: Sql, { noun }: FleetTable, accountId: string, at: number): void => {
  if (noun === 'workspaces') emptyWorkspaces(sql, accountId, at)
  if (noun === 'workspaces' || noun === 'mailboxes') settleSeenDomains(sql, accountId, at)
}

/** Gives up rows of a list, with what follows for others. Answers how many. */
export const giveUp = (sql: Sql, list: FleetTable, accountId: string, some: Some, at: number): number => {
  const gone = sql
    .prepare(`UPDATE ${list.table} AS t SET gone_at = ?, missed_at = coalesce(t.missed_at, ?)
      WHERE ${some.where} AND ${list.listed} AND ${HERE}`)
    .run(at, at, ...some.values)
  settleAround(sql, list, accountId, at)
  return gone
}
