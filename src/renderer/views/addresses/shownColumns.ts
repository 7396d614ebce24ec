import type { AddressColumn } from '../../../shared/addressView'
import type { Settings } from '../../../shared/settings'

const DEFAULT: readonly AddressColumn[] = ['address', 'note', 'labels', 'tag', 'account', 'created', 'state']

/** The columns that were chosen, without the account where there is only one. */
export const shownColumns = (settings: Settings | null, hasManyAccounts: boolean): readonly AddressColumn[] =>
  (settings?.addressColumns ?? DEFAULT).filter((column) => column !== 'account' || hasManyAccounts)
