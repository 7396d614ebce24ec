import { type RefObject, useEffect, useRef } from 'react'
import { meetAccount, usePlace } from '../../state/app'

/** For the card of an account: brought into sight, with the keyboard, where somebody was led to it. */
export function useWantedCard(accountId: string): RefObject<HTMLElement | null> {
  const card = useRef<HTMLElement>(null)
  const isWanted = usePlace(({ wantedAccount }) => wantedAccount?.accountId === accountId)
  useEffect(() => {
    if (!isWanted) return
    card.current?.scrollIntoView({ block: 'nearest' })
    card.current?.focus()
    meetAccount()
  }, [isWanted])
  return card
}
