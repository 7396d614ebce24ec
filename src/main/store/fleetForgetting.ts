import * as z from 'zod'
import { believeClock, type SeenClock } from '../rules/believedClock'
import { jsonIn } from './columns'
import { dnsForgetting } from './dnsForgetting'
import { accountCaches } from './fleetCache'
import { fleetTables } from './fleetTables'
import { keptReads, keptWrites } from './kept'
import type { Sql, SqlValue } from './sql'

/** So long what is gone is kept, with the notes about it, in milliseconds. */
const KEPT_MS = 30 * 86_400_000
/** So many rows of a table go in one transaction: another write waits no longer than that takes. */
const CHUNK = 500

const REMOVED = "SELECT a.id FROM accounts AS a WHERE a.service = 'litemail' AND a.removed_at IS NOT NULL"

const CLOCK = 'clock'
const seenClock: z.ZodType<SeenClock | null> = z.object({
  believed: z.number(),
  from: z.number(),
  seen: z.number(),
})

/** Removes rows that are kept of accounts, some at a time. */
const dropping = (sql: Sql, where: string) => {
  const tables = fleetTables.map(({ table }) =>
    sql.prepare(`DELETE FROM ${table} AS t
      WHERE t.place IN (SELECT r.place FROM ${table} AS r WHERE ${where} LIMIT ${CHUNK})`),
  )
  return (...values: readonly SqlValue[]): number =>
    tables.reduce((dropped, statement) => dropped + statement.run(...values), 0)
}

export const fleetForgettingWrites = (sql: Sql) => {
  const dropOf = dropping(sql, 'r.account_id = ?')
  const dropRemoved = dropping(sql, `r.account_id IN (${REMOVED})`)
  const dropGone = dropping(sql, 'r.gone_at <= ?')
  const single = accountCaches.map((table) => ({
    ofOne: sql.prepare(`DELETE FROM ${table} AS t WHERE t.account_id = ?`),
    ofRemoved: sql.prepare(`DELETE FROM ${table} AS t WHERE t.account_id IN (${REMOVED})`),
  }))
  const forgetDns = dnsForgetting(sql, REMOVED)
  const tried = keptWrites(sql, 'tried')
  const lowWallet = keptWrites(sql, 'low-wallet')
  const clock = { ...keptReads(sql, 'fleet'), ...keptWrites(sql, 'fleet') }
  // A domain may be in several rows: its note goes with the last.
  const notes = sql.prepare(`
    DELETE FROM fleet_notes AS n WHERE
      n.account_id IN (SELECT a.id FROM accounts AS a WHERE a.removed_at <= ?1)
      OR (n.kind = 'mailbox' AND EXISTS (SELECT 1 FROM mailboxes AS m
        WHERE m.account_id = n.account_id AND m.service_id = n.key AND m.gone_at <= ?1))
      OR (n.kind = 'domain'
        AND EXISTS (SELECT 1 FROM domains AS d
          WHERE d.account_id = n.account_id AND d.name = n.key AND d.gone_at <= ?1)
        AND NOT EXISTS (SELECT 1 FROM domains AS d
          WHERE d.account_id = n.account_id AND d.name = n.key AND (d.gone_at IS NULL OR d.gone_at > ?1)))`)

  return {
    /**
     * Forgets what was read of an account, but for the notes about it: some of it, and how much that was. To be called until
     * that is 0; `fleet.sweep` does the rest of a removed account.
     */
    'fleet.forget': (accountId: string): number => {
      for (const { ofOne } of single) ofOne.run(accountId)
      tried.drop(accountId)
      lowWallet.drop(accountId)
      forgetDns.of(accountId)
      return dropOf(accountId)
    },

    /** The moment until which a clock that stands so may be believed by `fleet.sweep`; 0: not at all yet. See `believeClock`. */
    'fleet.believeClock': (now: number): number => {
      const seen = believeClock(jsonIn(seenClock, clock.load(CLOCK), null), now)
      clock.save(CLOCK, JSON.stringify(seen))
      return seen.believed
    },

    /**
     * Forgets what is gone for 30 days with the notes about it, and what is left of removed accounts: some of it, and how
     * much that was. To be called until that is 0.
     */
    'fleet.sweep': (now: number): number => {
      const until = now - KEPT_MS
      for (const { ofRemoved } of single) ofRemoved.run()
      // Before the rows that say when they went.
      forgetDns.ofGone(until)
      const dropped = notes.run(until)
      return dropped + dropGone(until) + dropRemoved()
    },
  }
}
