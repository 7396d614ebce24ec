import type { Output } from '../../../../shared/contract'
import { detailsText } from '../../../../shared/text/window/details'
import { moment } from '../../../../shared/text/window/time'
import { accounts } from '../../../state/accounts'
import { Age } from '../../../ui/Age'
import { Fact, Facts as FactList } from '../../list/details/Fact'

/** What is known of an address and cannot be changed here. */
export function Facts({ about }: { readonly about: Output<'addresses.get'> }) {
  const { address, activity, listedAt } = about
  const { state, tag, at, via, accountId, accountName } = address
  const account = accounts.use(({ data }) => data?.find(({ id }) => id === accountId) ?? null)
  const isGone = accounts.use(({ data }) => data !== null) && account === null
  const evidence = activity.find((row) => row.state === 'done')?.evidence ?? null
  const { facts } = detailsText
  return (
    <FactList>
      <Fact name={facts.state}>{detailsText.states[state]}</Fact>
      <Fact name={state === 'waiting' || state === 'sending' ? facts.asked : facts.made}>
        {moment(at)} <span className="text-ink-soft">({<Age at={at} />})</span>
      </Fact>
      <Fact name={facts.how}>{detailsText.how(via, evidence)}</Fact>
      <Fact name={facts.account}>
        {accountName === null
          ? detailsText.noAccount
          : isGone
            ? detailsText.goneAccount(accountName)
            : accountName}
      </Fact>
      <Fact name={facts.tag}>
        {tag ?? <span className="text-ink-soft">{detailsText.noTag}</span>}
        {state !== 'imported' && (
          <span className="block text-sm text-ink-soft">{detailsText.tagMeaning}</span>
        )}
      </Fact>
      <Fact name={facts.seen}>
        {listedAt !== null ? (
          <>
            {detailsText.seen} <Age at={listedAt} />
          </>
        ) : account?.canList === false ? (
          detailsText.cannotBeSeen
        ) : (
          detailsText.neverSeen
        )}
      </Fact>
    </FactList>
  )
}
