import type { Account } from '../../shared/account'
import type { Settings } from '../../shared/settings'
import { commonText } from '../../shared/text/window/common'
import { fieldsText } from '../../shared/text/window/fields'
import { newAddressText } from '../../shared/text/window/newAddress'
import { TextField } from '../ui/TextField'
import { Tick } from '../ui/Tick'
import { isTyped } from '../views/addresses/newAddressFields'
import { STYLES } from '../views/addresses/styles'
import { NativeSelect } from './NativeSelect'
import type { complaintsOf, QuickFields } from './quickFields'

interface MoreFieldsProps {
  readonly fields: QuickFields
  readonly onChange: (change: Partial<QuickFields>) => void
  readonly settings: Settings
  readonly accounts: readonly Account[]
  readonly complaints: ReturnType<typeof complaintsOf>
  readonly isTried: boolean
}

const styles = STYLES.map((id) => ({ id, text: commonText.styles[id] }))

/** What few presses need: how a name is drawn, and where it is made. */
export function MoreFields({ fields, onChange, settings, accounts, complaints, isTried }: MoreFieldsProps) {
  const domains = settings.domains.map(({ domain, tier }) => ({
    id: domain,
    text: tier === 'paid' ? `${domain} (${commonText.tiers.paid})` : domain,
  }))
  const isDrawn = !isTyped(fields)
  return (
    <>
      <div className="grid grid-cols-2 gap-2.5">
        <NativeSelect
          label={newAddressText.style}
          value={fields.style}
          options={styles}
          onChange={(id) => onChange({ style: STYLES.find((style) => style === id) ?? fields.style })}
          isDisabled={!isDrawn}
        />
        <div className="field-domain">
          <NativeSelect
            label={newAddressText.domain}
            value={fields.domain}
            options={domains}
            onChange={(domain) => onChange({ domain })}
          />
        </div>
      </div>
      {fields.style === 'prefix' && (
        <TextField
          label={newAddressText.prefix}
          isMono
          value={fields.prefix}
          onChange={(prefix) => onChange({ prefix })}
          complaint={complaints.prefix === null ? null : fieldsText.prefix[complaints.prefix]}
          isTried={isTried}
          isDisabled={!isDrawn}
          maxLength={200}
        />
      )}
      <Tick
        label={newAddressText.noHyphens}
        isSelected={!fields.hasHyphens}
        onChange={(isWithout) => onChange({ hasHyphens: !isWithout })}
        isDisabled={!isDrawn}
      />
      <TextField
        label={newAddressText.tag}
        isOptional
        value={fields.tag}
        onChange={(tag) => onChange({ tag })}
        complaint={complaints.tag === null ? null : fieldsText.tag[complaints.tag]}
        isTried
      />
      {accounts.length > 1 && (
        <NativeSelect
          label={newAddressText.account}
          value={fields.accountId}
          options={accounts.map(({ id, name }) => ({ id, text: name }))}
          onChange={(accountId) => onChange({ accountId })}
        />
      )}
    </>
  )
}
