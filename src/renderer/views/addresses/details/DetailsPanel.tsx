import { Copy, ExternalLink } from 'lucide-react'
import { useRef } from 'react'
import type { Address } from '../../../../shared/address'
import type { Output } from '../../../../shared/contract'
import { detailsText } from '../../../../shared/text/window/details'
import { copyAddress, saveNote } from '../../../state/addresses'
import { openLink, showAddress } from '../../../state/app'
import { addressDetails } from '../../../state/details'
import { selection } from '../../../state/selection'
import { Button } from '../../../ui/Button'
import { useFocusLeaves } from '../../../ui/useFocusLeaves'
import { DetailsFrame } from '../../list/details/DetailsFrame'
import { Large } from '../../list/details/Large'
import { NoteField } from '../../list/details/NoteField'
import { AddressTrouble } from '../AddressTrouble'
import { DetailsActions } from './DetailsActions'
import { DetailsActivity } from './DetailsActivity'
import { DetailsMessages } from './DetailsMessages'
import { Facts } from './Facts'
import { LabelsField } from './LabelsField'
import { useSite } from './useSite'

const idOf = ({ address }: Output<'addresses.get'>) => address.id

/** The region "Details" of an address. */
export const DetailsPanel = () => (
  <DetailsFrame details={addressDetails} idOf={idOf} selection={selection} onShow={showAddress}>
    {(about) => <About key={about.address.id} about={about} />}
  </DetailsFrame>
)

/** Settled, it goes with the control that was pressed; the address is what comes next. */
function Trouble({ address }: { readonly address: Address }) {
  const place = useRef<HTMLDivElement>(null)
  useFocusLeaves(place, () =>
    place.current?.closest('aside')?.querySelector<HTMLElement>('[data-details="panel"]'),
  )
  return (
    <div ref={place}>
      <AddressTrouble address={address} isActive />
    </div>
  )
}

/** Everything about one address. */
function About({ about }: { readonly about: Output<'addresses.get'> }) {
  const { address } = about
  const { id, email, state, accountId } = address
  const site = useSite(accountId)
  const isTroubled = state === 'unconfirmed' || state === 'waiting'
  const isCopyable = state === 'created' || state === 'imported'
  // What was never sent is nowhere but here.
  const mayExist = state !== 'waiting' && state !== 'sending'
  return (
    <div className="flex flex-col gap-5 px-4 pt-4 pb-6">
      <div className="flex flex-col gap-3">
        <Large text={email} />
        {isTroubled && <Trouble address={address} />}
        <div className="flex flex-wrap gap-2 empty:hidden">
          {isCopyable && (
            <Button
              icon={<Copy className="size-4" aria-hidden="true" />}
              onPress={() => void copyAddress(id)}
            >
              {detailsText.copy}
            </Button>
          )}
          {mayExist && (
            <Button
              icon={<ExternalLink className="size-4" aria-hidden="true" />}
              onPress={() => void openLink('likedo', site)}
            >
              {detailsText.readMail}
            </Button>
          )}
        </div>
      </div>
      {isCopyable && <DetailsMessages address={address} />}
      <NoteField id={id} note={address.note} save={saveNote} placeholder={detailsText.notePlaceholder} />
      <LabelsField address={address} />
      <Facts about={about} />
      {mayExist && <DetailsActions address={address} site={site} />}
      <DetailsActivity rows={about.activity} />
    </div>
  )
}
