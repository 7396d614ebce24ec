import type { Created } from '../../shared/address'
import type { Context } from './context'

/** Whether something is on the clipboard, and if not, why. */
export type Copying = Pick<Created, 'isCopied' | 'notCopied'>

const reasons = { clipboard: 'failed', 'clipboard-focus': 'focus', 'clipboard-late': 'late' } as const

/** What came of copying, as endings tell it. */
export const copyingOf = (copied: Awaited<ReturnType<Context['copy']>>): Copying =>
  copied.ok ? { isCopied: true } : { isCopied: false, notCopied: reasons[copied.error.kind] }
