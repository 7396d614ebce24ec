import { useEffect, useState } from 'react'
import { messagesText as text } from '../../shared/text/window/messages'
import { call } from '../bridge'

/** What is left of the hour's requests of an account, in words; null before it is known. `asOf`: anything that changes with each request. */
export function useBudget(accountId: string, asOf: unknown): string | null {
  const [words, setWords] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each request leaves another budget
  useEffect(() => {
    let isGone = false
    void call('accounts.allowance', { id: accountId }).then((known) => {
      if (isGone) return
      if (!known.ok) return setWords(text.budgetUnknown)
      const { used, limit } = known.value.requests
      setWords(text.budget(Math.max(0, limit - used), limit))
    })
    return () => {
      isGone = true
    }
  }, [accountId, asOf])
  return words
}
