import { Copy, ExternalLink, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Address } from '../../../../shared/address'
import type { Output } from '../../../../shared/contract'
import { detailsText } from '../../../../shared/text/window/details'
import { copyAddress } from '../../../state/addresses'
import { openLink } from '../../../state/app'
import { closeDetails, meetWanted, refreshDetails, useDetails } from '../../../state/details'
import { Button } from '../../../ui/Button'
import { Problem } from '../../../ui/Problem'
import { Reading } from '../../../ui/Reading'
import { useFocusLeaves } from '../../../ui/useFocusLeaves'
import { AddressTrouble } from '../AddressTrouble'
import { nextPlace } from '../places'
import { AddressLarge } from './AddressLarge'
import { DetailsActions } from './DetailsActions'
import { DetailsActivity } from './DetailsActivity'
import { Facts } from './Facts'
import { focusList } from './focusList'
import { LabelsField } from './LabelsField'
import { NoteField } from './NoteField'
import { useEscape } from './useEscape'
import { useSite } from './useSite'

/** The region "Details". Escape leaves it for the row that it is about. */
export function DetailsPanel() {
  const { id, about, error, wanted } = useDetails()
  const panel = useRef<HTMLElement>(null)
  const isHere = about !== null && about.address.id === id
  // They close by themselves when their address is forgotten from here.
  useFocusLeaves(panel, nextPlace)

  useEffect(() => {
    if (wanted === null || !isHere) return
    panel.current?.querySelector<HTMLElement>(`[data-details="${wanted.place}"]`)?.focus()
    meetWanted()
  }, [wanted, isHere])

  function leave() {
    const isLeft = panel.current?.contains(document.activeElement) ?? false
    closeDetails()
    // Where the keyboard is elsewhere it stays there.
    if (id !== null && isLeft) focusList(id)
  }

  useEscape(leave)

  return (
    <aside
      ref={panel}
      aria-label={detailsText.title}
      aria-busy={!isHere}
      className="details-panel flex min-h-0 flex-col border-l border-line bg-raised"
    >
      <div className="flex h-10 shrink-0 items-center justify-between border-b border-line pr-2 pl-4">
        <span className="font-semibold" aria-hidden="true">
          {detailsText.title}
        </span>
        <Button
          look="quiet"
          size="icon"
          aria-label={detailsText.close}
          icon={<X className="size-4" />}
          onPress={leave}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {error !== null && (
          <div className="p-4">
            <Problem
              error={error}
              title={detailsText.failed}
              context={{ redo: () => void refreshDetails() }}
            />
          </div>
        )}
        {about === null && error === null && <Reading words={detailsText.reading} />}
        {about !== null && <About key={about.address.id} about={about} />}
      </div>
    </aside>
  )
}

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
        <AddressLarge email={email} />
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
      <NoteField address={address} />
      <LabelsField address={address} />
      <Facts about={about} />
      {mayExist && <DetailsActions address={address} site={site} />}
      <DetailsActivity rows={about.activity} />
    </div>
  )
}
