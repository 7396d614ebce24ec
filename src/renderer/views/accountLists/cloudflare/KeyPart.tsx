import { useLayoutEffect, useRef, useState } from 'react'
import { accountListText, cloudflareText as text } from '../../../../shared/text/window/accountLists'
import { keyComplaint } from '../../../fields/complaints'
import { propose } from '../../../state/planning'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { SecretField } from '../../../ui/SecretField'
import { TextField } from '../../../ui/TextField'
import type { CloudflarePartProps } from './CloudflareDialog'

/**
 * How Litemail reaches an account at Cloudflare. The key is only ever in its field: read when it is sent to main, removed
 * when its job has begun or the form is left.
 */
export function KeyPart({ account, onClose, choice }: CloudflarePartProps) {
  const keyField = useRef<HTMLInputElement>(null)
  const [email, setEmail] = useState('')
  const [accountId, setAccountId] = useState('')
  const [complaint, setComplaint] = useState<ReturnType<typeof keyComplaint>>(null)
  const [isTried, setIsTried] = useState(false)
  const emailComplaint = /^[^\s@]+@[^\s@]+$/.test(email.trim()) ? null : text.emailComplaint
  const idComplaint = accountId.trim() === '' ? text.accountIdComplaint : null

  useLayoutEffect(() => {
    const field = keyField.current
    return () => {
      if (field !== null) field.value = ''
    }
  }, [])

  function proceed() {
    setIsTried(true)
    const apiKey = keyField.current?.value.trim() ?? ''
    const reason = keyComplaint(apiKey)
    setComplaint(reason)
    if (reason !== null || emailComplaint !== null || idComplaint !== null) return
    const inputs = { email: email.trim(), apiKey, accountId: accountId.trim() }
    propose(
      { operation: 'cloudflare.save', of: { accountId: account.id, rows: [{ workspaceId: '', inputs }] } },
      onClose,
    )
  }

  return (
    <Dialog
      title={text.title(account.name)}
      onClose={onClose}
      closeLabel={accountListText.close}
      onSubmit={proceed}
      isWide
      action={
        <Button look="primary" type="submit">
          {text.save}
        </Button>
      }
    >
      {choice}
      <p className="text-pretty text-ink-soft">{text.keyLead}</p>
      <TextField
        label={text.email}
        value={email}
        onChange={setEmail}
        complaint={emailComplaint}
        isTried={isTried}
        maxLength={320}
        isMono
      />
      <SecretField
        label={text.key}
        showLabel={text.showKey}
        hideLabel={text.hideKey}
        inputRef={keyField}
        complaint={complaint === null ? null : text.keyComplaints[complaint]}
        onEdit={() => setComplaint(null)}
        hint={text.keyHint}
        hasFocus={false}
      />
      <TextField
        label={text.accountId}
        value={accountId}
        onChange={setAccountId}
        complaint={idComplaint}
        isTried={isTried}
        maxLength={200}
        isMono
      />
    </Dialog>
  )
}
