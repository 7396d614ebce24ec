import { useCallback, useEffect, useState } from 'react'
import type { Account } from '../../../shared/account'
import type { Address } from '../../../shared/address'
import type { AppError } from '../../../shared/errors'
import type { Result } from '../../../shared/result'
import { explain } from '../../../shared/text/errors'
import { accountsText } from '../../../shared/text/window/accounts'
import { addressesText } from '../../../shared/text/window/addresses'
import { noticesText } from '../../../shared/text/window/notices'
import { call } from '../../bridge'
import { accounts } from '../../state/accounts'
import { showDone } from '../../state/notices'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'

interface RemoveAccountDialogProps {
  readonly account: Account
  readonly onClose: () => void
}

/** Asks before an account goes, once it is known what that leaves unsettled. */
export function RemoveAccountDialog({ account: { id, name, keyKept }, onClose }: RemoveAccountDialogProps) {
  const [unsettled, setUnsettled] = useState<Result<Address[], AppError> | null>(null)
  const [isRemoving, setIsRemoving] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const read = useCallback(async () => {
    setUnsettled(null)
    setUnsettled(await call('accounts.unsettled', { id }))
  }, [id])
  useEffect(() => void read(), [read])

  async function remove() {
    if (isRemoving || unsettled?.ok !== true) return
    setIsRemoving(true)
    const result = await call('accounts.remove', { id })
    setIsRemoving(false)
    if (!result.ok) {
      setError(result.error)
      return
    }
    showDone(noticesText.removed(name))
    onClose()
    await accounts.refresh()
  }

  return (
    <Dialog
      role="alertdialog"
      title={accountsText.removeTitle(name)}
      onClose={onClose}
      onSubmit={() => void remove()}
      action={
        <Button look="danger" type="submit" isPending={isRemoving} isDisabled={unsettled?.ok !== true}>
          {isRemoving ? accountsText.removing : accountsText.removeConfirm}
        </Button>
      }
    >
      {error !== null && <Problem error={error} context={{ redo: () => void remove(), accountId: id }} />}
      <p className="text-pretty">
        {keyKept === 'keychain' ? accountsText.removeKey : accountsText.removeMemoryKey}{' '}
        {accountsText.removeStays}
      </p>
      {unsettled === null && <p className="text-ink-soft">{accountsText.removeReading}</p>}
      {unsettled?.ok === false && <Problem error={unsettled.error} context={{ redo: () => void read() }} />}
      {unsettled?.ok === true && unsettled.value.length > 0 && <Unsettled rows={unsettled.value} />}
    </Dialog>
  )
}

const Unsettled = ({ rows }: { readonly rows: readonly Address[] }) => (
  <div className="flex flex-col gap-2">
    <p className="text-pretty text-warn-ink">{accountsText.removeUnsettled(rows.length)}</p>
    <ul
      aria-label={accountsText.removeUnsettledList}
      className="max-h-44 divide-y divide-line overflow-y-auto rounded-md border border-line"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be in reach of the keyboard
      tabIndex={0}
    >
      {rows.map(({ id, email, state, problem }) => (
        <li key={id} className="px-3 py-2">
          <p className="truncate font-mono select-text" title={email}>
            {email}
          </p>
          <p className="line-clamp-2 text-sm wrap-anywhere text-ink-soft">
            {problem === null
              ? addressesText.states[state]
              : addressesText.unconfirmed(explain(problem).reason)}
          </p>
        </li>
      ))}
    </ul>
  </div>
)
