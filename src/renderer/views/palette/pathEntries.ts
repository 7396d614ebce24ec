import { likedoOperations } from '../../../shared/likedo/operations'
import { operations } from '../../../shared/litemail/operations'
import { apiPathsText } from '../../../shared/text/window/apiPaths'
import { paletteText as text } from '../../../shared/text/window/palette'
import { chooseApiFile, exportPaths } from '../../state/apiFiles'
import { lookAtPaths, type PathsAccount, useApiPaths } from '../../state/apiPaths'
import { openDialog, showApiPath } from '../../state/app'
import { showDone } from '../../state/notices'
import type { PaletteEntry } from './entry'

const showPaths = ({ id }: PathsAccount) => showApiPath(id, null)

/** Does something with what is changed, beside the list of it; says so where nothing is. */
async function withChanged(account: PathsAccount, act: () => void): Promise<void> {
  showPaths(account)
  await lookAtPaths(account.id)
  const { accountId, rows } = useApiPaths.getState()
  // Why they cannot be read stands there.
  if (accountId !== account.id || rows === null) return
  if (rows.some(({ isChanged }) => isChanged)) act()
  else showDone(text.noPathChanged(account.name), account.id)
}

/** API paths of an account, and what can be done with all of them. */
const actions: readonly {
  readonly id: string
  readonly name: string
  readonly run: (account: PathsAccount) => void
}[] = [
  { id: 'api-paths', name: text.apiPaths, run: showPaths },
  {
    id: 'import-api-paths',
    name: text.importPaths,
    run: (account) => {
      showPaths(account)
      void chooseApiFile(account)
    },
  },
  {
    id: 'export-api-paths',
    name: text.exportPaths,
    run: (account) => void withChanged(account, () => void exportPaths(account)),
  },
  {
    id: 'reset-api-paths',
    name: text.resetPaths,
    run: (account) =>
      void withChanged(account, () => openDialog({ kind: 'reset-api-paths', accountId: account.id })),
  },
]

/** What is done with all API paths of each account; the account is named where there are several. */
export const pathActions = (accounts: readonly PathsAccount[]): readonly PaletteEntry[] =>
  accounts.flatMap((account) =>
    actions.map(({ id, name, run }): PaletteEntry => {
      const isOfSeveral = accounts.length > 1
      return {
        kind: 'action',
        id: `${id} ${account.id}`,
        name,
        about: isOfSeveral ? account.name : '',
        ...(isOfSeveral ? { also: [`${name} ${account.name}`] } : {}),
        run: () => run(account),
      }
    }),
  )

/** How each operation of each account is asked, to be corrected. */
export const pathEntries = (accounts: readonly PathsAccount[]): readonly PaletteEntry[] =>
  accounts.flatMap((account) => {
    const isOfSeveral = accounts.filter(({ service }) => service === account.service).length > 1
    const table = account.service === 'likedo' ? likedoOperations : operations
    return table.map(
      ({ id, titles: [title] }): PaletteEntry => ({
        kind: 'operation',
        id: `${account.id} ${id} path`,
        name: text.fixPath(title),
        about: isOfSeveral ? `${apiPathsText.title}, ${account.name}` : apiPathsText.title,
        ...(isOfSeveral ? { also: [`${text.fixPath(title)} ${account.name}`] } : {}),
        run: () => showApiPath(account.id, id),
      }),
    )
  })
