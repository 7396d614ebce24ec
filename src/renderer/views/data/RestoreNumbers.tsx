import { useState } from 'react'
import type { Account } from '../../../shared/account'
import type { BackupPreview } from '../../../shared/backup'
import type { AppError } from '../../../shared/errors'
import { commonText } from '../../../shared/text/window/common'
import { restoreText as text } from '../../../shared/text/window/data'
import { moment } from '../../../shared/text/window/time'
import { call } from '../../bridge'
import { accounts } from '../../state/accounts'
import { showSection } from '../../state/app'
import { copies } from '../../state/data'
import { litemailAccounts } from '../../state/litemail'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'
import { NumbersTable, WHATS } from './NumbersTable'

interface RestoreNumbersProps {
  readonly source: 'backup' | 'copy'
  readonly preview: BackupPreview
  readonly onClose: () => void
  readonly chooseFile?: () => void
}

/** What a restore would bring, then what it brought. */
export function RestoreNumbers({ source, preview, onClose, chooseFile }: RestoreNumbersProps) {
  const [isRestoring, setIsRestoring] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const [restored, setRestored] = useState<BackupPreview | null>(null)

  async function restore() {
    if (isRestoring) return
    setIsRestoring(true)
    setError(null)
    const result = await call('backup.restore', { file: preview.file })
    setIsRestoring(false)
    if (!result.ok) {
      setError(result.error)
      return
    }
    setRestored(result.value)
    void accounts.refresh()
    void litemailAccounts.refresh()
    void copies.refresh()
  }

  if (restored !== null) return <Restored before={preview} after={restored} onClose={onClose} />
  const isCopy = source === 'copy'
  return (
    <Dialog
      title={isCopy ? text.copyTitle : text.title}
      onClose={onClose}
      onSubmit={() => void restore()}
      action={
        <Button look="primary" type="submit" isPending={isRestoring}>
          {isRestoring ? text.doing : text.action}
        </Button>
      }
    >
      {error !== null && (
        <Problem
          error={error}
          context={{ redo: () => void restore(), ...(chooseFile === undefined ? {} : { chooseFile }) }}
        />
      )}
      <p className="text-pretty wrap-anywhere text-ink-soft">
        {isCopy
          ? text.copyMadeAt(moment(preview.madeAt))
          : text.madeAt(preview.fileName, moment(preview.madeAt))}
      </p>
      <NumbersTable
        label={text.table}
        columns={[
          { title: isCopy ? text.columns.inCopy : text.columns.inBackup, of: 'inBackup' },
          { title: text.columns.here, of: 'here' },
          { title: text.columns.after, of: 'after', isStrong: true },
        ]}
        numbers={preview}
      />
      <ul className="flex list-disc flex-col gap-1.5 pl-5 text-pretty">
        {preview.unsettled > 0 && <li>{text.unsettled(preview.unsettled)}</li>}
        <li>{text.merged}</li>
        {!isCopy && <li>{text.withoutKeys}</li>}
      </ul>
    </Dialog>
  )
}

interface RestoredProps {
  readonly before: BackupPreview
  readonly after: BackupPreview
  readonly onClose: () => void
}

const lacksKey = (of: readonly Pick<Account, 'keyStanding'>[] | null): boolean =>
  of?.some(({ keyStanding }) => keyStanding === 'absent') === true

function Restored({ before, after, onClose }: RestoredProps) {
  const lacksLikedos = accounts.use(({ data }) => lacksKey(data))
  const lacksLitemails = litemailAccounts.use(({ data }) => lacksKey(data))
  const lacksKeys = lacksLikedos || lacksLitemails
  const enterKeys = () => {
    onClose()
    showSection('accounts')
  }
  const now = { ...before }
  for (const what of WHATS) {
    now[what] = { inBackup: before[what].inBackup, here: before[what].here, after: after[what].after }
  }
  return (
    <Dialog
      title={text.doneTitle}
      onClose={onClose}
      closeLabel={commonText.close}
      onSubmit={lacksKeys ? enterKeys : onClose}
      {...(lacksKeys
        ? {
            action: (
              <Button look="primary" type="submit" autoFocus>
                {text.enterKeys}
              </Button>
            ),
          }
        : {})}
    >
      <NumbersTable
        label={text.doneTable}
        columns={[
          { title: text.before, of: 'here' },
          { title: text.now, of: 'after', isStrong: true },
        ]}
        numbers={now}
      />
      {lacksKeys && <p className="text-pretty">{text.needKeys}</p>}
    </Dialog>
  )
}
