import type { JobTarget, ValuesBefore } from '../../shared/job'
import { numberIn, textIn } from './columns'
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
  }
}
