import { create } from 'zustand'
import type { Batch } from '../../shared/batch'
import type { Input } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { batchesText } from '../../shared/text/window/batches'
import { call } from '../bridge'
import { coalesce } from './coalesce'
import { showDone, showError } from './notices'

/** The last list that was sent from this window. It goes on in main whether or not anybody looks. */
export interface LastBatch {
  readonly id: string | null
  readonly batch: Batch | null
  readonly error: AppError | null
  /** Its lines as they were typed, in the order of its items. */
  readonly lines: readonly string[]
}

const nothing: LastBatch = { id: null, batch: null, error: null, lines: [] }
export const useBatch = create<LastBatch>(() => nothing)

const read = coalesce(async () => {
  const { id } = useBatch.getState()
  if (id === null) return
  const result = await call('batches.get', { id })
  if (useBatch.getState().id !== id) return
  useBatch.setState(result.ok ? { batch: result.value, error: null } : { error: result.error })
})

/** Something changed in a batch. */
export const refreshBatch = (): Promise<void> => {
  const { batch } = useBatch.getState()
  return batch === null ? Promise.resolve() : read()
}

/** Sends a list. Null: it goes; else why it does not. */
export async function startBatch(
  wish: Omit<Input<'batches.start'>, 'requestId' | 'via'>,
  lines: readonly string[],
): Promise<AppError | null> {
  const requestId = crypto.randomUUID()
  const result = await call('batches.start', { ...wish, requestId, via: 'list' })
  if (!result.ok) return result.error
  useBatch.setState({ id: result.value.id, batch: result.value, error: null, lines })
  // What changed between the answer and now was told to nobody.
  void read()
  return null
}

/** What was not sent is not sent any more. */
export async function stopBatch(): Promise<void> {
  const { id } = useBatch.getState()
  if (id === null) return
  const result = await call('batches.stop', { id })
  useBatch.setState(result.ok ? { batch: result.value, error: null } : { error: result.error })
}

/** Copies what was created, one a line. */
export async function copyBatch(): Promise<void> {
  const { batch } = useBatch.getState()
  const ids = batch?.items.filter(({ state }) => state === 'created').map(({ id }) => id) ?? []
  if (ids.length === 0) return
  const result = await call('addresses.copy', { choice: { ids } })
  if (result.ok) showDone(batchesText.copiedMany(result.value.count), 'batch')
  else showError(result.error, { redo: () => void copyBatch() })
}

/** The report was read: the next list starts with an empty page. */
export const forgetBatch = () => useBatch.setState(nothing)
