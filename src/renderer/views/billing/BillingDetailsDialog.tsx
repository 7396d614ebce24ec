import { useState } from 'react'
import { fundsText as text } from '../../../shared/text/window/funds'
import {
  billingFields,
  countryOf,
  detailComplaint,
  readDetails,
  type TypedDetails,
} from '../../fields/billingFields'
import { propose } from '../../state/planning'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/TextField'
import type { FundsDialogProps } from './AddFundsDialog'

/** Whom an account's invoices are made out to. What Litemail has of it nobody can read: saving replaces all of it. */
export function BillingDetailsDialog({ billing: { accountId, accountName }, onClose }: FundsDialogProps) {
  const [typed, setTyped] = useState<TypedDetails>({})
  const [isTried, setIsTried] = useState(false)

  function proceed() {
    setIsTried(true)
    const inputs = readDetails(typed)
    if (inputs === null) return
    propose(
      { operation: 'billing.addDetails', of: { accountId, rows: [{ workspaceId: '', inputs }] } },
      onClose,
    )
  }

  const hintOf = (name: string, value: string): string | undefined =>
    name === 'country' ? (countryOf(value) ?? text.countryHint) : undefined

  return (
    <Dialog
      title={text.detailsTitle(accountName)}
      onClose={onClose}
      onSubmit={proceed}
      action={
        <Button look="primary" type="submit">
          {text.proceed}
        </Button>
      }
    >
      <p className="text-pretty text-ink-soft">{text.detailsLead}</p>
      <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3">
        {billingFields.map((field, place) => {
          const { name, isRequired } = field
          const value = typed[name] ?? ''
          return (
            <TextField
              key={name}
              label={text.fields[name]}
              value={value}
              onChange={(next) => setTyped({ ...typed, [name]: next })}
              complaint={detailComplaint(field, value)}
              isTried={isTried}
              isOptional={!isRequired}
              hint={hintOf(name, value)}
              className={name === 'company' ? 'col-span-2' : ''}
              maxLength={name === 'country' ? 2 : 200}
              autoFocus={place === 0}
            />
          )
        })}
      </div>
    </Dialog>
  )
}
