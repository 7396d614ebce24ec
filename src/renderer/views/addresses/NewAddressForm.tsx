import { TriangleAlert } from 'lucide-react'
import type { Account } from '../../../shared/account'
import type { Output } from '../../../shared/contract'
import type { Settings } from '../../../shared/settings'
import { commonText } from '../../../shared/text/window/common'
import { fieldsText } from '../../../shared/text/window/fields'
import { newAddressText } from '../../../shared/text/window/newAddress'
import { Choice } from '../../ui/Choice'
import { Select } from '../../ui/Select'
import { TextField } from '../../ui/TextField'
import { Tick } from '../../ui/Tick'
import { type complaintsOf, isTyped, type NewAddressFields } from './newAddressFields'
import { STYLES } from './styles'

/** Names by which a refusal finds the field that can mend it. */
export const LOCAL_PART_FIELD = 'field-local-part'
export const DOMAIN_FIELD = 'field-domain'

interface NewAddressFormProps {
  readonly fields: NewAddressFields
  readonly onChange: (change: Partial<NewAddressFields>) => void
  readonly settings: Settings
  readonly accounts: readonly Account[]
  readonly complaints: ReturnType<typeof complaintsOf>
  readonly preview: Output<'addresses.preview'> | null
  readonly isTried: boolean
}

/** The fields of "New address with…". */
export function NewAddressForm({
  fields,
  onChange,
  complaints,
  preview,
  isTried,
  ...known
}: NewAddressFormProps) {
  const account = known.accounts.find(({ id }) => id === fields.accountId)
  const isPaidDomain = known.settings.domains.some(
    ({ domain, tier }) => domain === fields.domain && tier === 'paid',
  )
  const isReserved = isTyped(fields) && preview?.reserved === 'documented'
  const isNameFit = !isReserved && complaints.localPart === null && complaints.prefix === null
  const nameComplaint = complaints.localPart === null ? null : fieldsText.localPart[complaints.localPart]
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,11rem)] items-start gap-x-2 max-[420px]:grid-cols-1 max-[420px]:gap-y-4">
        <TextField
          className={LOCAL_PART_FIELD}
          label={newAddressText.localPart}
          isOptional
          isMono
          autoFocus
          value={fields.localPart}
          onChange={(localPart) => onChange({ localPart })}
          complaint={isReserved ? newAddressText.reservedDocumented : nameComplaint}
          isTried={isTried || isReserved}
          maxLength={200}
        />
        <span className="mt-6 leading-8 text-ink-soft max-[420px]:hidden" aria-hidden="true">
          @
        </span>
        <Select
          className={DOMAIN_FIELD}
          label={newAddressText.domain}
          isMono
          value={fields.domain}
          onChange={(domain) => onChange({ domain })}
          options={known.settings.domains.map(({ domain, tier }) => ({
            id: domain,
            text: domain,
            ...(tier === 'paid' ? { remark: commonText.tiers.paid } : {}),
          }))}
        />
      </div>
      {isNameFit && <Preview fields={fields} preview={preview} />}
      {isPaidDomain && account?.plan === 'free' && <Warning>{newAddressText.needsPaid}</Warning>}
      {isTyped(fields) && preview?.reserved === 'likely' && (
        <Warning>{newAddressText.reservedLikely}</Warning>
      )}
      <div className="flex flex-col gap-2.5">
        <Choice
          label={newAddressText.style}
          value={fields.style}
          options={STYLES}
          labels={commonText.styles}
          onChange={(style) => onChange({ style })}
          isDisabled={isTyped(fields)}
        />
        {fields.style === 'prefix' && (
          <TextField
            label={newAddressText.prefix}
            isMono
            value={fields.prefix}
            onChange={(prefix) => onChange({ prefix })}
            complaint={complaints.prefix === null ? null : fieldsText.prefix[complaints.prefix]}
            isTried={isTried}
            isDisabled={isTyped(fields)}
            maxLength={200}
          />
        )}
        <Tick
          label={newAddressText.noHyphens}
          isSelected={!fields.hasHyphens}
          onChange={(isWithout) => onChange({ hasHyphens: !isWithout })}
          isDisabled={isTyped(fields)}
        />
      </div>
      <TextField
        label={newAddressText.note}
        isOptional
        rows={2}
        value={fields.note}
        onChange={(note) => onChange({ note })}
        complaint={complaints.note === null ? null : fieldsText.note[complaints.note]}
        isTried
        hint={newAddressText.noteHint}
      />
      <TextField
        label={newAddressText.tag}
        isOptional
        value={fields.tag}
        onChange={(tag) => onChange({ tag })}
        complaint={complaints.tag === null ? null : fieldsText.tag[complaints.tag]}
        isTried
        hint={newAddressText.tagHint}
      />
      {known.accounts.length > 1 && (
        <Select
          label={newAddressText.account}
          value={fields.accountId}
          onChange={(accountId) => onChange({ accountId })}
          options={known.accounts.map(({ id, name, plan }) => ({
            id,
            text: name,
            remark: commonText.plans[plan],
          }))}
        />
      )}
    </>
  )
}

interface PreviewProps {
  readonly fields: NewAddressFields
  readonly preview: Output<'addresses.preview'> | null
}

/** What the address will be, or what one of its kind looks like. */
const Preview = ({ fields, preview }: PreviewProps) => (
  <p
    className="-mt-1.5 min-h-9 rounded-md border border-line bg-sunken px-2.5 py-2 font-mono wrap-anywhere text-ink-soft select-text"
    aria-live="polite"
  >
    {preview !== null &&
      (isTyped(fields) ? newAddressText.exactly : newAddressText.something)(
        `${preview.example}@${fields.domain}`,
      )}
  </p>
)

const Warning = ({ children }: { readonly children: string }) => (
  <p className="-mt-2 flex items-start gap-1.5 text-sm text-warn-ink">
    <TriangleAlert className="mt-px size-3.5 shrink-0" aria-hidden="true" />
    {children}
  </p>
)
