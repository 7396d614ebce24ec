import type { AppError } from '../../shared/errors'
import type { Job, JobEvidence, JobRow } from '../../shared/job'
import { isWritingId, writingOf } from '../../shared/litemail/writing'
import { toClaim } from './columns'
import { jobReads, SENDABLE } from './jobs'
import { accountPresence, mapSince } from './operationAnswers'
import type { Sql } from './sql'
import { operationUnlocks } from './unlocks'
import { restUnwatched, type Witness } from './watching'

/** How a row ended, or stands. */
export type JobSettlement =
  | {
      readonly state: 'done'
      readonly at: number
      readonly evidence: JobEvidence
      readonly confirmedAt?: number
    }
  | { readonly state: 'refused' | 'dropped' | 'unconfirmed'; readonly at: number; readonly problem: AppError }

/** Whether the rows of a request went to `sending`, and if not, what stood against it. */
export type RequestStart =
  | { readonly started: true; readonly job: Job; readonly rows: readonly JobRow[] }
  | {
      readonly started: false
      /**
       * `state`: one of them is under way, has ended, or was given up. `rest`: nothing more of the job is sent just now.
       * `key-unchecked`: nobody knows whose key it is, or it is refused.
       */
      readonly why:
        | 'unknown'
        | 'state'
        | 'rest'
        | 'account-removed'
        | 'key-replaced'
        | 'path-changed'
        | 'key-unchecked'
        | 'locked'
    }

/** `isOwnerUntold`: the service was asked whose key it is, and does not say so of any. */
interface SendingKey {
  readonly keyGeneration: number
  readonly isOwnerUntold?: boolean
}

const givenUp: AppError = { kind: 'given-up' }

/** A refusal for which a row may be sent again: it is about the key, or haste; worded as in `SENDABLE`. */
export const isSentAgain = ({ kind }: AppError): boolean => kind === 'rate-limited' || kind === 'unauthorized'

/** States from which a row may be handed to the network; worded as `SENDABLE` is. */
const isSendable = ({ state, problem }: JobRow): boolean => {
  if (state === 'dropped') return problem?.kind !== 'given-up'
  return state === 'planned' || (state === 'refused' && problem !== null && isSentAgain(problem))
}

/** What becomes of a row that is settled; null where it stays as it is. What was never sent can only be dropped. */
const stateAfter = (row: JobRow, settlement: JobSettlement): JobSettlement['state'] | null => {
  if (row.state === 'planned') return settlement.state === 'dropped' ? 'dropped' : null
  if (row.state === 'sending') return settlement.state
  // Absence is no proof: nothing but the user says of an unconfirmed row that it was not done.
  if (row.state === 'unconfirmed') {
    const isUsers = settlement.state !== 'unconfirmed' && settlement.state !== 'done'
    return isUsers && settlement.problem.kind !== 'said-undone' ? null : settlement.state
  }
  return null
}

/** What became of it is still to be found out: nobody knows, or a read can show that what was accepted is so. */
const isDoubtful = (job: Job | null, settlement: JobSettlement): boolean =>
  settlement.state === 'unconfirmed' ||
  (settlement.state === 'done' &&
    settlement.evidence === 'answer' &&
    job !== null &&
    isWritingId(job.operation) &&
    writingOf(job.operation).shownBy !== null)

export const jobSendingWrites = (sql: Sql) => {
  const { 'jobs.get': getJob, 'jobs.request': rowsOf, 'jobs.row': getRow } = jobReads(sql)
  const isPresent = accountPresence(sql)
  const since = mapSince(sql)
  const isUnlocked = operationUnlocks(sql)
  const restWatched = restUnwatched(sql)
  const keyOf = sql.prepare(
    'SELECT a.key_generation, a.key_standing, a.user_id FROM accounts AS a WHERE a.id = ?',
  )
  const watch = sql.prepare('UPDATE jobs AS b SET watching = ? WHERE b.id = ?')
  const start = sql.prepare(`
    UPDATE job_rows AS r SET state = 'sending', sent_at = ?, settled_at = NULL, problem = NULL
    WHERE r.job_id = ? AND r.request = ? AND r.state IN ('planned', 'dropped', 'refused')`)
  const end = sql.prepare(`
    UPDATE job_rows AS r SET state = ?, settled_at = ?, evidence = ?, problem = ?,
      confirmed_at = coalesce(?, r.confirmed_at), is_doubtful = ?
    WHERE r.id = ? AND r.state IN ('planned', 'sending', 'unconfirmed')`)
  const confirm = sql.prepare(`
    UPDATE job_rows AS r SET confirmed_at = ?, is_doubtful = 0
    WHERE r.id = ? AND r.state = 'done' AND r.confirmed_at IS NULL`)
  const vouch = sql.prepare(`
    UPDATE job_rows AS r SET evidence = 'user', is_doubtful = 0
    WHERE r.id = ? AND r.state = 'done' AND r.evidence = 'answer' AND r.confirmed_at IS NULL`)
  const wake = sql.prepare('UPDATE jobs AS b SET rest = NULL WHERE b.id = ?')
  const drop = sql.prepare(`
    UPDATE job_rows AS r SET state = 'dropped', settled_at = ?, problem = ? WHERE r.job_id = ? AND ${SENDABLE}`)
  const interrupt = sql.prepare(`
    UPDATE job_rows AS r SET state = 'unconfirmed', settled_at = ?, problem = ?, is_doubtful = 1
    WHERE r.state = 'sending'`)
  const restAll = sql.prepare(`
    UPDATE jobs AS b SET rest = ?
    WHERE b.begun_at IS NOT NULL AND b.rest IS NULL AND b.is_restored = 0 AND EXISTS (
      SELECT 1 FROM job_rows AS r WHERE r.job_id = b.id AND (r.state = 'sending' OR ${SENDABLE}))`)

  const whyNot = (
    job: Job | null,
    rows: readonly JobRow[],
    { keyGeneration, isOwnerUntold = false }: SendingKey,
  ): Extract<RequestStart, { started: false }>['why'] | null => {
    if (job === null || job.begunAt === null || job.isRestored || rows.length === 0) return 'unknown'
    if (job.rest !== null) return 'rest'
    if (!rows.every(isSendable)) return 'state'
    if (!isPresent(job.accountId)) return 'account-removed'
    const key = keyOf.get(job.accountId)
    if (key?.key_generation !== keyGeneration) return 'key-replaced'
    const isAnyones = isOwnerUntold && key.user_id === null
    if (key.key_standing !== 'accepted' && !isAnyones) return 'key-unchecked'
    if (since(job.accountId, job.operation) !== job.askedSince) return 'path-changed'
    return isUnlocked(job) ? null : 'locked'
  }

  return {
    /**
     * The last act before a request leaves: once this is answered with `started`, its rows say that the service may act,
     * whatever becomes of this computer. What may have been acted on is never started again. `keyGeneration`: of the key
     * that it is sent with. Nothing is started with a key that the service has not accepted as the account's own user's, nor
     * of an operation that is locked by now.
     */
    'jobs.startSending': (
      about: SendingKey & {
        jobId: string
        request: number
        at: number
        /** What is looked at once more when it is over. */
        watching?: Witness | null
      },
    ): RequestStart => {
      const job = getJob(about.jobId)
      const rows = rowsOf(about)
      const why = whyNot(job, rows, about)
      if (why !== null || job === null) return { started: false, why: why ?? 'unknown' }
      if (start.run(about.at, about.jobId, about.request) !== rows.length) {
        throw new Error('rows of a request that was not sent are not as they were')
      }
      if (about.watching != null) watch.run(JSON.stringify(about.watching), about.jobId)
      return { started: true, job, rows: rowsOf(about) }
    },

    /** Writes down how rows ended, all together. What a row's life does not allow changes nothing. */
    'jobs.settle': (endings: readonly { id: string; settlement: JobSettlement }[]): void => {
      for (const { id, settlement } of endings) {
        const row = getRow(id)
        const state = row === null ? null : stateAfter(row, settlement)
        if (state === null) continue
        const isDone = settlement.state === 'done'
        end.run(
          ...[state, settlement.at, isDone ? settlement.evidence : null],
          isDone ? null : JSON.stringify(settlement.problem),
          (isDone ? settlement.confirmedAt : null) ?? null,
          toClaim(isDoubtful(getJob(row?.jobId ?? ''), settlement)),
          id,
        )
      }
    },

    /** A read has shown that what the service accepted is so. */
    'jobs.confirm': ({ ids, at }: { ids: readonly string[]; at: number }): void => {
      for (const id of ids) confirm.run(at, id)
    },

    /** Its user says that what the service accepted is so, where no read has shown it. */
    'jobs.vouch': (id: string): void => {
      vouch.run(id)
    },

    /** Gives up what was not sent of a job, which waits for nothing any more. Answers how many rows that was. */
    'jobs.dropWaiting': ({ id, at }: { id: string; at: number }): number => {
      const dropped = drop.run(at, JSON.stringify(givenUp), id)
      wake.run(id)
      return dropped
    },

    /**
     * For the start: what was under way when Mailroom ended may have been acted on, and what was left of those jobs waits
     * for its user.
     */
    'jobs.recoverInterrupted': (at: number): void => {
      restWatched()
      restAll.run(JSON.stringify({ why: 'restart', problem: null }))
      interrupt.run(at, JSON.stringify({ kind: 'interrupted' } satisfies AppError))
    },
  }
}
