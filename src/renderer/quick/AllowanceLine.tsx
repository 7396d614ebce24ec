import { useEffect, useState } from 'react'
import type { Allowance } from '../../shared/account'
import { quickCreateText as text } from '../../shared/text/quickCreate'
import { call, listen } from '../bridge'

/** What is left of the month, where there is a limit; nothing where it is not known. */
export function AllowanceLine({ accountId }: { readonly accountId: string }) {
  const [allowance, setAllowance] = useState<Allowance | null>(null)
  useEffect(() => {
    if (accountId === '') return
    let isWanted = true
    const read = async () => {
      const answer = await call('accounts.allowance', { id: accountId })
      if (isWanted) setAllowance(answer.ok ? answer.value : null)
    }
    void read()
    const stop = listen('changed', ({ topics }) => {
      if (topics.includes('allowance')) void read()
    })
    return () => {
      isWanted = false
      stop()
    }
  }, [accountId])
  const limit = allowance?.addresses.limit ?? null
  return (
    <p className="min-w-0 flex-1 truncate text-sm text-ink-soft">
      {allowance !== null &&
        limit !== null &&
        text.addressesLeft(Math.max(0, limit - allowance.addresses.made), limit)}
    </p>
  )
}
