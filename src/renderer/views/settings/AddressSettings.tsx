import { useState } from 'react'
import type { Settings } from '../../../shared/settings'
import { commonText } from '../../../shared/text/window/common'
import { fieldsText } from '../../../shared/text/window/fields'
import { settingsText } from '../../../shared/text/window/settings'
import { prefixComplaint } from '../../fields/complaints'
import { changeSettings, settings } from '../../state/settings'
import { Choice } from '../../ui/Choice'
import { Part } from '../../ui/Part'
import { Problem } from '../../ui/Problem'
import { TextField } from '../../ui/TextField'
import { Tick } from '../../ui/Tick'
import { STYLES } from '../addresses/styles'
import { usePreview } from '../addresses/usePreview'
import { DomainList } from './DomainList'

const THEMES: readonly Settings['theme'][] = ['system', 'light', 'dark']

/** How new addresses look, and how Mailroom looks. Every change holds at once. */
export function AddressSettings() {
  const { data, error } = settings.use()
  if (data === null) {
    return error === null ? null : (
      <Problem error={error} title={settingsText.failed} context={{ redo: () => void settings.refresh() }} />
    )
  }
  return (
    <>
      <Part title={settingsText.newAddresses} lead={settingsText.newAddressesLead}>
        <Choice
          label={settingsText.style}
          value={data.style}
          options={STYLES}
          labels={commonText.styles}
          onChange={(style) => void changeSettings({ style })}
          hint={settingsText.styleHints[data.style]}
        />
        {data.style === 'prefix' && <Prefix kept={data.prefix} />}
        <Tick
          label={settingsText.noHyphens}
          hint={settingsText.noHyphensHint}
          isSelected={!data.hasHyphens}
          onChange={(isWithout) => void changeSettings({ hasHyphens: !isWithout })}
        />
        <Example settings={data} />
      </Part>
      <Part title={settingsText.domains} lead={settingsText.domainsLead}>
        <DomainList settings={data} />
      </Part>
      <Part title={settingsText.look}>
        <Choice
          label={settingsText.theme}
          value={data.theme}
          options={THEMES}
          labels={settingsText.themes}
          onChange={(theme) => void changeSettings({ theme })}
        />
      </Part>
    </>
  )
}

/** What an address looks like as things are set now. */
function Example({ settings }: { readonly settings: Settings }) {
  const preview = usePreview({ localPart: '', ...settings })
  return (
    <p className="min-h-9 rounded-md border border-line bg-sunken px-2.5 py-2 font-mono wrap-anywhere text-ink-soft select-text">
      {preview !== null && settingsText.example(`${preview.example}@${settings.defaultDomain}`)}
    </p>
  )
}

/** Kept when the field is left. */
function Prefix({ kept }: { readonly kept: string }) {
  const [typed, setTyped] = useState(kept)
  const complaint = prefixComplaint(typed)
  const keep = () => {
    const prefix = typed.trim().toLowerCase()
    if (prefix !== kept && (complaint === null || prefix === '')) void changeSettings({ prefix })
  }
  return (
    <form
      onBlur={keep}
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <TextField
        className="max-w-80"
        label={settingsText.prefix}
        isMono
        value={typed}
        onChange={setTyped}
        complaint={complaint === null ? null : fieldsText.prefix[complaint]}
        isTried
        maxLength={200}
      />
    </form>
  )
}
