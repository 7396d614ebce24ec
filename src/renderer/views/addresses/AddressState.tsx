import { Check, FileInput } from 'lucide-react'
import type { Address } from '../../../shared/address'
import { addressesText } from '../../../shared/text/window/addresses'
import { Spinner } from '../../ui/Spinner'

/** Where an address stands that needs nothing from the user. */
export const AddressState = ({ state }: { readonly state: Address['state'] }) => (
  <span
    className="flex items-center gap-1.5 text-ink-soft"
    title={state === 'imported' ? addressesText.importedMeaning : undefined}
  >
    {state === 'sending' ? (
      <Spinner />
    ) : state === 'imported' ? (
      <FileInput className="size-3.5 shrink-0" aria-hidden="true" />
    ) : (
      <Check className="size-3.5 shrink-0 text-good-ink" strokeWidth={2.5} aria-hidden="true" />
    )}
    {addressesText.states[state]}
  </span>
)
