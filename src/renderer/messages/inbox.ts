import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '../../shared/errors'
import type { Inbox } from '../../shared/message'
import { call, listen } from '../bridge'
import { coalesce } from '../state/coalesce'

/** Who goes through a list with its details open looks at none of them so long, in milliseconds. */
const LOOKS_AFTER_MS = 1_000

export interface OpenInbox {
  readonly inbox: Inbox | null
  /** Why what main knows could not be read. */
  readonly error: AppError | null
  readonly isAsking: boolean
  /** It was looked at for long enough to be read again by itself, now or before. */
  readonly hasLooked: boolean
  /** Asks the service now, and has it asked again for a while. */
  readonly refresh: (isOverBudgetAllowed?: boolean) => Promise<void>
  readonly readOlder: () => Promise<void>
}

/**
 * The messages of an address for as long as they are shown, which is so long they are read again by themselves. `isReachable`:
 * somebody can be asked for them; otherwise they are those that are kept.
 */
export function useInbox(addressId: string, isReachable: boolean): OpenInbox {
  const [inbox, setInbox] = useState<Inbox | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const [hasLooked, setHasLooked] = useState(false)
  const page = useRef(1)
  const watch = useRef<Promise<string | null>>(Promise.resolve(null))
  const isGone = useRef(false)

  const [reread] = useState(() =>
    coalesce(async () => {
      const read = await call('messages.list', { addressId, page: page.current })
      if (isGone.current) return
      if (read.ok) setInbox(read.value)
      setError(read.ok ? null : read.error)
    }),
  )

  const unwatch = useCallback(() => {
    const before = watch.current
    watch.current = Promise.resolve(null)
    void before.then((id) => (id === null ? undefined : call('messages.unwatch', { watch: id })))
  }, [])

  const look = useCallback(() => {
    unwatch()
    watch.current = call('messages.watch', { addressId }).then((watching) => {
      if (!isGone.current) setHasLooked(true)
      return watching.ok ? watching.value.watch : null
    })
  }, [addressId, unwatch])

  useEffect(() => {
    isGone.current = false
    void reread()
    const timer = isReachable ? setTimeout(look, LOOKS_AFTER_MS) : undefined
    const stop = listen('changed', ({ topics }) => {
      if (topics.includes('messages')) void reread()
    })
    return () => {
      isGone.current = true
      clearTimeout(timer)
      stop()
      unwatch()
    }
  }, [isReachable, look, unwatch, reread])

  const ask = async (wanted: number, isOverBudgetAllowed: boolean) => {
    if (isAsking) return
    setIsAsking(true)
    const read = await call('messages.refresh', { addressId, page: wanted, isOverBudgetAllowed })
    if (isGone.current) return
    setIsAsking(false)
    if (!read.ok) return setError(read.error)
    const { rows, problem } = read.value
    // A page that did not come is asked for once more, unless there are kept messages to show.
    if (problem === null || rows.length > (inbox?.rows.length ?? 0)) {
      page.current = Math.max(page.current, wanted)
    }
    await reread()
  }

  return {
    inbox,
    error,
    isAsking,
    hasLooked,
    async refresh(isOverBudgetAllowed = false) {
      await ask(1, isOverBudgetAllowed)
      if (!isGone.current) look()
    },
    readOlder: () => ask(page.current + 1, false),
  }
}
