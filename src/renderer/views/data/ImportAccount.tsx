import { importText as text } from '../../../shared/text/window/data'
import { accounts } from '../../state/accounts'
import { Select } from '../../ui/Select'

interface ImportAccountProps {
  readonly value: string | null
  readonly onChange: (accountId: string | null) => void
}

/** Whose the imported addresses are. Nobody's is an answer too. */
export function ImportAccount({ value, onChange }: ImportAccountProps) {
  const list = accounts.use(({ data }) => data) ?? []
  return (
    <Select
      label={text.account}
      value={value ?? 'none'}
      options={[{ id: 'none', text: text.noAccount }, ...list.map(({ id, name }) => ({ id, text: name }))]}
      onChange={(id) => onChange(id === 'none' ? null : id)}
      hint={text.accountHint}
    />
  )
}
