import { useState } from 'react'
import type { Job } from '../../../../shared/job'
import type { LitemailAccount } from '../../../../shared/litemail/account'
import { domainWritesText as text } from '../../../../shared/text/window/domainWrites'
import { type ReadNames, readDomainNames } from '../../../fields/domainNames'
import { propose } from '../../../state/planning'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { TextField } from '../../../ui/TextField'
import { AccountChoice } from './AccountChoice'
import { ConnectedDomains } from './ConnectedDomains'
import { useWhose } from './useWhose'

/** So many are connected at once, so that all of them can be looked after. */
const MOST = 100
const LONGEST = 30_000

interface ConnectDomainsDialogProps {
  readonly accounts: readonly LitemailAccount[]
  /** Null: the first. */
  readonly meant: string | null
  readonly onClose: () => void
}

/** Many domains at once; and then, which name servers they need, and whether these are set. */
export function ConnectDomainsDialog({ accounts, meant, onClose }: ConnectDomainsDialogProps) {
  const [begun, setBegun] = useState<{ readonly job: Job; readonly workspaceId: string } | null>(null)
  return begun === null ? (
    <ConnectForm
      accounts={accounts}
      meant={meant}
      onBegun={(job, workspaceId) => setBegun({ job, workspaceId })}
      onClose={onClose}
    />
  ) : (
    <ConnectedDomains {...begun} onClose={onClose} />
  )
}

interface ConnectFormProps extends ConnectDomainsDialogProps {
  readonly onBegun: (job: Job, workspaceId: string) => void
}

function complaintAbout({ names, bad }: ReadNames): string | null {
  if (bad.length > 0) return text.notNames(bad)
  if (names.length === 0) return text.namesEmpty
  return names.length > MOST ? text.namesMany(MOST) : null
}

function ConnectForm({ accounts, meant, onBegun, onClose }: ConnectFormProps) {
  const whose = useWhose(accounts, meant)
  const [typed, setTyped] = useState('')
  const [isTried, setIsTried] = useState(false)
  const read = readDomainNames(typed)
  const complaint = complaintAbout(read)
  const { accountId, workspaceId } = whose

  function proceed() {
    setIsTried(true)
    if (complaint !== null) return
    const rows = read.names.map((name) => ({ workspaceId, inputs: { domainNames: [name] } }))
    propose({ operation: 'domains.connect', of: { accountId, rows } }, (job) => onBegun(job, workspaceId))
  }

  return (
    <Dialog
      title={text.connectTitle}
      onClose={onClose}
      onSubmit={proceed}
      action={
        <Button look="primary" type="submit">
          {text.proceed}
        </Button>
      }
    >
      <p className="text-pretty text-ink-soft">{text.connectLead}</p>
      <TextField
        label={text.names}
        value={typed}
        onChange={setTyped}
        complaint={complaint}
        // A name that is none is said while one types; that there is none yet is not.
        isTried={isTried || (read.bad.length > 0 && /\s$/.test(typed)) || read.names.length > MOST}
        hint={text.namesHint}
        rows={8}
        maxLength={LONGEST}
        isMono
        autoFocus
      />
      <p aria-live="polite" className="text-ink-soft">
        {text.counted(read.names.length)}
        {read.twice > 0 && ` ${text.twice(read.twice)}`}
      </p>
      <AccountChoice {...whose} />
    </Dialog>
  )
}
