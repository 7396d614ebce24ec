import { Hono } from 'hono'
import * as z from 'zod'
import { demoLitemail, demoUserId } from './demoLitemail'
import { refuse, type SampleApp, tell } from './sampleAsked'
import { createSampleDns } from './sampleDns'
import { createSampleFleet, type SampleFleetWish } from './sampleFleet'
import type { Range, SampleWorkspace } from './sampleLayout'
import { createSampleReads } from './sampleReads'
import type { Rows } from './sampleRows'
import { createSampleState } from './sampleState'
import { addSampleWrites } from './sampleWrites'

/** The most rows that a page has, whatever is asked for. */
const MOST_ROWS = 100

const pageQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).default(10),
  contains: z.string().max(320).default(''),
})
type PageQuery = z.output<typeof pageQuery>

const wishQuery = z.object({
  domainName: z.string().trim().min(1).max(253),
  years: z.coerce.number().int().min(1).max(10).default(1),
})
const availableQuery = wishQuery.extend({
  tlds: z
    .string()
    .transform((text) => text.split(',').map((tld) => tld.trim().toLowerCase().replace(/^\./, '')))
    .pipe(
      z
        .array(z.string().regex(/^[a-z]{2,24}$/))
        .min(1)
        .max(20),
    ),
})

const placesIn = ({ from, to }: Range): number[] => Array.from({ length: to - from }, (_, n) => from + n)

/** One page of rows, as the service tells it; only the rows of the page are made. */
function pageOf<T>(name: string, rows: Rows<T>, query: PageQuery, textOf: (row: T) => string) {
  const sought = query.contains.toLowerCase()
  const all = { from: 0, to: rows.count }
  const places = sought === '' ? null : placesIn(all).filter((n) => textOf(rows.at(n)).includes(sought))
  const total = places?.length ?? rows.count
  const size = Math.min(query.limit, MOST_ROWS)
  const from = Math.min((query.page - 1) * size, total)
  const shown = { from, to: Math.min(from + size, total) }
  const totalPages = Math.max(1, Math.ceil(total / size))
  return {
    totalSearchedCount: total,
    currentPage: query.page,
    nextPage: query.page < totalPages ? query.page + 1 : null,
    totalPages,
    [name]: placesIn(shown).map((n) => rows.at(places?.[n] ?? n)),
  }
}

/**
 * Litemail for sample data: a function from Request to Response, with a fleet of as many mailboxes as wished for, in
 * three workspaces. It answers every operation of the documentation, and does what it is asked to for as long as the process
 * lives. No network, no file.
 */
export function createDemoLitemail(wish: SampleFleetWish): (request: Request) => Promise<Response> {
  const fleet = createSampleFleet(wish)
  const reads = createSampleReads(fleet, wish.now)
  const state = createSampleState(fleet, reads, createSampleDns(fleet), wish.now)
  const { workspaces } = state
  const app: SampleApp = new Hono<{ Variables: { workspace: SampleWorkspace } }>().basePath(
    demoLitemail.basePath,
  )

  app.use(async (c, next) => {
    if (c.req.header('x-api-key') !== demoLitemail.key) return refuse(c, 401, 'Invalid API key')
    const id = c.req.header('x-workspace-key')
    const workspace = id === undefined ? workspaces[0] : workspaces.find((known) => known.id === id)
    if (workspace === undefined) return refuse(c, 404, 'Workspace not found')
    c.set('workspace', workspace)
    return next()
  })

  app.get('/users', (c) => {
    const { mailboxes } = state.counts()
    return tell(c, 'User fetched successfully', {
      id: demoUserId(fleet.size.mailboxes),
      email: demoLitemail.userEmail,
      firstName: 'Sample',
      lastName: 'User',
      activePlan: 'PRO',
      purchasedMailboxes: mailboxes,
      assignedMailboxes: mailboxes,
      walletBalance: state.wallet.walletBalance,
    })
  })

  app.get('/workspaces', (c) => {
    const current = c.get('workspace')
    const all = workspaces.map((workspace) => ({
      ...{ id: workspace.id, name: workspace.name },
      domainCount: String(state.domainsIn(workspace).count),
      mailboxCount: String(state.mailboxesIn(workspace).count),
    }))
    return tell(c, 'Workspaces fetched successfully', {
      currentWorkspace: { id: current.id, name: current.name },
      workspaces: all,
    })
  })

  app.get('/mailboxes', (c) => {
    const query = pageQuery.safeParse(c.req.query())
    if (!query.success) return refuse(c, 400, 'Invalid page, limit or contains')
    const page = pageOf('mailboxes', state.mailboxesIn(c.get('workspace')), query.data, ({ email }) => email)
    return tell(c, 'Mailboxes fetched successfully', page)
  })

  for (const path of ['/domains', '/domains/assignable']) {
    app.get(path, (c) => {
      const query = pageQuery.safeParse(c.req.query())
      if (!query.success) return refuse(c, 400, 'Invalid page, limit or contains')
      const page = pageOf('domains', state.domainsIn(c.get('workspace')), query.data, ({ domain }) => domain)
      return tell(c, 'Domains fetched successfully', page)
    })
  }

  app.get('/mailboxes/warmup-analytics', (c) => {
    const { mailboxes } = c.get('workspace')
    const id = c.req.query('mailboxId')
    const place = id === undefined ? null : fleet.placeOf('m', id, mailboxes)
    if (id !== undefined && place === null) return refuse(c, 404, 'Mailbox not found')
    const { from, to } = mailboxes
    const places = place === null ? placesIn({ from, to: Math.min(to, from + MOST_ROWS) }) : [place]
    return tell(c, 'Warmup analytics fetched successfully', places.map(fleet.warmupAt))
  })

  app.get('/mailboxes/:id', (c) => {
    const found = state.findMailbox(c.get('workspace'), c.req.param('id'))
    if (found === null) return refuse(c, 404, 'Mailbox not found')
    const mailbox = { ...found, ...state.credentialsOf(found) }
    return tell(c, 'Mailbox fetched successfully', { mailbox })
  })

  app.get('/domains/available', (c) => {
    const query = availableQuery.safeParse(c.req.query())
    if (!query.success) return refuse(c, 400, 'Invalid domainName, tlds or years')
    const { domainName, tlds, years } = query.data
    return tell(c, 'Available domains fetched successfully', reads.available(domainName, tlds, years))
  })

  app.get('/domains/purchase-link', (c) => {
    const query = wishQuery.safeParse(c.req.query())
    if (!query.success) return refuse(c, 400, 'Invalid domainName or years')
    const { domainName, years } = query.data
    const message = 'Payment link generated successfully'
    return c.json({ message, paymentLink: reads.paymentLink(domainName, years) })
  })

  app.get('/domains/dns/check', (c) => {
    const ids = (c.req.query('domainIds') ?? '').split(',')
    const found = ids.map((id) => state.findDomain(c.get('workspace'), id))
    const known = found.filter((domain) => domain !== null)
    if (known.length < found.length) return refuse(c, 404, 'Domain not found')
    return tell(c, 'DNS records checked successfully', known.map(state.check))
  })

  app.get('/dns', (c) => {
    const domain = state.findDomain(c.get('workspace'), c.req.query('domainId') ?? '')
    if (domain === null) return refuse(c, 404, 'Domain not found')
    return tell(c, 'DNS records fetched successfully', state.recordsOf(domain))
  })

  for (const path of ['/domains/name-servers', '/domains/name-servers/verify']) {
    app.get(path, (c) => {
      const name = c.req.query('domainName') ?? ''
      const rows = state.domainsIn(c.get('workspace'))
      const place = placesIn({ from: 0, to: rows.count }).find((n) => rows.at(n).domain === name)
      if (place === undefined) return refuse(c, 404, 'Domain not found')
      const { domain: domainName, nameServers, expectedNameServers } = rows.at(place)
      const verified = nameServers.join() === expectedNameServers.join()
      const told = path.endsWith('/verify')
        ? { domainName, verified, nameServers, expectedNameServers }
        : { domainName, nameServers: expectedNameServers }
      return tell(c, 'Name servers fetched successfully', told)
    })
  }

  app.get('/domains/:id', (c) => {
    const found = state.findDomain(c.get('workspace'), c.req.param('id'))
    if (found === null) return refuse(c, 404, 'Domain not found')
    return tell(c, 'Domain fetched successfully', found)
  })

  app.get('/wallet/balance', (c) => tell(c, 'Wallet balance fetched successfully', state.wallet))

  app.get('/dashboard/overview', (c) => tell(c, 'Overview fetched successfully', state.counts()))

  app.get('/dashboard/mailbox-status-counts', (c) =>
    tell(c, 'Status counts fetched successfully', state.statusCounts(c.get('workspace'))),
  )

  const lists: Readonly<Record<string, (workspace: SampleWorkspace) => readonly unknown[]>> = {
    '/tags': state.tagsOf,
    '/subscriptions': state.subscriptionsOf,
    '/wallet/invoices': fleet.invoices,
    '/export-history': (workspace) => state.list('exportHistory', workspace),
    '/placement-tests': (workspace) => state.list('placementTests', workspace),
    '/webhooks': (workspace) => state.list('webhooks', workspace),
  }
  for (const [path, rows] of Object.entries(lists)) {
    app.get(path, (c) => tell(c, 'Fetched successfully', rows(c.get('workspace'))))
  }

  app.get('/cloudflare-credentials', (c) =>
    tell(c, 'Cloudflare credentials fetched successfully', state.cloudflareOf(c.get('workspace'))),
  )

  addSampleWrites(app, state)
  app.notFound((c) => refuse(c, 404, `Cannot ${c.req.method} ${c.req.path}`))
  return async (request) => app.fetch(request)
}
