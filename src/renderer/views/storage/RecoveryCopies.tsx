import { useState } from 'react'
import type { BackupPreview, LocalCopy } from '../../../shared/backup'
import type { AppError } from '../../../shared/errors'
import type { Result } from '../../../shared/result'
import { restoreText } from '../../../shared/text/window/data'
import { recoveryText as text } from '../../../shared/text/window/recovery'
import { moment } from '../../../shared/text/window/time'
import { call } from '../../bridge'
import { Button } from '../../ui/Button'
import { Problem } from '../../ui/Problem'
import { CopyFacts } from '../data/CopyFacts'
import { NumbersTable } from '../data/NumbersTable'

interface RecoveryCopiesProps {
  readonly copies: readonly LocalCopy[]
  /** What is being taken. */
  readonly taking: string | null
  readonly onTake: (id: string) => void
}

/** The local copies; each shows what it holds before it can be taken. */
export function RecoveryCopies({ copies, taking, onTake }: RecoveryCopiesProps) {
  const [looked, setLooked] = useState<{
    id: string
    preview: Result<BackupPreview, AppError> | null
  } | null>(null)

  async function look(id: string) {
    setLooked({ id, preview: null })
    const preview = await call('copies.preview', { id })
    setLooked((now) => (now?.id === id ? { id, preview } : now))
  }

  return (
    <ul aria-label={text.copies} className="-m-4 divide-y divide-line">
      {copies.map((copy) => {
        const { id, at } = copy
        const preview = looked?.id === id ? looked.preview : null
        const isLooking = looked?.id === id && preview === null
        return (
          <li key={id} className="flex flex-col gap-3 py-2 pr-3 pl-4">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <CopyFacts copy={copy} />
              <Button
                size="small"
                aria-label={text.lookNamed(moment(at))}
                isPending={isLooking}
                onPress={() => void look(id)}
              >
                {isLooking ? text.looking : text.look}
              </Button>
            </div>
            {preview?.ok === false && (
              <Problem error={preview.error} context={{ redo: () => void look(id) }} />
            )}
            {preview?.ok === true && (
              <>
                <NumbersTable
                  label={restoreText.table}
                  columns={[{ title: restoreText.columns.inCopy, of: 'inBackup' }]}
                  numbers={preview.value}
                />
                <Button
                  look="primary"
                  className="mb-1 self-end"
                  isPending={taking === id}
                  onPress={() => onTake(id)}
                >
                  {taking === id ? text.taking : text.takeCopy}
                </Button>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
