import type { Sql } from './sql'

const tables = ['dns_marks', 'dns_checks', 'dns_records', 'dns_domains']

/** `removed`: the accounts that were removed, in SQL. */
export const dnsForgetting = (sql: Sql, removed: string) => {
  const drops = tables.map((table) => ({
    ofOne: sql.prepare(`DELETE FROM ${table} AS t WHERE t.account_id = ?`),
    // A domain may be in several rows. One that has none was not read yet: a backup brought what is known of it.
    ofGone: sql.prepare(`
      DELETE FROM ${table} AS t WHERE t.account_id IN (${removed})
        OR (EXISTS (SELECT 1 FROM domains AS d
            WHERE d.account_id = t.account_id AND d.name = t.domain AND d.gone_at <= ?1)
          AND NOT EXISTS (SELECT 1 FROM domains AS d
            WHERE d.account_id = t.account_id AND d.name = t.domain AND (d.gone_at IS NULL OR d.gone_at > ?1)))`),
  }))
  return {
    /** Forgets what was found out about the DNS of an account's domains. */
    of(accountId: string): void {
      for (const { ofOne } of drops) ofOne.run(accountId)
    },
    /** The same of domains that were gone by then, and of removed accounts; to be called before their rows are dropped. */
    ofGone(until: number): void {
      for (const { ofGone } of drops) ofGone.run(until)
    },
  }
}
