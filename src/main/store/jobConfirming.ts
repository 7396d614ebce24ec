import type { JobRow } from '../../shared/job'
import { isWritingId, type WritingId, writingIds, writingOf } from '../../shared/litemail/writing'
import { isShownMade, madeBy } from '../rules/creation'
import { judgeEffect } from '../rules/effectShown'
import { IS_LIVE, isOverdue } from './attention'
import { numberIn, textIn } from './columns'
import { creationReading, madeCounting } from './creations'
import { jobSendingWrites } from './jobSending'
import { jobReads } from './jobs'
import { asBytes, type Sql } from './sql'
import { targetReads } from './targets'

/** Mailroom looks by itself for so long; afterwards only when asked. In milliseconds. */
export const LOOKED_FOR_MS = 7 * 86_400_000
/** So many rows are looked into at once: neither the threads nor main are held up for long. */
const MOST_ROWS = 200

/** A row of which something is still to be found out. */
export interface DoubtfulRow {
  readonly row: JobRow
  readonly operation: WritingId
  readonly accountId: string
  /** Its place among all rows: those behind it come next. */
  readonly place: number
}

/** Which of them: some behind a place, from 0. */
export interface DoubtfulWish {
  readonly now: number
  readonly after: number
}

const readable = writingIds
  .filter((id) => writingOf(id).shownBy !== null)
  .map((id) => `'${id}'`)
  .join(', ')

/**
 * Rows of a job that was begun here, which the service accepted and of which only their user can say that they are done: no
 * read shows such a thing, or none showed it for as long as Mailroom is patient. `?1`: the job, `?2`: the moment, by
 * which they had ended.
 */
const VOUCHABLE = `job_rows AS r JOIN jobs AS b ON b.id = r.job_id
  WHERE r.job_id = ?1 AND b.begun_at IS NOT NULL AND b.is_restored = 0
    AND r.state = 'done' AND r.evidence = 'answer' AND r.confirmed_at IS NULL
    AND r.settled_at <= ?2 AND (r.is_doubtful = 0 OR ${isOverdue('?2')})`

/** Which rows of a job its user can vouch for. */
interface VouchWish {
  readonly id: string
  readonly at: number
}

export const jobConfirmingReads = (sql: Sql) => {
  const { 'jobs.row': get } = jobReads(sql)
  const creation = creationReading(sql)
  const doubtful = sql.prepare(`
    SELECT ${asBytes('r', ['id'])}, ${asBytes('b', ['operation', 'account_id'])}, r.place
    FROM job_rows AS r INDEXED BY job_rows_doubtful JOIN jobs AS b ON b.id = r.job_id
    WHERE r.is_doubtful = 1 AND r.settled_at BETWEEN ?1 - ${LOOKED_FOR_MS} AND ?1 AND b.operation IN (${readable}) AND ${IS_LIVE}
      AND r.place > ?2
    ORDER BY r.place LIMIT ${MOST_ROWS}`)
  const vouchable = sql.prepare(`SELECT count(*) AS n FROM ${VOUCHABLE}`)
  return {
    /** How many rows of a job only their user can say to be done. */
    'jobs.vouchable': ({ id, at }: VouchWish): number => numberIn(vouchable.get(id, at)?.n),
    /** Rows that a read can show something of, some at a time; not what is too old to be looked for. */
    'jobs.doubtful': ({ now, after }: DoubtfulWish): DoubtfulRow[] =>
      doubtful.all(now, after).flatMap((found) => {
        const row = get(textIn(found.id))
        const operation = textIn(found.operation)
        return row === null || !isWritingId(operation)
          ? []
          : [{ row, operation, accountId: textIn(found.account_id), place: numberIn(found.place) }]
      }),
    /** Of a row that makes something new: how often that was listed before, and who else may have made it. */
    'jobs.creation': (id: string) => creation(id),
  }
}

export const jobConfirmingWrites = (sql: Sql) => {
  const { 'jobs.doubtful': doubtful } = jobConfirmingReads(sql)
  const { 'jobs.settle': settle, 'jobs.confirm': confirm } = jobSendingWrites(sql)
  const { 'targets.find': find } = targetReads(sql)
  const creation = creationReading(sql)
  const { count } = madeCounting(sql)

  /** Whether a list that was read since it was sent shows what it did. */
  const isShown = ({ row, operation, accountId }: DoubtfulRow): boolean => {
    const sentAt = numberIn(row.sentAt)
    const made = madeBy(operation, row)
    if (made !== null) return isShownMade({ ...creation(row.id), now: count(accountId, made, sentAt) })
    if (row.target === null) return false
    const { noun, serviceId } = row.target
    const [kept] = find({ accountId, noun, serviceIds: [serviceId] })
    if (kept === undefined || kept.seenAt <= sentAt) return false
    return judgeEffect(operation, row, { noun: 'kept', facts: kept.values }) === 'done'
  }

  const vouchAll = sql.prepare(`
    UPDATE job_rows SET evidence = 'user', is_doubtful = 0 WHERE place IN (SELECT r.place FROM ${VOUCHABLE})`)

  return {
    /** Its user says of all of them that they are done. Answers how many that were. */
    'jobs.vouchAll': ({ id, at }: VouchWish): number => vouchAll.run(id, at),
    /** Confirms what lists show that were read since, some rows at a time. `next`: the place to go on behind; null: the end. */
    'jobs.confirmListed': ({ now, after }: DoubtfulWish): { confirmed: number; next: number | null } => {
      const rows = doubtful({ now, after })
      const ids = rows.filter(isShown).map(({ row }) => row.id)
      const settlement = { state: 'done', at: now, evidence: 'read', confirmedAt: now } as const
      settle(ids.map((id) => ({ id, settlement })))
      confirm({ ids, at: now })
      return { confirmed: ids.length, next: rows.length < MOST_ROWS ? null : (rows.at(-1)?.place ?? null) }
    },
  }
}
