import { useState } from 'react'
import type { Settings } from '../../../shared/settings'
import { fieldsText } from '../../../shared/text/window/fields'
import { settingsText } from '../../../shared/text/window/settings'
import { domainComplaint } from '../../fields/complaints'
import { changeSettings } from '../../state/settings'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import { TierSelect } from './TierSelect'

/** One more domain, at the end of the list. */
export function AddDomain({ settings: { domains } }: { readonly settings: Settings }) {
  const [typed, setTyped] = useState('')
  const [tier, setTier] = useState<'everyone' | 'paid'>('everyone')
  const [isTried, setIsTried] = useState(false)
  const domain = typed.trim().toLowerCase()
  const isThere = domains.some((choice) => choice.domain === domain)
  const complaint = isThere ? 'twice' : domainComplaint(typed)

  async function add() {
    setIsTried(true)
    if (complaint !== null) return
    if (!(await changeSettings({ domains: [...domains, { domain, tier }] }))) return
    setTyped('')
    setIsTried(false)
  }

  return (
    <form
      className="flex flex-wrap items-start gap-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextField
        className="min-w-40 flex-1"
        label={settingsText.domain}
        isMono
        value={typed}
        onChange={(text) => {
          setTyped(text)
          setIsTried(false)
        }}
        complaint={complaint === null ? null : fieldsText.domain[complaint]}
        isTried={isTried}
        maxLength={253}
      />
      <TierSelect label={settingsText.tier} value={tier} onChange={setTier} />
      <Button type="submit" className="mt-6 h-8">
        {settingsText.addDomain}
      </Button>
    </form>
  )
}
