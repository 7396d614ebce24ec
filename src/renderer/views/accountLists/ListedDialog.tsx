import type { ReactNode } from 'react'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { accountListText as text } from '../../../shared/text/window/accountLists'
import type { FollowedList } from '../../state/accountLists'
import { refreshFleet } from '../../state/fleet'
import { useExactNow } from '../../ui/Age'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'
import { Reading } from '../../ui/Reading'

interface Words {
  readonly title: (account: string) => string
  readonly failed: string
  readonly none: string
  readonly lead?: string
  readonly add: string
}

interface ListedDialogProps<Row> {
  readonly account: LitemailAccount
  readonly words: Words
  readonly list: FollowedList<{ readonly rows: readonly Row[]; readonly readAt: number | null }>
  readonly onAdd: () => void
  readonly onClose: () => void
  /** The rows, where there are any. */
  readonly children: (rows: readonly Row[]) => ReactNode
}

/** A short list of an account, with its age, and what can be added to it. */
export function ListedDialog<Row>({ account, words, list, children, ...on }: ListedDialogProps<Row>) {
  const { data, status, error } = list
  const now = useExactNow()
  return (
    <Dialog
      title={words.title(account.name)}
      onClose={on.onClose}
      onSubmit={on.onAdd}
      closeLabel={text.close}
      isWide
      action={
        <Button look="primary" type="submit">
          {words.add}
        </Button>
      }
    >
      {words.lead !== undefined && <p className="text-pretty text-ink-soft">{words.lead}</p>}
      {status === 'failed' && error !== null && (
        <Problem
          error={error}
          title={words.failed}
          context={{ service: 'litemail', accountId: account.id, redo: () => void list.refresh() }}
        />
      )}
      {data === null && status === 'loading' && <Reading words={text.reading} />}
      {data !== null && (
        <>
          {data.rows.length > 0 && children(data.rows)}
          {data.rows.length === 0 && data.readAt !== null && <p className="text-ink-soft">{words.none}</p>}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <p role="status" className="text-sm text-ink-soft">
              {data.readAt === null ? text.notLoaded : text.readAt(data.readAt, now)}
            </p>
            <Button look="quiet" size="small" onPress={() => void refreshFleet(account.id)}>
              {text.refresh}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
