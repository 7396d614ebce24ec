import { SquareTerminal } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { operationReadsText as text } from '../../../../shared/text/window/operationReads'
import { operationsText } from '../../../../shared/text/window/operations'
import { lookAtPaths, type PathsAccount, useApiPaths } from '../../../state/apiPaths'
import { closeOperation, usePlace } from '../../../state/app'
import { lookAtViews, openReading, useReading } from '../../../state/operationReading'
import { Message } from '../../../ui/Message'
import { Problem } from '../../../ui/Problem'
import { Reading } from '../../../ui/Reading'
import { useWidth } from '../../../ui/useWidth'
import { listPlace } from '../../list/places'
import { askedOperation } from '../paths/askedOperation'
import { OperationList } from './OperationList'
import { OperationPanel } from './OperationPanel'

/** Below this, in CSS pixels, list and operation take turns. */
const BESIDE = 720

/** "Read": every operation of an account, and beside them the one that is looked at: inputs, request, answer. */
export function ReadPart({ account }: { readonly account: PathsAccount }) {
  const { accountId, rows, error } = useApiPaths()
  const operation = usePlace(({ operations }) => operations.operation)
  const [shown, setShown] = useState<{ readonly id: string } | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)
  const isNarrow = width !== null && width < BESIDE
  const isHere = accountId === account.id
  // The account that it was opened of may be gone, and this one's service have no such operation.
  const has = isHere && rows?.some((row) => row.operation === operation)
  const open = operation !== null && has === true ? askedOperation(operation) : null

  useEffect(() => {
    void lookAtPaths(account.id)
    void lookAtViews(account.id)
  }, [account.id])

  useEffect(() => {
    const { account: of, operation: here } = useReading.getState()
    if (open !== null && (of?.id !== account.id || here?.id !== open.id)) openReading(account, open)
  }, [account, open])

  const back = () => {
    if (open === null) return
    if (isNarrow) closeOperation()
    setShown({ id: open.id })
    listPlace()?.focus()
  }
  return (
    <div ref={place} className="flex min-h-0 flex-1 flex-col">
      {isHere && error !== null && (
        <div className="p-4">
          <Problem
            error={error}
            title={text.failed}
            context={{
              ...{ service: account.service, accountId: account.id },
              redo: () => void lookAtPaths(account.id),
            }}
          />
        </div>
      )}
      {isHere && rows !== null ? (
        <div className="flex min-h-0 flex-1">
          {(!isNarrow || open === null) && (
            <div
              className={
                isNarrow
                  ? '@container/list flex min-h-0 min-w-0 flex-1 flex-col'
                  : '@container/list flex min-h-0 w-80 shrink-0 flex-col border-r border-line'
              }
            >
              <OperationList account={account} all={rows} shown={shown} onShown={() => setShown(null)} />
            </div>
          )}
          {open !== null && <OperationPanel onBack={back} hasBack={isNarrow} rows={rows} />}
          {open === null && !isNarrow && (
            <div className="min-w-0 flex-1">
              <Message icon={<SquareTerminal className="size-5" aria-hidden="true" />} title={text.choose}>
                {text.chooseLead}
              </Message>
            </div>
          )}
        </div>
      ) : (
        error === null && <Reading words={operationsText.reading} />
      )}
    </div>
  )
}
