import { textIn } from './columns'
import type { PartKey } from './fleetRows'
import { tableOf } from './fleetTables'
import type { Sql } from './sql'

export const fleetMissedReads = (sql: Sql) => ({
  /** The service's ids of rows of a list that whole passes have missed and that are not given up, the latest first. */
  'fleet.missed': ({ key, limit }: { key: PartKey; limit: number }): string[] => {
    const list = tableOf(key.noun)
    if (list === null) return []
    return sql
      .prepare(`SELECT CAST(t.service_id AS BLOB) AS service_id FROM ${list.table} AS t
        WHERE t.account_id = ? AND t.workspace_id = ? AND ${list.listed} AND t.missed_at IS NOT NULL AND t.gone_at IS NULL
        ORDER BY t.missed_at DESC, t.place LIMIT ?`)
      .all(key.accountId, key.workspaceId, limit)
      .map((row) => textIn(row.service_id))
  },
})
