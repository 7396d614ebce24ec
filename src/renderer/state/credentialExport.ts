import { create } from 'zustand'
import type { Choice } from '../../shared/contract'
import { credentialExportText as text } from '../../shared/text/window/exports'
import { call, listen } from '../bridge'
import { showDone, showError, showWarning } from './notices'

/** A file with credentials that is being written. No credential ever comes here. */
export interface CredentialExport {
  readonly requestId: string
  readonly count: number
  /** Null while its user is still choosing where. */
  readonly progress: { readonly done: number; readonly leftMs: number } | null
  readonly isCancelling: boolean
}

/** Null: none is being written. */
export const useCredentialExport = create<{ readonly now: CredentialExport | null }>(() => ({ now: null }))
const current = () => useCredentialExport.getState().now
const change = (changes: Partial<CredentialExport>): void => {
  const now = current()
  if (now !== null) useCredentialExport.setState({ now: { ...now, ...changes } })
}

/** Writes the credentials of these mailboxes to a file, one export at a time, and says how that went. `ms`: the whole of it. */
export async function startCredentialExport(what: Choice, count: number, ms: number): Promise<void> {
  if (current() !== null) return
  const requestId = crypto.randomUUID()
  useCredentialExport.setState({ now: { requestId, count, progress: null, isCancelling: false } })
  let startedAt: number | null = null
  const stop = listen('export-progress', ({ requestId: of, done, total }) => {
    if (of !== requestId) return
    startedAt ??= performance.now()
    change({ progress: { done, leftMs: leftOf(done, total, performance.now() - startedAt, ms) } })
  })
  const written = await call('credentials.export', { requestId, what, count })
  stop()
  const isCancelled = current()?.isCancelling === true
  useCredentialExport.setState({ now: null })
  if (!written.ok) {
    showError(written.error, { service: 'litemail', redo: () => void startCredentialExport(what, count, ms) })
  } else if (written.value !== null) {
    const { count: read, unread, fileName, bytes } = written.value
    const words = text.done(read, fileName, bytes)
    if (unread === 0) showDone(words)
    else showWarning(words, text.unread(unread, read + unread))
  } else if (isCancelled) showDone(text.cancelled)
}

/** As long as the others took; of the first few that says little. */
function leftOf(done: number, total: number, passedMs: number, wholeMs: number): number {
  const each = done < 10 ? wholeMs / total : passedMs / done
  return each * (total - done)
}

/** Ends what is being written; nothing of it is left. */
export async function cancelCredentialExport(): Promise<void> {
  const now = current()
  if (now === null || now.progress === null || now.isCancelling) return
  change({ isCancelling: true })
  const cancelled = await call('credentials.cancelExport', { requestId: now.requestId })
  if (!cancelled.ok) change({ isCancelling: false })
}
