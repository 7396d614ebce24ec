import { useLayoutEffect, useRef, useState } from 'react'
import { isPlatform, type Platform, platforms } from '../../../shared/litemail/exporting'
import { platformName } from '../../../shared/text/platforms'
import { platformLoginText as text } from '../../../shared/text/window/exports'
import { propose } from '../../state/planning'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Dialog } from '../../ui/Dialog'
import { SecretField } from '../../ui/SecretField'
import { Select } from '../../ui/Select'
import { TextField } from '../../ui/TextField'

interface PlatformLoginDialogProps {
  readonly accountId: string
  readonly onClose: () => void
}

const options = platforms.map((id) => ({ id, text: platformName(id) }))
const KINDS = ['add', 'update'] as const
const operations = { add: 'exports.addAccount', update: 'exports.updateAccount' } as const

/** "Login at a platform". Its password is read from the field when it is sent, and in no state of the window. */
export function PlatformLoginDialog({ accountId, onClose }: PlatformLoginDialogProps) {
  const [kind, setKind] = useState<(typeof KINDS)[number]>('add')
  const [platform, setPlatform] = useState<Platform>('INSTANTLY')
  const [id, setId] = useState('')
  const [email, setEmail] = useState('')
  const [isTried, setIsTried] = useState(false)
  const [isEmpty, setIsEmpty] = useState(false)
  const password = useRef<HTMLInputElement>(null)
  const complaint = emailComplaint(email)

  useLayoutEffect(() => {
    const field = password.current
    // What was typed goes with the form.
    return () => {
      if (field !== null) field.value = ''
    }
  }, [])

  function proceed() {
    setIsTried(true)
    const value = password.current?.value ?? ''
    setIsEmpty(value === '')
    if (complaint !== null || value === '') return
    const known = kind === 'update' && id.trim() !== '' ? { accountId: id.trim() } : {}
    const inputs = { ...known, app: platform, email: email.trim(), password: value }
    propose({ operation: operations[kind], of: { accountId, rows: [{ workspaceId: '', inputs }] } }, onClose)
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
      <p className="text-pretty text-ink-soft">{text.lead}</p>
      <Choice label={text.kind} value={kind} options={KINDS} labels={text.kinds} onChange={setKind} />
      <Select
        label={text.platform}
        value={platform}
        options={options}
        onChange={(chosen) => {
          if (isPlatform(chosen)) setPlatform(chosen)
        }}
      />
      {kind === 'update' && (
        <TextField label={text.id} value={id} onChange={setId} hint={text.idHint} isOptional isMono />
      )}
      <TextField
        label={text.email}
        value={email}
        onChange={setEmail}
        complaint={complaint}
        isTried={isTried}
        isMono
      />
      <SecretField
        label={text.password}
        showLabel={text.show}
        hideLabel={text.hide}
        inputRef={password}
        complaint={isEmpty ? text.passwordEmpty : null}
        onEdit={() => setIsEmpty(false)}
        hint={text.passwordHint}
        hasFocus={false}
      />
    </Dialog>
  )
}

/** Main judges it once more, by the same form as every input that is an e-mail. */
function emailComplaint(typed: string): string | null {
  if (typed.trim() === '') return text.emailEmpty
  return /^[^@\s]+@[^@\s]+$/.test(typed.trim()) ? null : text.emailUnfit
}
