import type { AddressColumn } from '../../../shared/addressView'
import { addressesText } from '../../../shared/text/window/addresses'
import { changeSettings, settings } from '../../state/settings'
import { sortAddresses, useView } from '../../state/view'
import { type ColumnKind, ViewMenu } from '../list/ViewMenu'

const ALL: readonly AddressColumn[] = ['address', 'note', 'labels', 'tag', 'account', 'created', 'state']

export const kindOf = (id: AddressColumn): ColumnKind => (id === 'created' ? 'moments' : 'words')

/** How the list of addresses looks. */
export function AddressViewMenu() {
  const columns = settings.use(({ data }) => data?.addressColumns ?? ALL)
  const sort = useView((view) => view.sort)
  return (
    <ViewMenu
      all={ALL}
      titles={addressesText.columns}
      kindOf={kindOf}
      columns={columns}
      onColumns={(addressColumns) => void changeSettings({ addressColumns })}
      sort={sort}
      onSort={sortAddresses}
      {...(sort.by === 'created' ? { sortHint: addressesText.grouped } : {})}
    />
  )
}
