import type { PaletteFound, PaletteRow } from '../../../shared/palette'
import { oneLine } from '../../../shared/text/phrases'
import { paletteText } from '../../../shared/text/window/palette'
import { showScreen } from '../../state/app'
import { openDetails } from '../../state/details'
import { domains } from '../../state/domains'
import { mailboxes } from '../../state/mailboxes'
import { changeView } from '../../state/view'
import type { PaletteEntry } from './entry'

export type RowKind = 'address' | 'mailbox' | 'domain'

export const ROW_KINDS: readonly RowKind[] = ['address', 'mailbox', 'domain']

const foundOf = { address: 'addresses', mailbox: 'mailboxes', domain: 'domains' } as const

const open: Readonly<Record<RowKind, (id: string) => void>> = {
  address: (id) => openDetails(id),
  mailbox: (id) => mailboxes.details.open(id),
  domain: (id) => domains.details.open(id),
}

/** Opens a list with nothing but this search; hidden addresses are shown as the palette shows them. */
const openAll: Readonly<Record<RowKind, (search: string) => void>> = {
  address: (search) => {
    changeView({
      search,
      labels: [],
      accountIds: [],
      month: null,
      hidden: 'shown',
      isWithoutNote: false,
    })
    showScreen('addresses')
  },
  mailbox: (search) => mailboxes.open({ search }),
  domain: (search) => domains.open({ search }),
}

export const rowEntry = (kind: RowKind, { id, name, about }: PaletteRow): PaletteEntry => ({
  kind,
  id,
  name,
  about: oneLine(about),
  run: () => open[kind](id),
})

/** Rows of one kind as they were found. */
export const rowEntries = (kind: RowKind, found: PaletteFound): PaletteEntry[] =>
  found[foundOf[kind]].rows.map((row) => rowEntry(kind, row))

/** The way to all of them; null where they are all there. */
export function allEntry(kind: RowKind, found: PaletteFound, search: string): PaletteEntry | null {
  const { rows, total } = found[foundOf[kind]]
  if (total <= rows.length) return null
  return {
    kind: 'all',
    id: kind,
    name: paletteText.all[kind](total),
    about: '',
    run: () => openAll[kind](search),
  }
}
