import { CircleDashed, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Address } from '../../../shared/address'
import { explain } from '../../../shared/text/errors'
import { addressesText } from '../../../shared/text/window/addresses'
import {
  checkAddress,
  decideAddress,
  forgetWaiting,
  sendWaiting,
  useOnlyUserKnows,
} from '../../state/addresses'
import { openLink } from '../../state/app'
import { Button } from '../../ui/Button'

interface AddressTroubleProps {
  readonly address: Address
  readonly isActive: boolean
}

type Deed = readonly [label: string, act: (address: Address) => Promise<void>]

const checkNow: Deed = [addressesText.checkNow, ({ id }) => checkAddress(id)]
const openLikeDo: Deed = [
  addressesText.openLikeDo,
  ({ accountId }) => openLink('likedo', accountId ?? undefined),
]
const itIsMine: Deed = [addressesText.itIsMine, (address) => decideAddress(address, true)]
const notMine: Deed = [addressesText.notMine, (address) => decideAddress(address, false)]
const sendNow: Deed = [addressesText.sendNow, sendWaiting]
const forget: Deed = [addressesText.forget, forgetWaiting]

function deedsOf({ state, problem, isRestored }: Address, isOnlyUserKnowing: boolean): readonly Deed[] {
  if (state === 'waiting') return [sendNow, forget]
  const isForUser = isRestored || isOnlyUserKnowing || problem?.kind === 'owner-unknown'
  return isForUser ? [openLikeDo, itIsMine, notMine] : [checkNow]
}

function wordsOf({ state, problem, isRestored }: Address): string {
  if (state === 'waiting') return addressesText.waitingMeaning
  if (isRestored) return addressesText.unconfirmedHistory
  return problem === null
    ? addressesText.unconfirmedPlain
    : addressesText.unconfirmed(explain(problem).reason)
}

/** Why an address needs the user, and what can be done about it. */
export function AddressTrouble({ address, isActive }: AddressTroubleProps) {
  const isOnlyUserKnowing = useOnlyUserKnows((all) => all[address.id] === true)
  const [running, setRunning] = useState<string | null>(null)
  const run = async ([label, act]: Deed) => {
    setRunning(label)
    await act(address)
    setRunning(null)
  }
  const isWaiting = address.state === 'waiting'
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 pr-1.5 pb-2">
      <p className="flex min-w-48 flex-1 items-start gap-1.5 text-warn-ink select-text">
        {isWaiting ? (
          <CircleDashed className="mt-[3px] size-3.5 shrink-0" aria-hidden="true" />
        ) : (
          <TriangleAlert className="mt-[3px] size-3.5 shrink-0" aria-hidden="true" />
        )}
        <span className="line-clamp-3 wrap-anywhere">{wordsOf(address)}</span>
      </p>
      <div className="flex flex-wrap gap-1.5">
        {deedsOf(address, isOnlyUserKnowing).map((deed) => (
          <Button
            key={deed[0]}
            size="small"
            excludeFromTabOrder={!isActive}
            isPending={running === deed[0]}
            isDisabled={running !== null && running !== deed[0]}
            onPress={() => void run(deed)}
          >
            {deed[0]}
          </Button>
        ))}
      </div>
    </div>
  )
}
