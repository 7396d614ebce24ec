import type { AppError } from '../../../shared/errors'
import type { JobRow } from '../../../shared/job'
import type { WritingId } from '../../../shared/litemail/writing'
import { judgeRows, type RowVerdict } from '../../rules/bulkAnswer'
import { ownWords } from '../../rules/jobRequests'
import type { Outcome } from '../../rules/outcome'
import type { JobSettlement } from '../../store/jobSending'

/**
 * What came of each row. Accepted is not seen: `done` by the answer until a read confirms it. `conceal` takes out of the
 * service's words what is never written down.
 */
export function settlementsOf(
  operation: WritingId,
  rows: readonly JobRow[],
  outcome: Outcome<unknown>,
  at: number,
  conceal: (problem: AppError) => AppError,
): { id: string; settlement: JobSettlement }[] {
  if (outcome.kind !== 'done') {
    return rows.map(({ id }) => ({ id, settlement: { state: outcome.kind, at, problem: outcome.error } }))
  }
  const named = rows.map(({ target, inputs }) => {
    const words = ownWords(operation, inputs)
    const whole = target?.noun === 'domain' ? words.map((word) => `${word}@${target.name}`) : []
    const about = target === null ? [] : [target.serviceId, target.name]
    return { names: [...about, ...words, ...whole] }
  })
  const verdicts = judgeRows(outcome.value, named)
  return rows.map(({ id }, index) => ({
    id,
    settlement: settlementOf(operation, verdicts[index] ?? { kind: 'done' }, at, conceal),
  }))
}

function settlementOf(
  operation: WritingId,
  verdict: RowVerdict,
  at: number,
  conceal: (problem: AppError) => AppError,
): JobSettlement {
  switch (verdict.kind) {
    case 'done':
      return { state: 'done', at, evidence: 'answer' }
    case 'refused':
      return {
        ...{ state: 'refused', at },
        problem: conceal({
          ...{ kind: 'rejected', operation, status: 200, message: verdict.message, remarks: [] },
        }),
      }
    case 'unclear':
      // It says that it failed at some rows, and not at which.
      return {
        ...{ state: 'unconfirmed', at },
        problem: { kind: 'bad-response', operation, place: '', problem: 'shape', status: 200 },
      }
    default:
      return verdict satisfies never
  }
}
