import { useEffect, useState } from 'react'
import type { Allowance } from '../../shared/account'
import { quickCreateText as text } from '../../shared/text/quickCreate'
import { call } from '../bridge'

/** What is left of the month, where there is a limit; nothing where it is not known. */
export function AllowanceLine({ accountId }: { readonly accountId: string }) {
  const [allowance, setAllowance] = useState<Allowance | null>(null)
  useEffect(() => {
    let isWanted = accountId !== ''
    if (isWanted) {
      void call('accounts.allowance', { id: accountId }).then((read) => {
        if (isWanted) setAllowance(read.ok ? read.value : null)
      })
    }
    return () => {
      isWanted = false
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
