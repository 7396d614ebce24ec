import { useState } from 'react'
import { connectText } from '../../../shared/text/window/connect'
import { nameComplaint } from '../../fields/complaints'
import { TextField } from '../../ui/TextField'
import { NameField } from './NameField'

interface AccountFields {
  readonly name: string
  readonly setName: (name: string) => void
  readonly server: string
  readonly setServer: (server: string) => void
  /** Why the server's address is not taken, in words. */
  readonly complaint: string | null
  readonly isFit: boolean
  /** What they come to, as a call takes it: without a name the account is named by Mailroom. */
  readonly entered: { readonly server: string; readonly name?: string }
}

/** What is known of a new account beside its key. `complaintOf`: why an address is no server of this service, in words. */
export function useAccountFields(
  ownServer: string,
  complaintOf: (server: string) => string | null,
): AccountFields {
  const [name, setName] = useState('')
  const [server, setServer] = useState(ownServer)
  const isNamed = name.trim() !== ''
  const complaint = complaintOf(server)
  return {
    name,
    setName,
    server,
    setServer,
    complaint,
    isFit: complaint === null && (!isNamed || nameComplaint(name) === null),
    entered: isNamed ? { server, name } : { server },
  }
}

interface AccountFieldsProps {
  readonly fields: AccountFields
  readonly isTried: boolean
  readonly nameHint: string
  readonly serverHint?: string
}

/** The name of a new account and the address of its server. */
export const AccountFields = ({ fields, isTried, nameHint, serverHint }: AccountFieldsProps) => (
  <>
    <NameField value={fields.name} onChange={fields.setName} isOptional isTried={isTried} hint={nameHint} />
    <TextField
      label={connectText.server}
      type="url"
      isMono
      value={fields.server}
      onChange={fields.setServer}
      complaint={fields.complaint}
      isTried={isTried}
      hint={serverHint}
    />
  </>
)
