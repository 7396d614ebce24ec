import type { Mailbox, MailboxView } from '../../shared/mailbox'
import { mailboxesText } from '../../shared/text/window/mailboxes'
import { call } from '../bridge'
import { createFleetList } from './list/fleetList'

export type MailboxFilters = Omit<MailboxView, 'sort'>

/** Nothing is left out. */
export const noMailboxFilters: MailboxFilters = {
  search: '',
  workspaces: [],
  domains: [],
  statuses: [],
  tags: [],
  renewsWithin: null,
  isUnseen: false,
}

/** The mailboxes of all accounts and workspaces. */
export const mailboxes = createFleetList({
  name: 'mailboxes',
  text: mailboxesText,
  noFilters: noMailboxFilters,
  order: {
    sort: { by: 'address', isDescending: false },
    kept: ({ mailboxSort }) => mailboxSort,
    keep: (mailboxSort) => ({ mailboxSort }),
  },
  list: (view, offset, limit) => call('mailboxes.list', { view, offset, limit }),
  count: (view) => call('mailboxes.facets', { view }),
  place: (view, id) => call('mailboxes.place', { view, id }),
  snapshot: (view) => call('mailboxes.snapshot', { view }),
  get: (id) => call('mailboxes.get', { id }),
  rowOf: ({ mailbox }): Mailbox => mailbox,
  copy: (choice) => call('mailboxes.copy', { choice }),
  setNote: (id, note) => call('mailboxes.setNote', { id, note }),
  write: (requestId, what) => call('mailboxes.export', { requestId, what }),
})
