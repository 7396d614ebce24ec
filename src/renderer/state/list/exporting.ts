import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { Choice } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import type { Result } from '../../../shared/result'
import type { FleetListText } from '../../../shared/text/window/fleetList'
import type { WrittenFile } from '../../../shared/transfer'
import { listen } from '../../bridge'
import { showDone, showError } from '../notices'

/** What is written into a file: what was chosen, or all that a view shows. */
export type ExportWish<View> = Choice | { readonly view: View }

/** An export that is under way. */
export interface Exporting {
  readonly requestId: string
  /** Rows in the file; null while the user is still choosing one. */
  readonly progress: { readonly done: number; readonly total: number } | null
}

export interface ExportingStore<View> {
  /** Null: none is under way. */
  readonly use: UseBoundStore<StoreApi<{ readonly now: Exporting | null }>>
  /** Writes a CSV that the user chooses the place of, and says how that went; one at a time. */
  readonly start: (what: ExportWish<View>) => Promise<void>
}

export interface ExportSource<View> {
  readonly text: Pick<FleetListText, 'exported'>
  readonly write: (requestId: string, what: ExportWish<View>) => Promise<Result<WrittenFile, AppError>>
}

/** The exports of one list. */
export function createExporting<View>({ text, write }: ExportSource<View>): ExportingStore<View> {
  const use = create<{ readonly now: Exporting | null }>(() => ({ now: null }))

  async function start(what: ExportWish<View>): Promise<void> {
    if (use.getState().now !== null) return
    const requestId = crypto.randomUUID()
    use.setState({ now: { requestId, progress: null } })
    const stop = listen('export-progress', ({ requestId: of, done, total }) => {
      if (of === requestId) use.setState({ now: { requestId, progress: { done, total } } })
    })
    const written = await write(requestId, what)
    stop()
    use.setState({ now: null })
    if (!written.ok) showError(written.error, { service: 'litemail', redo: () => void start(what) })
    else if (written.value !== null) {
      const { count, fileName, bytes } = written.value
      showDone(text.exported(count, fileName, bytes))
    }
  }

  return { use, start }
}
