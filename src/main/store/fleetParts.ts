import * as z from 'zod'
import { appErrorSchema } from '../../shared/errors'
import { fleetNoun } from '../../shared/litemail/fleet'
import { claimOrNull, jsonIn, knownIn, numberIn, textIn, textOrNull } from './columns'
import { type FleetPartRow, neverReadPart, type OpenPass, type PartKey } from './fleetRows'
import { fleetTables } from './fleetTables'
import { keptReads, keptWrites } from './kept'
import type { Sql, SqlRow } from './sql'

const open: z.ZodType<OpenPass> = z.object({
  id: z.number(),
  startedAt: z.number(),
  pageSize: z.number().nullable(),
  done: z.number(),
  ahead: z.array(z.number()),
  perPage: z.number().nullable(),
  pages: z.number().nullable(),
  most: z.number().nullable(),
  met: z.number(),
  stale: z.number(),
  firstEmpty: z.number().nullable().default(null),
  lastFilled: z.number().default(0),
  hasGap: z.boolean(),
  problem: appErrorSchema.nullable(),
})

const keptPart: z.ZodType<Omit<FleetPartRow, keyof PartKey>> = z.object({
  wholeAt: z.number().nullable(),
  at: z.number().nullable(),
  announced: z.number().nullable(),
  isIncomplete: z.boolean(),
  problem: appErrorSchema.nullable(),
  doubt: z.object({ gone: z.number(), known: z.number() }).nullable(),
  isHeaderIgnored: z.boolean(),
  pageSize: z.number().nullable(),
  isOwnSize: z.boolean().default(false),
  open: open.nullable(),
})

/** How many rows of a list are kept. */
export interface FleetCount extends PartKey {
  readonly kept: number
}

/** A workspace that the service showed. */
export interface KnownWorkspace {
  readonly serviceId: string
  readonly name: string | null
  readonly isPrimary: boolean | null
}

/** When the list of a part `p` was read at last, in SQL; NULL where never, and of a part that cannot be read. */
export const READ_AT = `CASE WHEN json_valid(p.value) THEN json_extract(p.value, '$.at') END`

const PRESENT = 'SELECT a.id FROM accounts AS a WHERE a.removed_at IS NULL'

const keyIn = (row: SqlRow): PartKey => ({
  accountId: textIn(row.account_id),
  noun: knownIn(fleetNoun, row.noun, 'user'),
  workspaceId: textIn(row.workspace_id),
})

/** A part that cannot be read counts as never read. */
const partIn = (row: SqlRow): FleetPartRow => {
  const key = keyIn(row)
  return { ...jsonIn(keptPart, row.value, neverReadPart(key)), ...key }
}

const partColumns = `CAST(p.account_id AS BLOB) AS account_id, CAST(p.noun AS BLOB) AS noun,
  CAST(p.workspace_id AS BLOB) AS workspace_id, CAST(p.value AS BLOB) AS value`

/** What was kept of one list; of one that was never read, that. */
export const partFinding = (sql: Sql): ((key: PartKey) => FleetPartRow) => {
  const one = sql.prepare(
    `SELECT ${partColumns} FROM fleet_parts AS p WHERE p.account_id = ? AND p.noun = ? AND p.workspace_id = ?`,
  )
  return (key) => {
    const row = one.get(key.accountId, key.noun, key.workspaceId)
    return row ? partIn(row) : neverReadPart(key)
  }
}

export const partKeeping = (sql: Sql) => {
  const find = partFinding(sql)
  const save = sql.prepare(`
    INSERT INTO fleet_parts (account_id, noun, workspace_id, value) VALUES (?, ?, ?, ?)
    ON CONFLICT (account_id, noun, workspace_id) DO UPDATE SET value = excluded.value`)
  const keep = ({ accountId, noun, workspaceId, ...value }: FleetPartRow): void => {
    save.run(accountId, noun, workspaceId, JSON.stringify(value))
  }
  return {
    /** Its doubt stays: only the end of a whole pass and the user decide on it, and a pass may have begun before. */
    keep: (part: FleetPartRow): void => keep({ ...part, doubt: find(part).doubt }),
    /** With another doubt, or none. */
    settle: keep,
  }
}

/** Whether there is such an account of Litemail's: what is still on its way to a removed one is not kept. */
export const accountStanding = (sql: Sql): ((id: string) => boolean) => {
  const find = sql.prepare(
    "SELECT 1 FROM accounts AS a WHERE a.id = ? AND a.service = 'litemail' AND a.removed_at IS NULL",
  )
  return (id) => find.get(id) !== undefined
}

/** Ends the passes over a list whose operation is asked otherwise from now on: its pages are counted otherwise too. */
export const passClosing = (sql: Sql): ((accountId: string, operation: string) => void) => {
  const close = sql.prepare(`
    UPDATE fleet_parts AS p SET value = json_set(p.value, '$.open', json('null'), '$.pageSize', json('null'))
    WHERE p.account_id = ? AND p.noun || '.list' = ? AND json_valid(p.value)`)
  return (accountId, operation) => void close.run(accountId, operation)
}

export const fleetPartReads = (sql: Sql) => {
  const parts = sql.prepare(`
    SELECT ${partColumns} FROM fleet_parts AS p
    WHERE (?1 IS NULL OR p.account_id = ?1) AND p.account_id IN (${PRESENT})
    ORDER BY p.account_id, p.noun, p.workspace_id`)
  const counts = sql.prepare(
    [
      ...fleetTables.map(
        ({ noun, table, listed }) => `
        SELECT CAST(t.account_id AS BLOB) AS account_id, '${noun}' AS noun,
          CAST(t.workspace_id AS BLOB) AS workspace_id, count(*) AS kept
        FROM ${table} AS t WHERE t.gone_at IS NULL AND ${listed} AND t.account_id IN (${PRESENT})
        GROUP BY t.account_id, t.workspace_id`,
      ),
      ...['user', 'wallet'].map(
        (noun) => `
        SELECT CAST(t.account_id AS BLOB) AS account_id, '${noun}' AS noun, '' AS workspace_id, 1 AS kept
        FROM ${noun}s AS t WHERE t.account_id IN (${PRESENT})`,
      ),
    ].join(' UNION ALL '),
  )
  const workspaces = sql.prepare(`
    SELECT CAST(w.service_id AS BLOB) AS service_id, CAST(w.name AS BLOB) AS name, w.is_primary
    FROM workspaces AS w WHERE w.account_id = ? AND w.gone_at IS NULL
    ORDER BY w.missed_at IS NOT NULL, w.place`)
  return {
    /** What is kept of the readings of every list, of one account or of all that are not removed. */
    'fleet.parts': (accountId: string | null): FleetPartRow[] => parts.all(accountId).map(partIn),
    /** How many rows of each list are kept; a list that is not named has none. */
    'fleet.counts': (): FleetCount[] =>
      counts.all().map((row) => ({ ...keyIn(row), kept: numberIn(row.kept) })),
    /** Those that are not gone, in the order in which the service showed them first; last what it shows no more. */
    'fleet.workspaces': (accountId: string): KnownWorkspace[] =>
      workspaces.all(accountId).map((row) => ({
        serviceId: textIn(row.service_id),
        name: textOrNull(row.name),
        isPrimary: claimOrNull(row.is_primary),
      })),
  }
}

const PASS = 'pass'

export const fleetPartWrites = (sql: Sql) => {
  const { keep } = partKeeping(sql)
  const isStanding = accountStanding(sql)
  const close = passClosing(sql)
  const kept = { ...keptReads(sql, 'fleet'), ...keptWrites(sql, 'fleet') }
  return {
    /** Keeps what is known of the reading of a list, but for its doubt; no row of it changes. */
    'fleet.savePart': (part: FleetPartRow): void => {
      if (isStanding(part.accountId)) keep(part)
    },
    /** For passes that were under way while the operations of their lists became others. */
    'fleet.closePasses': ({
      accountId,
      operations,
    }: {
      accountId: string
      operations: readonly string[]
    }): void => {
      for (const operation of operations) close(accountId, operation)
    },
    /** A number for a pass, larger than that of every pass before. */
    'fleet.nextPass': (): number => {
      const next = jsonIn(z.number().int(), kept.load(PASS), 0) + 1
      kept.save(PASS, String(next))
      return next
    },
  }
}
