import { create } from 'zustand'
import type { ReadSample } from '../../shared/apiFile'
import type { AppError } from '../../shared/errors'
import { call } from '../bridge'
import { pathKey } from './apiPaths'
import { discardDraft, draftPath } from './pathDrafts'

/** The documentation's sample of an operation, as it was pasted, and what was read of it. */
export interface PathSample {
  readonly text: string
  readonly reading: ReadSample | null
  readonly error: AppError | null
}

/** By `pathKey`; there as long as the field for it is open. */
export const usePathSamples = create<Readonly<Record<string, PathSample>>>(() => ({}))

/** Of each, which of its readings was asked for last. */
const asked = new Map<string, number>()

/** The field for a sample opens. */
export const openSample = (accountId: string, operation: string) =>
  usePathSamples.setState({ [pathKey(accountId, operation)]: { text: '', reading: null, error: null } })

/** It closes and its text is forgotten; what was drafted from it stays. */
export function closeSample(accountId: string, operation: string): void {
  const key = pathKey(accountId, operation)
  asked.delete(key)
  usePathSamples.setState(({ [key]: _closed, ...others }) => others, true)
}

/** What is in the field is read, and drafted as it stands there. Only the answer to the last question counts. */
export async function typeSample(accountId: string, operation: string, text: string): Promise<void> {
  const key = pathKey(accountId, operation)
  const turn = (asked.get(key) ?? 0) + 1
  asked.set(key, turn)
  usePathSamples.setState(({ [key]: before }) => ({
    [key]: { text, reading: text.trim() === '' ? null : (before?.reading ?? null), error: null },
  }))
  if (text.trim() === '') return discardDraft(accountId, operation)
  const result = await call('apiPaths.readCurl', { accountId, operation, text })
  if (asked.get(key) !== turn) return
  usePathSamples.setState({
    [key]: result.ok
      ? { text, reading: result.value, error: null }
      : { text, reading: null, error: result.error },
  })
  if (result.ok) await draftPath(accountId, operation, { map: result.value.map, source: 'curl' })
  else discardDraft(accountId, operation)
}
