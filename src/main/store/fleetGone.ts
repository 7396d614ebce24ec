import { numberIn } from './columns'
import { type FleetTable, fleetTables } from './fleetTables'
import type { Sql, SqlValue } from './sql'

/** Some rows of a list, in SQL of its row `t`, and what that binds. */
export interface Some {
  readonly where: string
  readonly values: readonly SqlValue[]
}

const HERE = 't.gone_at IS NULL'
/** So many rows of a table go in one transaction: another write waits no longer than that takes. */
const CHUNK = 500

/** Gives up rows of one table, some at a time. Answers how many. */
const giveUpSome = (
  sql: Sql,
  { table }: Pick<FleetTable, 'table'>,
  { where, values }: Some,
  at: number,
): number =>
  sql
    .prepare(`UPDATE ${table} AS t SET gone_at = ?, missed_at = coalesce(t.missed_at, ?)
      WHERE t.place IN (SELECT t.place FROM ${table} AS t WHERE ${where} AND ${HERE} LIMIT ${CHUNK})`)
    .run(at, at, ...values)

/** How many rows of a list there are. */
export const countRows = (sql: Sql, { table, listed }: FleetTable, { where, values }: Some): number =>
  numberIn(
    sql
      .prepare(`SELECT count(*) AS count FROM ${table} AS t WHERE ${where} AND ${listed} AND ${HERE}`)
      .get(...values)?.count,
  )

/** What is in a list of workspaces goes with them, some at a time, and so does what is known of their lists. */
const emptyWorkspaces = (sql: Sql, accountId: string, at: number): number => {
  const gone =
    "SELECT w.service_id FROM workspaces AS w WHERE w.account_id = ? AND w.gone_at IS NOT NULL AND w.service_id <> ''"
  sql
    .prepare(`DELETE FROM fleet_parts AS p WHERE p.account_id = ? AND p.workspace_id IN (${gone})`)
    .run(accountId, accountId)
  const inThem = { where: `t.account_id = ? AND t.workspace_id IN (${gone})`, values: [accountId, accountId] }
  return fleetTables
    .filter(({ noun }) => noun !== 'workspaces')
    .reduce((emptied, list) => emptied + giveUpSome(sql, list, inThem, at), 0)
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

/** To be called when rows of a list may have gone or moved: what follows for others. Answers how many rows of others went. */
export const settleAround = (sql: Sql, { noun }: FleetTable, accountId: string, at: number): number => {
  const emptied = noun === 'workspaces' ? emptyWorkspaces(sql, accountId, at) : 0
  if (noun === 'workspaces' || noun === 'mailboxes') settleSeenDomains(sql, accountId, at)
  return emptied
}

/**
 * Gives up rows of a list, with what follows for others: some of it, and how many rows that were. To be called until that is 0,
 * each time in a transaction of its own.
 */
export const giveUp = (
  sql: Sql,
  list: FleetTable,
  accountId: string,
  { where, values }: Some,
  at: number,
): number => {
  const gone = giveUpSome(sql, list, { where: `${where} AND ${list.listed}`, values }, at)
  return gone + settleAround(sql, list, accountId, at)
}
