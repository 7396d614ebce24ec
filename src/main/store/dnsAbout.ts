import type { AboutHealth, CheckProblem } from '../../shared/health'
import { claimIn, namesIn, numberIn, numberOrNull, problemIn, textIn } from './columns'
import { healthIn, markColumns } from './dnsMarks'
import { recordReading } from './dnsRecords'
import { placeIn } from './fleetPlace'
import { asBytes, type Sql, type SqlValue } from './sql'

const CHECK = 'domains.checkDns'

/** An empty list says nothing: the service may not have told any. */
const serversIn = (value: SqlValue | undefined): string[] | null => {
  const names = namesIn(value)
  return names.length === 0 ? null : names
}

/** Finds an account whose domains cannot be checked, and why. */
export const checkProblemFinding = (sql: Sql): (() => CheckProblem) => {
  const one = sql.prepare(`
    SELECT ${asBytes('o', ['account_id', 'problem'])} FROM operation_answers AS o
    JOIN accounts AS a ON a.id = o.account_id AND a.removed_at IS NULL
    WHERE o.operation = '${CHECK}' AND o.problem IS NOT NULL ORDER BY a.created_at, a.id LIMIT 1`)
  return () => {
    const row = one.get()
    const error = problemIn(row?.problem, CHECK)
    return error === null ? null : { accountId: textIn(row?.account_id), error }
  }
}

/** What is kept of the DNS of domains; see also `dnsCheckReads`. */
export const dnsAboutReads = (sql: Sql) => {
  const recordsOf = recordReading(sql)
  const one = sql.prepare(`
    SELECT ${asBytes('d', ['account_id', 'name', 'name_servers', 'expected_name_servers'])}, d.seen_at, ${markColumns},
      CAST(o.problem AS BLOB) AS problem, t.records_at, CAST(t.name_servers AS BLOB) AS told_servers,
      t.name_servers_at, t.is_propagated, t.propagated_at
    FROM domains AS d JOIN accounts AS c ON c.id = d.account_id AND c.removed_at IS NULL
    LEFT JOIN dns_domains AS t ON t.account_id = d.account_id AND t.domain = d.name
    LEFT JOIN operation_answers AS o ON o.account_id = d.account_id AND o.operation = '${CHECK}'
    WHERE d.place = ? AND d.gone_at IS NULL`)
  return {
    /** Of a domain by its id; null where no list shows it. */
    'dns.about': (id: string): AboutHealth | null => {
      const row = one.get(placeIn(id))
      if (row === undefined) return null
      const [recordsAt, serversAt, propagatedAt] = [
        numberOrNull(row.records_at),
        numberOrNull(row.name_servers_at),
        numberOrNull(row.propagated_at),
      ]
      return {
        health: healthIn(row),
        problem: problemIn(row.problem, CHECK),
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
