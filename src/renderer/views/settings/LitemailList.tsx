import { Plug, Plus } from 'lucide-react'
import { useId } from 'react'
import { litemailText } from '../../../shared/text/window/litemail'
import { shellText } from '../../../shared/text/window/shell'
import { openDialog } from '../../state/app'
import { litemailAccounts } from '../../state/litemail'
import { Button } from '../../ui/Button'
import { Problem } from '../../ui/Problem'
import { LitemailCard } from './LitemailCard'

/** Settings, Accounts: those at Litemail. */
export function LitemailList() {
  const id = useId()
  const { data, error } = litemailAccounts.use()
  const isEmpty = data?.length === 0
  const Icon = isEmpty ? Plug : Plus
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 border-t border-line pt-6">
      {error !== null && (
        <Problem
          error={error}
          title={litemailText.failed}
          context={{ service: 'litemail', redo: () => void litemailAccounts.refresh() }}
        />
      )}
      <div className="flex items-center justify-between gap-4">
        <div className="min-w-0">
          <h2 id={id} className="font-semibold">
            {shellText.litemail}
          </h2>
          <p className="text-pretty text-ink-soft">{isEmpty ? litemailText.empty : litemailText.lead}</p>
        </div>
        <Button
          icon={<Icon className="size-4" aria-hidden="true" />}
          onPress={() => openDialog({ kind: 'connect-litemail' })}
        >
          {isEmpty ? shellText.connectLitemail : litemailText.connectAnother}
        </Button>
      </div>
      {data !== null && data.length > 0 && (
        <ul aria-label={litemailText.list} className="flex flex-col gap-4">
          {data.map((account) => (
            <li key={account.id}>
              <LitemailCard account={account} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
