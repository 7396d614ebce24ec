import type { Page } from './pages'
import type { DomainRecord, Holdings, MailboxRecord, TagRecord } from './records'
import type { Shapes } from './switches'

/*
 * Records as answers show them, in the likely shapes.
 */

const moment = (iso: string | null, { moments }: Shapes): string | number | null => {
  if (iso === null || moments === 'iso') return iso
  return moments === 'epoch-ms' ? Date.parse(iso) : Math.floor(Date.parse(iso) / 1_000)
}

const count = (number: number, { counts }: Shapes): string | number =>
  counts === 'string' ? String(number) : number

const rowTags = (tags: readonly TagRecord[], { rowTags: how }: Shapes): Record<string, unknown> => {
  if (how === 'none') return {}
  if (how === 'objects') return { tags }
  return { tags: tags.map(({ id, name }) => (how === 'ids' ? id : name)) }
}

/** A mailbox without its credentials. */
const plainMailbox = (mailbox: MailboxRecord, shapes: Shapes): Record<string, unknown> => {
  const { id, username, email, domain, domainId, firstName, lastName, status, profilePicture } = mailbox
  return {
    id,
    username,
    ...(shapes.hasEmail && { email }),
    domain,
    domainId,
    firstName,
    lastName,
    status,
    profilePicture,
    ...rowTags(mailbox.tags, shapes),
    assignedOn: moment(mailbox.assignedOn, shapes),
    expireOn: moment(mailbox.expireOn, shapes),
    createdAt: moment(mailbox.createdAt, shapes),
  }
}

/** A mailbox as the list shows it. */
export const listedMailbox = (mailbox: MailboxRecord, shapes: Shapes): Record<string, unknown> => ({
  ...plainMailbox(mailbox, shapes),
  ...(shapes.hasCredentialsInList && { appPassword: mailbox.appPassword }),
})

/** A mailbox with its live credentials. */
export const detailedMailbox = (mailbox: MailboxRecord, shapes: Shapes): unknown => {
  const { appPassword, password, secret } = mailbox
  const data = { ...plainMailbox(mailbox, shapes), appPassword, password, secret }
  return shapes.details === 'data' ? data : { mailbox: data }
}

export const shownDomain = (
  record: DomainRecord,
  mailboxes: number,
  shapes: Shapes,
): Record<string, unknown> => {
  const { domain, workspaceId: _workspace, dns: _dns, records: _records, ...told } = record
  const { tags, registeredOn, expireOn, id, ...facts } = told
  return {
    id,
    [shapes.domainName]: domain,
    ...facts,
    registeredOn: moment(registeredOn, shapes),
    expireOn: moment(expireOn, shapes),
    ...rowTags(tags, shapes),
    assignedMailboxesCount: count(mailboxes, shapes),
  }
}

const paging = ({ page, total, pages, next }: Page<unknown>, shapes: Shapes): Record<string, unknown> => ({
  ...(shapes.total !== 'none' && { [shapes.total]: total }),
  ...(shapes.page !== 'none' && { [shapes.page]: page }),
  ...(shapes.hasNextPage && { nextPage: next }),
  ...(shapes.hasTotalPages && { totalPages: pages }),
})

/** A page of rows that are drawn already, below the name. */
export const drawnPage = (
  name: string,
  page: Page<Record<string, unknown>>,
  how: 'array' | 'paged',
  shapes: Shapes,
): unknown => (how === 'array' ? page.rows : { ...paging(page, shapes), [name]: page.rows })

/** A page of mailboxes in whatever shape is wished for. */
export const drawnMailboxes = (
  page: Page<MailboxRecord>,
  domains: readonly DomainRecord[],
  shapes: Shapes,
): unknown => {
  if (shapes.mailboxes !== 'by-domain') {
    const rows = page.rows.map((mailbox) => listedMailbox(mailbox, shapes))
    return drawnPage('mailboxes', { ...page, rows }, shapes.mailboxes, shapes)
  }
  const groups = new Map<string, MailboxRecord[]>()
  for (const mailbox of page.rows)
    groups.set(mailbox.domainId, [...(groups.get(mailbox.domainId) ?? []), mailbox])
  return {
    ...paging(page, shapes),
    domains: [...groups].map(([id, mailboxes]) => ({
      id,
      domain: mailboxes[0]?.domain ?? null,
      status: domains.find((domain) => domain.id === id)?.status ?? null,
      mailboxes: mailboxes.map((mailbox) => {
        const { domain: _name, domainId: _id, ...row } = listedMailbox(mailbox, shapes)
        return row
      }),
    })),
  }
}

/** A user's workspaces, `currentId` being the one that was asked under. */
export const drawnWorkspaces = (holdings: Holdings, currentId: string, shapes: Shapes): unknown => {
  const workspaces = holdings.workspaces.map(({ id, name }) => ({
    id,
    name,
    domainCount: count(holdings.domains.filter(({ workspaceId }) => workspaceId === id).length, shapes),
    mailboxCount: count(holdings.mailboxes.filter(({ workspaceId }) => workspaceId === id).length, shapes),
  }))
  if (shapes.workspaces === 'array') return workspaces
  return { currentWorkspace: workspaces.find(({ id }) => id === currentId) ?? null, workspaces }
}
