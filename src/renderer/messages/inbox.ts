import { useEffect, useMemo } from 'react'
import { createStore, useStore } from 'zustand'
import type { AppError } from '../../shared/errors'
import type { Inbox } from '../../shared/message'
import { call } from '../bridge'
import { coalesce } from '../state/coalesce'
import { useTopics } from '../state/useTopics'

/** Who goes through a list with its details open looks at none of them so long, in milliseconds. */
const LOOKS_AFTER_MS = 1_000

interface InboxState {
  readonly inbox: Inbox | null
  /** Why what main knows could not be read. */
  readonly error: AppError | null
  readonly isAsking: boolean
  /** It was looked at for long enough to be read again by itself, now or before. */
  readonly hasLooked: boolean
}

export interface OpenInbox extends InboxState {
  /** Asks the service now, and has it asked again for a while. */
  readonly refresh: (isOverBudgetAllowed?: boolean) => Promise<void>
  readonly readOlder: () => Promise<void>
}

/**
 * The messages of an address as one window shows them. `isReachable`: somebody can be asked for them; otherwise they are those
 * that are kept.
 */
export function createInbox(addressId: string, isReachable: boolean) {
  const store = createStore<InboxState>(() => ({
    ...{ inbox: null, error: null, isAsking: false, hasLooked: false },
  }))
  let page = 1
  let press: number | null = null
  let isOpen = false
  let watch: Promise<string | null> = Promise.resolve(null)

  /** Reads what main knows; asks nobody else. */
  const reread = coalesce(async () => {
    const read = await call('messages.list', { addressId, page })
    store.setState(read.ok ? { inbox: read.value, error: null } : { error: read.error })
  })

  const unwatch = () => {
    const before = watch
    watch = Promise.resolve(null)
    void before.then((id) => (id === null ? undefined : call('messages.unwatch', { watch: id })))
  }
  const look = () => {
    unwatch()
    watch = call('messages.watch', { addressId }).then((watching) => {
      if (!watching.ok) return null
      store.setState({ hasLooked: true })
      return watching.value.watch
    })
  }

  const ask = async (wanted: number, isOverBudgetAllowed: boolean) => {
    const { isAsking, inbox } = store.getState()
    if (isAsking) return
    store.setState({ isAsking: true })
    const read = await call('messages.refresh', { addressId, page: wanted, isOverBudgetAllowed })
    store.setState({ isAsking: false })
    if (!read.ok) return store.setState({ error: read.error })
    const { rows, problem } = read.value
    // A page that did not come is asked for once more, unless there are kept messages to show.
    if (problem === null || rows.length > (inbox?.rows.length ?? 0)) page = Math.max(page, wanted)
    await reread()
  }

  async function refresh(isOverBudgetAllowed = false): Promise<void> {
    await ask(1, isOverBudgetAllowed)
    if (isOpen) look()
  }

  return {
    store,
    reread,
    refresh,
    /** Somebody asks for them, for the so manieth time: where they are shown already, the service is asked now. */
    async want(wanted: number): Promise<void> {
      const isAnother = press !== null && press !== wanted
      press = wanted
      if (isAnother && isReachable) await refresh()
    },
    /** It is shown, until what this answers is called; where somebody can be asked it is read by itself after a while. */
    open(): () => void {
      isOpen = true
      const timer = isReachable ? setTimeout(look, LOOKS_AFTER_MS) : undefined
      return () => {
        isOpen = false
        clearTimeout(timer)
        unwatch()
      }
    },
    async readOlder(): Promise<void> {
      if (isReachable) return ask(page + 1, false)
      page += 1
      await reread()
    },
  }
}

const topics = ['messages'] as const

/** The messages of an address for as long as they are shown, which is so long they are read again by themselves. */
export function useInbox(addressId: string, isReachable: boolean, press: number): OpenInbox {
  const opened = useMemo(() => createInbox(addressId, isReachable), [addressId, isReachable])
  const { store, reread, open, want, refresh, readOlder } = opened
  useTopics(topics, reread)
  useEffect(open, [open])
  useEffect(() => void want(press), [want, press])
  return { ...useStore(store), refresh, readOlder }
}
