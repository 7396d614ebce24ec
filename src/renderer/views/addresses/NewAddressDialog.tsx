import { useEffect, useRef, useState } from 'react'
import type { Account } from '../../../shared/account'
import type { AddressWish } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import type { Settings } from '../../../shared/settings'
import { commonText } from '../../../shared/text/window/common'
import { newAddressText } from '../../../shared/text/window/newAddress'
import { accounts, defaultAccount } from '../../state/accounts'
import { requestAddress, showCreation } from '../../state/creations'
import { settings } from '../../state/settings'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'
import { CreationProblem } from './CreationProblem'
import { NewAddressForm } from './NewAddressForm'
import { complaintsOf, startFields, wishOf } from './newAddressFields'
import { usePreview } from './usePreview'

interface NewAddressDialogProps {
  /** What the form starts from: an earlier wish, or nothing. */
  readonly wish: AddressWish
  readonly onClose: () => void
}

/** "New address with…": once settings and accounts are there. */
export function NewAddressDialog({ wish, onClose }: NewAddressDialogProps) {
  const known = settings.use()
  const list = accounts.use(({ data }) => data)
  if (known.data !== null && list !== null) {
    return <Known wish={wish} settings={known.data} list={list} onClose={onClose} />
  }
  return (
    <Dialog title={newAddressText.title} onClose={onClose} onSubmit={() => {}} action={null}>
      {known.error === null ? (
        <p className="text-ink-soft">{commonText.loading}</p>
      ) : (
        <Problem error={known.error} context={{ redo: () => void settings.refresh() }} />
      )}
    </Dialog>
  )
}

interface KnownProps extends NewAddressDialogProps {
  readonly settings: Settings
  readonly list: readonly Account[]
}

function Known({ wish, settings, list, onClose }: KnownProps) {
  const [fields, setFields] = useState(() => startFields(wish, settings, defaultAccount(list)?.id ?? ''))
  const [isTried, setIsTried] = useState(false)
  const [isCreating, setIsCreating] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const isOpen = useRef(true)
  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])

  const preview = usePreview(fields)
  const complaints = complaintsOf(fields)
  const isFit = preview?.reserved !== 'documented' && Object.values(complaints).every((each) => each === null)

  async function create(isOverBudgetAllowed: boolean) {
    setIsTried(true)
    if (isCreating || !isFit) return
    setIsCreating(true)
    setError(null)
    const press = { wish: wishOf(fields), via: 'window', isOverBudgetAllowed } as const
    await requestAddress(press, (result) => {
      setIsCreating(false)
      // A refusal is told where it can be mended; once the dialog was left, like every other ending.
      if (!result.ok && isOpen.current) {
        setError(result.error)
        return
      }
      showCreation(result, press)
      if (isOpen.current) onClose()
    })
  }

  return (
    <Dialog
      title={newAddressText.title}
      onClose={onClose}
      onSubmit={() => void create(false)}
      action={
        <Button look="primary" type="submit" isPending={isCreating}>
          {isCreating ? newAddressText.creating : newAddressText.create}
        </Button>
      }
    >
      {error !== null && (
        <CreationProblem
          error={error}
          context={{
            redo: () => void create(false),
            redoAnyway: () => void create(true),
            wish: wishOf(fields),
            accountId: fields.accountId,
          }}
          onMend={() => setError(null)}
        />
      )}
      <NewAddressForm
        fields={fields}
        onChange={(change) => setFields({ ...fields, ...change })}
        settings={settings}
        accounts={list}
        complaints={complaints}
        preview={preview}
        isTried={isTried}
      />
    </Dialog>
  )
}
