import { type Answer, jsonAnswer } from '../loopback/answer'
import { type Asked, inWorkspace } from './asked'
import { dnsDrawers, GOLDEN } from './dns'
import { detailedMailbox, drawnMailboxes, drawnPage, drawnWorkspaces, shownDomain } from './draw'
import type { GoldenOperation } from './golden'
import { cutPage } from './pages'
import type { DomainRecord } from './records'
import type { Paging } from './switches'
import { isFields } from './writes/written'

type Draw = (asked: Asked) => unknown

/** Said instead of data where there is no such thing. */
const NOT_FOUND = Symbol('not found')

const pagingOf = ({ switches }: Asked, list: 'mailboxes' | 'domains'): Paging => ({
  ...switches.paging,
  ...switches.pagingOf[list],
})

const contains = ({ request }: Asked, ...texts: readonly string[]): boolean =>
  texts.some((text) => text.toLowerCase().includes((request.query.contains ?? '').toLowerCase()))

/** How many mailboxes each domain has, by its id. */
const mailboxCounts = ({ holdings }: Asked): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { domainId } of holdings.mailboxes) counts.set(domainId, (counts.get(domainId) ?? 0) + 1)
  return counts
}

const countedDomain = (domain: DomainRecord, asked: Asked, counts = mailboxCounts(asked)) =>
  shownDomain(domain, counts.get(domain.id) ?? 0, asked.switches.shapes)

const drawMailboxes: Draw = (asked) => {
  const { holdings, request, switches } = asked
  const rows = holdings.mailboxes.filter(inWorkspace(asked)).filter(({ email }) => contains(asked, email))
  const page = cutPage(rows, request.query, pagingOf(asked, 'mailboxes'), asked.asked)
  return page ? drawnMailboxes(page, holdings.domains, switches.shapes) : NOT_FOUND
}

const drawDomains =
  (draw: (shown: Record<string, unknown>) => Record<string, unknown>): Draw =>
  (asked) => {
    const { holdings, request, switches } = asked
    const rows = holdings.domains.filter(inWorkspace(asked)).filter(({ domain }) => contains(asked, domain))
    const page = cutPage(rows, request.query, pagingOf(asked, 'domains'), asked.asked)
    if (!page) return NOT_FOUND
    const counts = mailboxCounts(asked)
    const drawn = { ...page, rows: page.rows.map((domain) => draw(countedDomain(domain, asked, counts))) }
    return drawnPage('domains', drawn, switches.shapes.domains, switches.shapes)
  }

/** Lists that nobody pages through come whole. */
const drawWhole = (list: 'subscriptions' | 'tags'): Draw => {
  return ({ holdings, switches: { shapes } }) => {
    const rows = holdings[list].map((row) => ({ ...row }))
    const page = { rows, page: 1, total: rows.length, pages: 1, next: null }
    return drawnPage(list, page, shapes[list], shapes)
  }
}

const statusCounts: Draw = (asked) => {
  const counts: Record<string, number> = { ACTIVE: 0, IN_PROGRESS: 0, SCHEDULED_FOR_REMOVAL: 0 }
  for (const { status } of asked.holdings.mailboxes.filter(inWorkspace(asked)))
    if (status !== null) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

/** Whose data is what the user holds; all other operations answer with their golden example. */
const drawers: Readonly<Record<string, Draw>> = {
  'users.get': ({ holdings: { person, mailboxes, wallet } }) => ({
    ...person,
    assignedMailboxes: mailboxes.length,
    walletBalance: wallet.walletBalance,
  }),
  'workspaces.list': ({ holdings, workspaceId, switches }) =>
    drawnWorkspaces(holdings, workspaceId ?? holdings.workspaces[0]?.id ?? '', switches.shapes),
  'mailboxes.list': drawMailboxes,
  'mailboxes.get': (asked) => {
    const found = asked.holdings.mailboxes.find(
      (mailbox) => mailbox.id === asked.id && inWorkspace(asked)(mailbox),
    )
    return found ? detailedMailbox(found, asked.switches.shapes) : NOT_FOUND
  },
  'domains.list': drawDomains((shown) => shown),
  'domains.assignable': drawDomains(({ id, domain, domainName, assignedMailboxesCount }) => ({
    id,
    domain: domain ?? domainName,
    assignedMailboxesCount,
  })),
  'domains.get': (asked) => {
    const found = asked.holdings.domains.find(
      (domain) => domain.id === asked.id && inWorkspace(asked)(domain),
    )
    return found ? countedDomain(found, asked) : NOT_FOUND
  },
  'subscriptions.list': drawWhole('subscriptions'),
  'tags.list': drawWhole('tags'),
  'wallet.balance': ({ holdings }) => holdings.wallet,
  'dashboard.overview': (asked) => {
    const mailboxes = asked.holdings.mailboxes.filter(inWorkspace(asked))
    return {
      totalDomains: asked.holdings.domains.filter(inWorkspace(asked)).length,
      totalMailboxes: mailboxes.length,
      activeMailboxes: mailboxes.filter(({ status }) => status === 'ACTIVE').length,
      walletBalance: asked.holdings.wallet.walletBalance,
    }
  },
  'dashboard.statusCounts': statusCounts,
  'exportHistory.list': ({ holdings }) => holdings.exports,
  'placement.list': ({ holdings }) => holdings.placements,
  'webhooks.list': ({ holdings }) => holdings.webhooks,
  'cloudflare.get': ({ holdings: { cloudflare } }) => ({
    hasCredentials: cloudflare.credentials !== null,
    ...cloudflare,
    totalDomains: cloudflare.domains.length,
  }),
  ...dnsDrawers,
}

interface GoldenBody {
  readonly message: string
  readonly success?: boolean
  readonly data?: unknown
}

/** What an operation answers about, in the envelope of its golden example. */
export const enveloped = (
  operation: GoldenOperation,
  asked: Asked,
  drawn: unknown,
  said?: string,
): Answer => {
  // Every golden body is an object with a message; those that stand in no envelope have no `data`.
  const golden = operation.answer.body as GoldenBody
  const message = said ?? golden.message
  const data = drawn === GOLDEN ? golden.data : drawn
  const { status } = operation.answer
  if (golden.data === undefined) {
    const bare = drawn === GOLDEN || !isFields(drawn) ? golden : { message, ...drawn }
    return jsonAnswer(status, bare)
  }
  const isSuccess = 'success' in golden || asked.switches.shapes.envelope === 'success'
  return jsonAnswer(status, { ...(isSuccess ? { success: true } : { status }), message, data })
}

/** What the operation answers, in the shapes that are switched. */
export const answerOf = (operation: GoldenOperation, asked: Asked): Answer => {
  const draw = drawers[operation.id]
  const drawn = draw ? draw(asked) : GOLDEN
  if (drawn === NOT_FOUND) {
    const noun = operation.id.startsWith('mailboxes.') ? 'Mailbox' : 'Domain'
    return asked.refuse(404, asked.switches.missing === 'named' ? `${noun} not found` : 'Not found')
  }
  return enveloped(operation, asked, drawn)
}
