import type { AppError } from '../../shared/errors'
import type { AboutHealth, CheckProblem } from '../../shared/health'
import { CHECK_EVERY_MS } from '../rules/domainHealth'
import { claimIn, namesIn, numberIn, numberOrNull, problemIn, textIn, textOrNull } from './columns'
import { healthIn, markColumns } from './dnsMarks'
import { recordReading } from './dnsRecords'
import { placeIn } from './fleetPlace'
import { asBytes, type Sql, type SqlRow, type SqlValue } from './sql'

const CHECK = 'domains.checkDns'

/** An empty list says nothing: the service may not have told any. */
const serversIn = (value: SqlValue | undefined): string[] | null => {
  const names = namesIn(value)
  return names.length === 0 ? null : names
}

/** Of `operation_answers AS o`, as `checkProblemIn` reads them. */
const problemColumns = 'CAST(o.problem AS BLOB) AS problem, o.worked_at, o.at AS problem_at'

/**
 * Why domains cannot be checked. Where others could be since the day before, that one was refused is about that one: null.
 */
function checkProblemIn(row: SqlRow): AppError | null {
  const error = problemIn(row.problem, CHECK)
  const workedAt = numberOrNull(row.worked_at)
  const didWork = workedAt !== null && numberIn(row.problem_at) - workedAt < 2 * CHECK_EVERY_MS
  return error?.kind === 'rejected' && didWork ? null : error
}

/** Finds an account whose domains cannot be checked, and why. */
export const checkProblemFinding = (sql: Sql): (() => CheckProblem) => {
  const all = sql.prepare(`
    SELECT ${asBytes('a', ['id', 'name'])}, ${problemColumns} FROM operation_answers AS o
    JOIN accounts AS a ON a.id = o.account_id AND a.removed_at IS NULL
    WHERE o.operation = '${CHECK}' AND o.problem IS NOT NULL ORDER BY a.created_at, a.id`)
  return () => {
    for (const row of all.all()) {
      const error = checkProblemIn(row)
      if (error !== null) return { accountId: textIn(row.id), accountName: textIn(row.name), error }
    }
    return null
  }
}

/** What is kept of the DNS of a domain, of which rules make out what can be repaired. */
export interface KeptHealth extends Omit<AboutHealth, 'isElsewhere' | 'repairs'> {
  readonly domain: string
  /** Where reports of DMARC go, as the list of domains told; null: it did not. */
  readonly dmarcEmail: string | null
}

/** What is kept of the DNS of domains; see also `dnsCheckReads`. */
export const dnsAboutReads = (sql: Sql) => {
  const recordsOf = recordReading(sql)
  const one = sql.prepare(`
    SELECT ${asBytes('d', ['account_id', 'name', 'name_servers', 'expected_name_servers', 'dmarc_email'])}, d.seen_at, ${markColumns},
      ${problemColumns}, t.records_at, CAST(t.name_servers AS BLOB) AS told_servers,
      t.name_servers_at, t.is_propagated, t.propagated_at
    FROM domains AS d JOIN accounts AS c ON c.id = d.account_id AND c.removed_at IS NULL
    LEFT JOIN dns_domains AS t ON t.account_id = d.account_id AND t.domain = d.name
    LEFT JOIN operation_answers AS o ON o.account_id = d.account_id AND o.operation = '${CHECK}'
    WHERE d.place = ? AND d.gone_at IS NULL`)
  return {
    /** Of a domain by its id; null where no list shows it. */
    'dns.about': (id: string): KeptHealth | null => {
      const row = one.get(placeIn(id))
      if (row === undefined) return null
      const [recordsAt, serversAt, propagatedAt] = [
        numberOrNull(row.records_at),
        numberOrNull(row.name_servers_at),
        numberOrNull(row.propagated_at),
      ]
      return {
        domain: textIn(row.name),
        dmarcEmail: textOrNull(row.dmarc_email),
        health: healthIn(row),
        problem: checkProblemIn(row),
        records:
          recordsAt === null
            ? null
            : { rows: recordsOf(textIn(row.account_id), textIn(row.name)), at: recordsAt },
        nameServers: {
          current: serversIn(row.name_servers),
          expected: serversIn(row.expected_name_servers),
          at: numberIn(row.seen_at),
        },
        toldNameServers: serversAt === null ? null : { servers: namesIn(row.told_servers), at: serversAt },
        propagation: propagatedAt === null ? null : { isWhole: claimIn(row.is_propagated), at: propagatedAt },
      }
    },
  }
}
