import { useEffect, useState } from 'react'
import type { Account, Plan } from '../../../shared/account'
import type { AppError } from '../../../shared/errors'
import { accountsText } from '../../../shared/text/window/accounts'
import { commonText } from '../../../shared/text/window/common'
import { call } from '../../bridge'
import { nameComplaint } from '../../fields/complaints'
import { accounts, type CreatePath, createPaths, readCreatePath, takeCreatePath } from '../../state/accounts'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Dialog } from '../../ui/Dialog'
import { More } from '../../ui/More'
import { Problem } from '../../ui/Problem'
import { KeyEndField } from '../connect/KeyEndField'
import { NameField } from '../connect/NameField'
import { isRequestsFit, PlanField, RequestsField, requestsOf } from '../connect/PlanFields'

const pathLabels: Readonly<Record<string, string>> = {
  '/api/v1/emails/create': '/emails/create',
  '/api/v1/emails': '/emails',
} satisfies Record<CreatePath, string>

interface EditAccountDialogProps {
  readonly account: Account
  readonly onClose: () => void
}

/** An account's name and what the user knows of its plan; the key has a dialog of its own. */
export function EditAccountDialog({ account, onClose }: EditAccountDialogProps) {
  const [name, setName] = useState(account.name)
  const [plan, setPlan] = useState<Plan>(account.plan)
  const [requests, setRequests] = useState(account.requestsPerHour?.toString() ?? '')
  const [keyEndsOn, setKeyEndsOn] = useState(account.keyEndsOn ?? '')
  /** Null: not known yet. */
  const [createPath, setCreatePath] = useState<string | null>(null)
  const [isTried, setIsTried] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const [error, setError] = useState<AppError | null>(null)

  useEffect(() => {
    void readCreatePath(account.id).then((read) => {
      if (read.ok) setCreatePath((chosen) => chosen ?? read.value)
      else setError(read.error)
    })
  }, [account.id])

  async function save() {
    setIsTried(true)
    if (isSaving || nameComplaint(name) !== null || !isRequestsFit(requests)) return
    setIsSaving(true)
    const result = await call('accounts.update', {
      id: account.id,
      name,
      plan,
      requestsPerHour: requestsOf(requests),
      keyEndsOn: keyEndsOn === '' ? null : keyEndsOn,
    })
    const taken = result.ok && createPath !== null ? await takeCreatePath(account.id, createPath) : result
    setIsSaving(false)
    if (!taken.ok) {
      setError(taken.error)
      return
    }
    await accounts.refresh()
    onClose()
  }

  return (
    <Dialog
      title={accountsText.editTitle}
      onClose={onClose}
      onSubmit={() => void save()}
      action={
        <Button look="primary" type="submit" isPending={isSaving}>
          {commonText.save}
        </Button>
      }
    >
      {error !== null && (
        <Problem error={error} context={{ redo: () => void save(), accountId: account.id }} />
      )}
      <NameField autoFocus value={name} onChange={setName} isTried={isTried} />
      <PlanField value={plan} onChange={setPlan} />
      <RequestsField value={requests} onChange={setRequests} isTried={isTried} />
      <KeyEndField value={keyEndsOn} onChange={setKeyEndsOn} />
      <More>
        <Choice
          label={accountsText.planPath}
          value={createPath ?? ''}
          isDisabled={createPath === null}
          options={createPaths}
          labels={pathLabels}
          onChange={setCreatePath}
          hint={accountsText.planPathHint}
        />
      </More>
    </Dialog>
  )
}
