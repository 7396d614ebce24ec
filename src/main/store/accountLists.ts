import type * as z from 'zod'
import type { KnownTag, knownTags, knownWorkspaces } from '../../shared/litemail/accountLists'
import type { FleetNoun } from '../../shared/litemail/fleet'
import { claimOrNull, namesIn, numberIn, numberOrNull, textIn, textOrNull } from './columns'
import { READ_AT } from './fleetParts'
import type { Sql } from './sql'
import { drawnColor } from './tagLooks'

/** Short colours written out, so that they can be sent again. */
function longColor(color: string | null): string | null {
  const drawn = drawnColor(color)?.slice(1).toLowerCase() ?? null
  if (drawn === null) return null
  return `#${drawn.length === 3 ? [...drawn].map((digit) => digit + digit).join('') : drawn}`
}

/** The lists of one account that are short enough to be read as a whole. */
export const accountListReads = (sql: Sql) => {
  const age = sql.prepare(`
    SELECT min(${READ_AT}) AS at FROM fleet_parts AS p WHERE p.account_id = ? AND p.noun = ?`)
  const readAt = (accountId: string, noun: FleetNoun): number | null =>
    numberOrNull(age.get(accountId, noun)?.at)
  const tags = sql.prepare(`
    SELECT CAST(t.service_id AS BLOB) AS id, CAST(t.workspace_id AS BLOB) AS workspace_id,
      CAST(w.name AS BLOB) AS workspace_name, CAST(t.name AS BLOB) AS name, CAST(t.color AS BLOB) AS color, t.missed_at
    FROM tags AS t LEFT JOIN workspaces AS w ON w.account_id = t.account_id AND w.service_id = t.workspace_id
    WHERE t.account_id = ? AND t.gone_at IS NULL ORDER BY t.place`)
  // Few mailboxes have the same tags as no other.
  const tagged = sql.prepare(`
    SELECT CAST(m.tags AS BLOB) AS names, count(*) AS count FROM mailboxes AS m
    WHERE m.account_id = ? AND m.gone_at IS NULL AND m.tags IS NOT NULL GROUP BY m.tags`)
  const workspaces = sql.prepare(`
    SELECT CAST(w.service_id AS BLOB) AS id, CAST(w.name AS BLOB) AS name, w.is_primary, w.domain_count,
      w.mailbox_count, w.missed_at
    FROM workspaces AS w WHERE w.account_id = ? AND w.gone_at IS NULL ORDER BY w.missed_at IS NOT NULL, w.place`)

  /** By what mailboxes call their tags, which is their names or their ids; null where none says anything of tags. */
  function countTagged(accountId: string): ReadonlyMap<string, number> | null {
    const rows = tagged.all(accountId)
    if (rows.length === 0) return null
    const counts = new Map<string, number>()
    for (const row of rows) {
      for (const name of new Set(namesIn(row.names))) {
        counts.set(name, (counts.get(name) ?? 0) + numberIn(row.count))
      }
    }
    return counts
  }

  return {
    /** The tags of an account, with how many of its mailboxes say that they have them. */
    'tags.known': (accountId: string): z.infer<typeof knownTags> => {
      const counts = countTagged(accountId)
      const countOf = ({ name, serviceId }: Pick<KnownTag, 'name' | 'serviceId'>): number | null =>
        counts === null ? null : (counts.get(name) ?? 0) + (counts.get(serviceId) ?? 0)
      const rows = tags.all(accountId).map((row): KnownTag => {
        const called = { serviceId: textIn(row.id), name: textIn(row.name) }
        return {
          ...called,
          workspaceId: textIn(row.workspace_id),
          workspaceName: textOrNull(row.workspace_name),
          color: longColor(textOrNull(row.color)),
          mailboxes: countOf(called),
          isUnseen: row.missed_at !== null,
        }
      })
      return { rows, readAt: readAt(accountId, 'tags') }
    },

    /** The workspaces of an account; last what the service shows no more. */
    'workspaces.known': (accountId: string): z.infer<typeof knownWorkspaces> => ({
      rows: workspaces.all(accountId).map((row) => ({
        serviceId: textIn(row.id),
        name: textOrNull(row.name),
        isPrimary: claimOrNull(row.is_primary),
        domainCount: numberOrNull(row.domain_count),
        mailboxCount: numberOrNull(row.mailbox_count),
        isUnseen: row.missed_at !== null,
      })),
      readAt: readAt(accountId, 'workspaces'),
    }),
  }
}
