import type { Answer } from '../../loopback/answer'
import { enveloped } from '../answers'
import type { Asked } from '../asked'
import { GOLDEN } from '../dns'
import type { GoldenOperation } from '../golden'
import type { Act } from './acts'
import { writes } from './writes'
import { type Fields, isAnswer, isFields } from './written'

const sentIn = (body: string): Fields | null => {
  if (body === '') return {}
  try {
    const sent: unknown = JSON.parse(body)
    return isFields(sent) ? sent : null
  } catch {
    return null
  }
}

/** How a write is dealt with. */
export interface Doing {
  /** False: nothing is done, only answered. */
  readonly commit: boolean
  readonly user: string
  readonly now: number
  readonly acts: Act[]
}

/** Does what an operation was asked to do, and answers; null where it is none that changes anything. */
export const answerWrite = (
  golden: GoldenOperation,
  asked: Asked,
  { commit, user, now, acts }: Doing,
): Answer | null => {
  const write = writes[golden.id]
  if (write === undefined) return null
  const sent = sentIn(asked.request.body)
  if (sent === null) return asked.refuse(400, 'The body is no JSON')
  const written = write({ ...asked, golden, sent, now })
  if (isAnswer(written)) return written
  if (commit) {
    written.apply()
    const workspace = asked.request.headers['x-workspace-key'] ?? null
    acts.push(...written.rows.map((row) => ({ operation: golden.id, user, workspace, row })))
  }
  return enveloped(golden, asked, written.data === undefined ? GOLDEN : written.data, written.message)
}
