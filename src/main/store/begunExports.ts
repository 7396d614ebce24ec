import type { BegunExport, NotExportedWish } from '../../shared/exports'
import { exportingOperations } from '../../shared/litemail/exporting'
import { filledInputs } from '../../shared/operationAnswer'
import { claimIn, jsonIn, numberIn, textIn } from './columns'
import { jobReads } from './jobs'
import { IS_LISTED_MAILBOX } from './mailboxRow'
import { asBytes, type Sql, type SqlRow } from './sql'

/** So many exports are listed. */
const MOST = 50

const exporting = exportingOperations.map((operation) => `'${operation}'`).join(', ')

/** The platforms in the inputs of a row, in whichever of the two forms. */
const platformsIn = (inputs: SqlRow[string] | undefined): string[] => {
  const { app, apps } = jsonIn(filledInputs, inputs, {})
  return [app, ...(Array.isArray(apps) ? apps : [])].flatMap((name) =>
    name === undefined || Array.isArray(name) ? [] : [String(name)],
  )
}

export const begunExportReads = (sql: Sql) => {
  const last = sql.prepare(`
    SELECT ${asBytes('b', ['id', 'operation'])}, b.begun_at, b.is_restored, (
      SELECT CAST(r.inputs AS BLOB) FROM job_rows AS r WHERE r.job_id = b.id ORDER BY r.number LIMIT 1) AS inputs
    FROM jobs AS b
    WHERE b.account_id = ? AND b.begun_at IS NOT NULL AND b.operation IN (${exporting})
    ORDER BY b.begun_at DESC, b.place DESC LIMIT ${MOST}`)
  const { 'jobs.counts': countsOf } = jobReads(sql)
  /** Rows of exports to a platform since a moment: ?2 and ?3, each NULL where it does not matter. */
  const had = (state: string) => `
    SELECT r.service_id FROM jobs AS b JOIN job_rows AS r ON r.job_id = b.id
    WHERE b.account_id = ?1 AND b.operation IN (${exporting}) AND r.noun = 'mailbox' AND r.state = '${state}'
      AND (?3 IS NULL OR r.sent_at >= ?3)
      AND (?2 IS NULL OR json_extract(r.inputs, '$.app') = ?2
        OR ?2 IN (SELECT e.value FROM json_each(r.inputs, '$.apps') AS e))`
  const listed = `
    FROM mailboxes AS m JOIN accounts AS c ON c.id = m.account_id
    WHERE m.account_id = ?1 AND ${IS_LISTED_MAILBOX}`
  const without = sql.prepare(`
    SELECT m.place ${listed} AND m.service_id NOT IN (${had('done')}) ORDER BY m.email, m.place`)
  const doubted = sql.prepare(`
    SELECT count(*) AS n ${listed} AND m.service_id NOT IN (${had('done')})
      AND m.service_id IN (${had('unconfirmed')})`)
  const all = sql.prepare(`SELECT count(*) AS n ${listed}`)

  return {
    /** The last exports of an account that its user began, the youngest first. */
    'exports.begun': (accountId: string): BegunExport[] =>
      last.all(accountId).map((row) => {
        const jobId = textIn(row.id)
        return {
          jobId,
          operation: textIn(row.operation),
          platforms: platformsIn(row.inputs),
          at: numberIn(row.begun_at),
          counts: countsOf(jobId),
          isRestored: claimIn(row.is_restored),
        }
      }),

    /** The ids of listed mailboxes that no accepted export had, by address; how many of them are in doubt, and of how many. */
    'exports.notExported': ({
      accountId,
      platform,
      since,
    }: NotExportedWish): { ids: string[]; unconfirmed: number; of: number } => ({
      ids: without.all(accountId, platform, since).map(({ place }) => String(numberIn(place))),
      unconfirmed: numberIn(doubted.get(accountId, platform, since)?.n),
      of: numberIn(all.get(accountId)?.n),
    }),
  }
}
