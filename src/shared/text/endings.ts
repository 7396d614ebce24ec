import type { Created } from '../address'
import type { AppError } from '../errors'
import type { Result } from '../result'
import { explain } from './errors'
import type { NextStep } from './explanation'

/** How one creation ended, in the words that every place says it with. */
export interface EndingWords {
  readonly kind: 'copied' | 'created' | 'not-created' | 'not-confirmed'
  readonly words: string
  readonly advice: string
  /** Null where nothing is left to do. */
  readonly next: NextStep | null
}

/** The ending of one creation: exactly one of these, in a window, the tray, a notification or a terminal. */
export function endingWords(result: Result<Created, AppError>): EndingWords {
  if (!result.ok) {
    const { reason, advice, next } = explain(result.error)
    return {
      kind: 'not-created',
      words: `Not created: ${reason}. Your clipboard was not changed.`,
      advice,
      next,
    }
  }
  const { email, state, isCopied, notCopied } = result.value
  if (state === 'unconfirmed') {
    return {
      kind: 'not-confirmed',
      words: `Not confirmed: ${email}. Mailroom is checking; do not use it yet.`,
      advice: '',
      next: 'check-now',
    }
  }
  if (isCopied) return { kind: 'copied', words: `Copied: ${email}`, advice: '', next: null }
  if (notCopied === 'focus') {
    return {
      kind: 'created',
      words: `${email} is created. Your desktop lets Mailroom copy only from a focused window: press Enter to copy.`,
      advice: '',
      next: 'copy-again',
    }
  }
  return {
    kind: 'created',
    words: `Created: ${email}. It is not on the clipboard.`,
    advice: notCopied === 'late' ? 'It came late, so what you copied meanwhile was left alone.' : '',
    next: 'copy-again',
  }
}
