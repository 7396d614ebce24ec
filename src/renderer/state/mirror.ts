import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { coalesce } from './coalesce'

/** What the window knows of something that main holds. `data` stays while a later reading fails. */
export interface Mirror<T> {
  readonly data: T | null
  readonly status: 'loading' | 'ready' | 'failed'
  readonly error: AppError | null
}

export interface MirrorStore<T> {
  readonly use: UseBoundStore<StoreApi<Mirror<T>>>
  /** Asks main again; at most one question is under way. */
  readonly refresh: () => Promise<void>
  /** Something changed: asks again where somebody has asked before, also while that is not answered yet. */
  readonly follow: () => Promise<void>
  /** Takes what main answered to something else. */
  readonly put: (data: T) => void
}

/** Mirrors one answer of main. Nothing is asked before the first `refresh`. */
export function createMirror<T>(ask: () => Promise<Result<T, AppError>>): MirrorStore<T> {
  const use = create<Mirror<T>>(() => ({ data: null, status: 'loading', error: null }))
  const put = (data: T) => use.setState({ data, status: 'ready', error: null })
  let isAsked = false
  const refresh = coalesce(async () => {
    isAsked = true
    const result = await ask()
    if (result.ok) put(result.value)
    else use.setState({ status: 'failed', error: result.error })
  })
  return { use, refresh, follow: () => (isAsked ? refresh() : Promise.resolve()), put }
}
