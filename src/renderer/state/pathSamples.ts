import { create } from 'zustand'
import type { ReadSample } from '../../shared/apiFile'
import type { AppError } from '../../shared/errors'
import { isSameMap } from '../../shared/sameMap'
import { call } from '../bridge'
import { pathDetails, pathKey } from './apiPaths'
import { discardDraft, draftPath, type PathDraft, usePathDrafts } from './pathDrafts'

/** The documentation's sample of an operation, as it was pasted, and what was read of it. */
export interface PathSample {
  readonly text: string
  readonly reading: ReadSample | null
  /** What was drafted when it was read first; null: nothing. */
  readonly beneath: PathDraft | null
  readonly error: AppError | null
}

const blank = { reading: null, error: null, beneath: null }

/** By `pathKey`; there as long as the field for it is open. */
export const usePathSamples = create<Readonly<Record<string, PathSample>>>(() => ({}))

/** Of each, which of its readings was asked for last. */
const asked = new Map<string, number>()

/** The field for a sample opens. */
export const openSample = (accountId: string, operation: string) =>
  usePathSamples.setState({ [pathKey(accountId, operation)]: { ...blank, text: '' } })

/** It closes and its text is forgotten; what was drafted from it stays. */
export function closeSample(accountId: string, operation: string): void {
  const key = pathKey(accountId, operation)
  asked.delete(key)
  usePathSamples.setState(({ [key]: _closed, ...others }) => others, true)
}

/**
 * A sample says method, path and inputs; they are again what they were before it. What no sample says stays as it was typed,
 * before it or beside it.
 */
function takeSampleAway(accountId: string, operation: string, beneath: PathDraft | null): void {
  const key = pathKey(accountId, operation)
  const draft = usePathDrafts.getState()[key]
  if (draft === undefined) return
  const { id, about } = pathDetails.use.getState()
  const now = id === key ? about?.map : undefined
  const before = beneath?.map ?? now
  const { method, path, inputs, isReadingPost } = before ?? draft.map
  const map = { ...draft.map, method, path, inputs, isReadingPost }
  if (before === undefined || (now !== undefined && isSameMap(map, now))) discardDraft(accountId, operation)
  else void draftPath(accountId, operation, { map, source: beneath?.source ?? 'hand' })
}

/** What is in the field is read, and drafted as it stands there. Only the answer to the last question counts. */
export async function typeSample(accountId: string, operation: string, text: string): Promise<void> {
  const key = pathKey(accountId, operation)
  const turn = (asked.get(key) ?? 0) + 1
  asked.set(key, turn)
  const put = (change: Partial<PathSample>) =>
    usePathSamples.setState(({ [key]: before }) => ({ [key]: { ...(before ?? blank), text, ...change } }))
  const leave = (error: AppError | null) => {
    const { reading = null, beneath = null } = usePathSamples.getState()[key] ?? {}
    put({ ...blank, error })
    if (reading !== null) takeSampleAway(accountId, operation, beneath)
  }
  if (text.trim() === '') return leave(null)
  put({ error: null })
  const drafted = usePathDrafts.getState()[key] ?? null
  const map = drafted === null ? {} : { map: drafted.map }
  const result = await call('apiPaths.readCurl', { accountId, operation, text, ...map })
  if (asked.get(key) !== turn) return
  if (!result.ok) return leave(result.error)
  const { reading = null, beneath = null } = usePathSamples.getState()[key] ?? {}
  put({ reading: result.value, beneath: reading === null ? drafted : beneath })
  await draftPath(accountId, operation, { map: result.value.map, source: 'curl' })
}
