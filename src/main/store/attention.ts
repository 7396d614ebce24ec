import type { Attention } from '../../shared/activity'
import { patienceOf, writingIds } from '../../shared/litemail/writing'
import { numberIn } from './columns'
import { SENDABLE } from './jobs'
import type { Sql } from './sql'

const HOUR_MS = 3_600_000
const slow = writingIds
  .filter((id) => patienceOf(id) > HOUR_MS)
  .map((id) => `'${id}'`)
  .join(', ')
const SLOW_MS = Math.max(...writingIds.map(patienceOf))

/** `job_rows AS r` of `jobs AS b`: nobody could find out for too long what became of it. `now`: a parameter. */
export const isOverdue = (now: string): string =>
  `(r.is_doubtful = 1 AND r.settled_at <= ${now} - CASE WHEN b.operation IN (${slow}) THEN ${SLOW_MS} ELSE ${HOUR_MS} END)`

/** Of `jobs AS b`: begun here, and of an account that is still connected. */
export const IS_LIVE = `(b.begun_at IS NOT NULL AND b.is_restored = 0 AND EXISTS (
  SELECT 1 FROM accounts AS u WHERE u.id = b.account_id AND u.removed_at IS NULL))`

/** The row at which a job waits: the first that was not sent. */
export const IS_WAITING_HERE = `(b.rest IS NOT NULL AND r.place IN (
  SELECT (SELECT r.place FROM job_rows AS r WHERE r.job_id = b.id AND ${SENDABLE} ORDER BY r.number LIMIT 1)
  FROM jobs AS b WHERE b.rest IS NOT NULL))`

/** `journal AS j`: an address of which nobody knows for too long whether it is there. */
export const isAddressOverdue = (now: string): string =>
  `(j.state = 'unconfirmed' AND j.is_restored = 0 AND j.settled_at <= ${now} - ${HOUR_MS})`

export const attentionReads = (sql: Sql) => {
  const writes = sql.prepare(`
    SELECT count(*) AS n FROM job_rows AS r INDEXED BY job_rows_doubtful JOIN jobs AS b ON b.id = r.job_id
    WHERE ${isOverdue('?1')} AND ${IS_LIVE}`)
  const jobs = sql.prepare(`
    SELECT count(*) AS n FROM jobs AS b WHERE b.rest IS NOT NULL AND ${IS_LIVE}
      AND EXISTS (SELECT 1 FROM job_rows AS r WHERE r.job_id = b.id AND ${SENDABLE})`)
  const addresses = sql.prepare(
    `SELECT count(*) AS n FROM journal AS j WHERE ${isAddressOverdue('?1')} AND j.state IN ('planned', 'sending', 'unconfirmed')`,
  )
  return {
    /** What waits for its user's eye at this moment. */
    'activity.attention': (now: number): Attention => ({
      writes: numberIn(writes.get(now)?.n),
      jobs: numberIn(jobs.get()?.n),
      addresses: numberIn(addresses.get(now)?.n),
    }),
  }
}
