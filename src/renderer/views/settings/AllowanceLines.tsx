import { useEffect } from 'react'
import type { Account } from '../../../shared/account'
import { explain } from '../../../shared/text/errors'
import { accountsText } from '../../../shared/text/window/accounts'
import { commonText } from '../../../shared/text/window/common'
import { readAllowance, useAllowances } from '../../state/accounts'
import { Fact } from './Fact'

const { facts } = accountsText

/** What is left of an account's allowance, as far as Mailroom counted; said, not guessed, where it is unknown. */
export function AllowanceLines({ account: { id, plan, requestsPerHour } }: { readonly account: Account }) {
  const known = useAllowances((all) => all[id])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another plan or figure is another allowance
  useEffect(() => void readAllowance(id), [id, plan, requestsPerHour])

  if (known === undefined || !known.ok) {
    const words = known === undefined ? commonText.loading : `${explain(known.error).reason}.`
    return (
      <Fact name={facts.requests}>
        <span className="text-ink-soft">{words}</span>
      </Fact>
    )
  }
  const { requests, addresses } = known.value
  const requestsLeft = Math.max(0, requests.limit - requests.used)
  const addressesLeft = addresses.limit === null ? null : Math.max(0, addresses.limit - addresses.made)
  return (
    <>
      <Fact name={facts.requests}>
        {accountsText.requestsLeft(requestsLeft, requests.limit)}
        <Gauge left={requestsLeft} limit={requests.limit} label={accountsText.requestsLabel} />
      </Fact>
      <Fact name={facts.addresses}>
        {addressesLeft === null || addresses.limit === null ? (
          accountsText.addressesMade(addresses.made)
        ) : (
          <>
            {accountsText.addressesLeft(addressesLeft, addresses.limit)}
            <Gauge left={addressesLeft} limit={addresses.limit} label={accountsText.addressesLabel} />
          </>
        )}
      </Fact>
    </>
  )
}

interface GaugeProps {
  readonly left: number
  readonly limit: number
  readonly label: string
}

const Gauge = ({ left, limit, label }: GaugeProps) => (
  <meter
    className="gauge mt-1 mb-0.5 block h-1 w-full max-w-60"
    aria-label={label}
    min={0}
    max={limit}
    low={limit / 10}
    value={left}
  />
)
