import type { Sql } from './sql'

const tables = ['dns_marks', 'dns_checks', 'dns_records', 'dns_domains']

/** Forgets what was found out about the DNS of domains: of one account, or of domains that nothing is known of any more. */
export const dnsForgetting = (sql: Sql) => {
  const drops = tables.map((table) => ({
    ofOne: sql.prepare(`DELETE FROM ${table} AS t WHERE t.account_id = ?`),
    ofNone: sql.prepare(`
      DELETE FROM ${table} AS t WHERE NOT EXISTS (
        SELECT 1 FROM domains AS d WHERE d.account_id = t.account_id AND d.name = t.domain)`),
  }))
  return {
    of(accountId: string): void {
      for (const { ofOne } of drops) ofOne.run(accountId)
    },
    /** Where domains were forgotten before. */
    ofNobody(): void {
      for (const { ofNone } of drops) ofNone.run()
    },
  }
}
