import { useEffect, useState } from 'react'
import { apiPathsText as text } from '../../../../shared/text/window/apiPaths'
import { lookAtPaths, type PathsAccount, pathDetails, pathKey, useApiPaths } from '../../../state/apiPaths'
import { meetOperation, usePlace } from '../../../state/app'
import { Problem } from '../../../ui/Problem'
import { Reading } from '../../../ui/Reading'
import { PathPanel } from './PathPanel'
import { PathsList } from './PathsList'

/** "API paths": every operation of an account with how it is asked, and beside them the one that is corrected. */
export function ApiPathsPart({ account }: { readonly account: PathsAccount }) {
  const { accountId, rows, error } = useApiPaths()
  const operation = usePlace(({ operations }) => operations.operation)
  const wanted = usePlace(({ operations }) => operations.wanted)
  const [shown, setShown] = useState<{ readonly id: string } | null>(null)
  useEffect(() => void lookAtPaths(account.id), [account.id])

  useEffect(() => {
    const { id } = pathDetails.use.getState()
    const key = operation === null ? null : pathKey(account.id, operation)
    if (key === null) {
      if (id !== null) pathDetails.close()
    } else if (wanted?.operation === operation) {
      pathDetails.open(key)
      meetOperation()
    } else if (id !== key) pathDetails.open(key, { focus: null })
  }, [account.id, operation, wanted])

  const isHere = accountId === account.id
  return (
    <>
      {isHere && error !== null && (
        <div className="p-4">
          <Problem
            error={error}
            title={text.failed}
            context={{
              service: account.service,
              accountId: account.id,
              redo: () => void lookAtPaths(account.id),
            }}
          />
        </div>
      )}
      <div className="with-details">
        <div className="@container/list flex min-h-0 flex-col">
          {isHere && rows !== null ? (
            <PathsList account={account} all={rows} shown={shown} onShown={() => setShown(null)} />
          ) : (
            error === null && <Reading words={text.reading} />
          )}
        </div>
        {operation !== null && <PathPanel account={account} onShow={(id) => setShown({ id })} />}
      </div>
    </>
  )
}
