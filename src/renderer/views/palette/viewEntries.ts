import type { OperationView } from '../../../shared/operationAnswer'
import { ok } from '../../../shared/result'
import type { SavedView } from '../../../shared/savedView'
import { paletteText } from '../../../shared/text/window/palette'
import { shellText } from '../../../shared/text/window/shell'
import { call } from '../../bridge'
import { accounts } from '../../state/accounts'
import type { PathsAccount } from '../../state/apiPaths'
import { showOperations, showScreen } from '../../state/app'
import { domains } from '../../state/domains'
import { litemailAccounts } from '../../state/litemail'
import { mailboxes } from '../../state/mailboxes'
import { createMirror } from '../../state/mirror'
import { askedOperation } from '../operations/paths/askedOperation'
import type { PaletteEntry } from './entry'

/** What its user kept under names: of lists, and of what accounts were asked. */
export interface KeptViews {
  readonly lists: readonly SavedView[]
  readonly operations: readonly OperationView[]
}

/** They are read each time the palette is opened, and never at a key. */
export const keptViews = createMirror<KeptViews>(async () => {
  const all = [...(litemailAccounts.use.getState().data ?? []), ...(accounts.use.getState().data ?? [])]
  const [lists, ...each] = await Promise.all([
    call('views.list', {}),
    ...all.map(({ id }) => call('operationViews.list', { accountId: id })),
  ])
  if (!lists.ok) return lists
  const operations: OperationView[] = []
  for (const views of each) {
    if (!views.ok) return views
    operations.push(...views.value)
  }
  return ok({ lists: lists.value, operations })
})

function showList(saved: SavedView): void {
  if (saved.list === 'mailboxes') mailboxes.view.show(saved.view)
  else domains.view.show(saved.view)
  showScreen(saved.list)
}

/** Views of lists, under the names that their user gave them. */
export const listViewEntries = (views: KeptViews | null): readonly PaletteEntry[] =>
  (views?.lists ?? []).map(
    (saved): PaletteEntry => ({
      kind: 'action',
      id: `view ${saved.id}`,
      name: saved.name,
      about: paletteText.viewOf(shellText.screens[saved.list]),
      run: () => showList(saved),
    }),
  )

async function showOperationView(account: PathsAccount, view: OperationView): Promise<void> {
  const operation = askedOperation(view.operation)
  // What is read there is loaded with its screen.
  const { fillFrom } = await import('../../state/operationReading')
  if (operation !== null) fillFrom(account, operation, view)
  showOperations({ accountId: account.id, part: 'read', operation: view.operation })
}

/** What accounts were asked, under the names that their user gave it. */
export const operationViewEntries = (
  views: KeptViews | null,
  all: readonly PathsAccount[],
): readonly PaletteEntry[] =>
  (views?.operations ?? []).flatMap((view): PaletteEntry | readonly PaletteEntry[] => {
    const account = all.find(({ id }) => id === view.accountId)
    if (account === undefined) return []
    return {
      kind: 'operation',
      id: `view ${view.id}`,
      name: view.name,
      about: paletteText.viewOf(shellText.screens.operations),
      run: () => void showOperationView(account, view),
    }
  })
