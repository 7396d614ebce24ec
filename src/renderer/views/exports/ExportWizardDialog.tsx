import { useState } from 'react'
import type { Choice as Chosen } from '../../../shared/contract'
import { exportingOperations, isPlatform, type Platform, platforms } from '../../../shared/litemail/exporting'
import type { FilledInputs } from '../../../shared/operationAnswer'
import { platformName } from '../../../shared/text/platforms'
import { exportWizardText as text } from '../../../shared/text/window/exports'
import { propose } from '../../state/planning'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Dialog } from '../../ui/Dialog'
import { Select } from '../../ui/Select'
import { TextField } from '../../ui/TextField'

interface ExportWizardDialogProps {
  readonly what: Chosen
  readonly count: number
  readonly platform: Platform | null
  readonly onClose: () => void
}

const options = platforms.map((id) => ({ id, text: platformName(id) }))

/** "Export to a platform": which, by which operation, with which login. Nothing is sent from here: main shows what would be. */
export function ExportWizardDialog({ what, count, platform: first, onClose }: ExportWizardDialogProps) {
  const [platform, setPlatform] = useState<Platform>(first ?? 'INSTANTLY')
  const [operation, setOperation] = useState<(typeof exportingOperations)[number]>('exports.connectInboxes')
  const [login, setLogin] = useState('')

  function proceed() {
    const account: FilledInputs = login.trim() === '' ? {} : { thirdPartyAccountId: login.trim() }
    const inputs: FilledInputs =
      operation === 'exports.mailboxes' ? { apps: [platform], ...account } : { app: platform, ...account }
    propose({ operation, of: { list: 'mailboxes', choice: what, inputs } }, onClose)
  }

  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={proceed}
      action={
        <Button look="primary" type="submit">
          {text.action}
        </Button>
      }
    >
      <p className="text-pretty text-ink-soft">{text.lead(count)}</p>
      <Select
        label={text.platform}
        value={platform}
        options={options}
        onChange={(id) => {
          if (isPlatform(id)) setPlatform(id)
        }}
      />
      <Choice
        label={text.how}
        value={operation}
        options={exportingOperations}
        labels={text.hows}
        onChange={setOperation}
        hint={text.howHints[operation]}
      />
      <TextField
        label={text.login}
        value={login}
        onChange={setLogin}
        hint={text.loginHint}
        isOptional
        isMono
      />
    </Dialog>
  )
}
