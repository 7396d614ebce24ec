import type { Created } from '../../shared/address'
import type { Batch } from '../../shared/batch'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { batchEnding } from '../../shared/text/batchEnding'
import { endingWords } from '../../shared/text/endings'

/** How the last creation ended that nobody has seen yet, of one address or of several. */
export interface UnseenEnding {
  /** As every place says it. */
  readonly words: string
  /** Somebody should look at it. */
  readonly isFailure: boolean
}

export const unseenOfOne = (ending: Result<Created, AppError>): UnseenEnding => ({
  words: endingWords(ending).words,
  isFailure: !(ending.ok && ending.value.state === 'created'),
})

export function unseenOfSeveral(batch: Batch): UnseenEnding {
  const { words, isWhole } = batchEnding(batch)
  return { words, isFailure: !isWhole }
}
