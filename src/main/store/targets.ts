import type { JobTarget, ValuesBefore } from '../../shared/job'
import { numberIn, numberOrNull, textIn } from './columns'
import { countedMailboxes } from './domainRow'
import type { Sql, SqlRow, SqlValue } from './sql'

/** A row of a list that a write is about, as it is kept. */
export interface FoundTarget extends JobTarget {
  /** The workspace that it was read with; '': without a header. */
  readonly workspaceId: string
  /** Its facts as texts; null: not told. */
  readonly values: ValuesBefore
  /** When the service showed it last, in epoch milliseconds. */
  readonly seenAt: number
}

interface Shelf {
  readonly table: string
  readonly name: string
  /** Facts, and the columns that hold them. */
  readonly facts: Readonly<Record<string, string>>
}

/** The records of domains, with the workspace of their domain, and called as `TXT _dmarc.acme.example`. */
const RECORDS = `(SELECT r.account_id, r.service_id, d.workspace_id, r.last_seen_at AS seen_at, r.gone_at,
  r.type, r.host, r.value, r.ttl, r.priority,
  concat(r.type, ' ', CASE WHEN r.host IN ('', '@', d.name) THEN d.name WHEN r.host LIKE concat('%.', d.name) THEN r.host
    ELSE concat(r.host, '.', d.name) END) AS called
  FROM dns_records AS r JOIN domains AS d ON d.account_id = r.account_id AND d.name = r.domain AND d.gone_at IS NULL)`

const shelves: Readonly<Partial<Record<JobTarget['noun'], Shelf>>> = {
  workspace: { table: 'workspaces', name: 'name', facts: { name: 'name' } },
  mailbox: {
    table: 'mailboxes',
    name: 'email',
    facts: {
      ...{ username: 'username', firstName: 'first_name', lastName: 'last_name' },
      ...{ status: 'status', tags: 'tags' },
    },
  },
  domain: {
    table: 'domains',
    name: 'name',
    facts: {
      ...{ status: 'status', forwardTo: 'forward_to', forwardingEmail: 'forwarding_email' },
      ...{ catchAllEmail: 'catch_all_email', dmarcEmail: 'dmarc_email' },
    },
  },
  subscription: {
    table: 'subscriptions',
    name: 'plan',
    facts: { status: 'status', plan: 'plan', price: 'price' },
  },
  tag: { table: 'tags', name: 'name', facts: { name: 'name', color: 'color' } },
  record: {
    table: RECORDS,
    name: 'called',
    facts: { type: 'type', host: 'host', value: 'value', ttl: 'ttl', priority: 'priority' },
  },
}

const textOf = (value: SqlValue | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

export const targetReads = (sql: Sql) => {
  const statements = Object.entries(shelves).map(([noun, { table, name, facts }]) => {
    const columns = Object.values(facts).map((column) => `CAST(t.${column} AS BLOB) AS ${column}`)
    const find = sql.prepare(`
      SELECT CAST(t.service_id AS BLOB) AS service_id, CAST(t.workspace_id AS BLOB) AS workspace_id, t.seen_at,
        CAST(t.${name} AS BLOB) AS called, ${columns.join(', ')}
      FROM ${table} AS t WHERE t.account_id = ? AND t.gone_at IS NULL
        AND t.service_id IN (SELECT value FROM json_each(?))`)
    const toTarget = (row: SqlRow): FoundTarget => ({
      // As the shelves name them.
      noun: noun as JobTarget['noun'],
      serviceId: textIn(row.service_id),
      name: textIn(row.called),
      workspaceId: textIn(row.workspace_id),
      seenAt: numberIn(row.seen_at),
      values: Object.fromEntries(Object.entries(facts).map(([fact, column]) => [fact, textOf(row[column])])),
    })
    return [noun, { find, toTarget }] as const
  })
  const others = Object.fromEntries(
    Object.entries(shelves.domain?.facts ?? {}).map(([fact, column]) => [
      fact,
      sql.prepare(`
        SELECT CAST(d.service_id AS BLOB) AS service_id FROM domains AS d
        WHERE d.account_id = ?1 AND d.workspace_id = ?2 AND d.gone_at IS NULL AND d.service_id IS NOT NULL
          AND d.service_id NOT IN (
            SELECT r.service_id FROM job_rows AS r WHERE r.job_id = ?3 AND r.request <= ?4 AND r.service_id IS NOT NULL)
        ORDER BY coalesce(d.${column}, '') = '', d.service_id IN (
          SELECT r.service_id FROM job_rows AS r WHERE r.job_id = ?3 AND r.service_id IS NOT NULL), d.place
        LIMIT ?5`),
    ]),
  )
  const mailboxes = sql.prepare(`
    SELECT CAST(d.service_id AS BLOB) AS service_id, ${countedMailboxes} AS mailboxes FROM domains AS d
    WHERE d.account_id = ? AND d.gone_at IS NULL AND d.service_id IN (SELECT value FROM json_each(?))`)
  const byNoun = new Map<string, (typeof statements)[number][1]>(statements)
  return {
    /** What is kept of rows of an account's lists, by the ids of the service; what is not listed is not there. */
    'targets.find': (about: {
      accountId: string
      noun: JobTarget['noun']
      serviceIds: readonly string[]
    }): FoundTarget[] => {
      const shelf = byNoun.get(about.noun)
      return shelf?.find.all(about.accountId, JSON.stringify(about.serviceIds)).map(shelf.toTarget) ?? []
    },
    /** How many mailboxes domains have as far as the lists of mailboxes were read; null: none that would show them was. */
    'targets.mailboxes': (about: {
      accountId: string
      serviceIds: readonly string[]
    }): { serviceId: string; mailboxes: number | null }[] =>
      mailboxes.all(about.accountId, JSON.stringify(about.serviceIds)).map((row) => ({
        serviceId: textIn(row.service_id),
        mailboxes: numberOrNull(row.mailboxes),
      })),
    /**
     * Domains of a workspace that no request of a job up to this one names: those that have something at `fact` first, of these
     * the ones that the job does not name at all.
     */
    'targets.others': (about: {
      accountId: string
      workspaceId: string
      jobId: string
      request: number
      fact: string
      limit: number
    }): { serviceId: string }[] => {
      const { accountId, workspaceId, jobId, request, limit } = about
      const rows = others[about.fact]?.all(accountId, workspaceId, jobId, request, limit) ?? []
      return rows.map((row) => ({ serviceId: textIn(row.service_id) }))
    },
  }
}
