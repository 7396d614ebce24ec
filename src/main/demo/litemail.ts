import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod'
import { demoLitemail, demoUserId } from './demoLitemail'
import { createSampleDns } from './sampleDns'
import { createSampleFleet, type SampleFleetWish } from './sampleFleet'
import type { Range, SampleWorkspace } from './sampleLayout'
import { createSampleReads } from './sampleReads'

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

const refuse = (c: Context, status: ContentfulStatusCode, message: string) =>
  c.json({ status, message }, status)
const tell = (c: Context, message: string, data: unknown) => c.json({ status: 200, message, data })

const placesIn = ({ from, to }: Range): number[] => Array.from({ length: to - from }, (_, n) => from + n)

/** One page of the rows of a range, as the service tells it; only the rows of the page are made. */
function pageOf<T>(
  name: string,
  range: Range,
  rowAt: (place: number) => T,
  query: PageQuery,
  textOf: (row: T) => string,
) {
  const sought = query.contains.toLowerCase()
  const places =
    sought === '' ? null : placesIn(range).filter((place) => textOf(rowAt(place)).includes(sought))
  const total = places?.length ?? range.to - range.from
  const size = Math.min(query.limit, MOST_ROWS)
  const from = Math.min((query.page - 1) * size, total)
  const shown = { from, to: Math.min(from + size, total) }
  const totalPages = Math.max(1, Math.ceil(total / size))
  return {
    totalSearchedCount: total,
    currentPage: query.page,
    nextPage: query.page < totalPages ? query.page + 1 : null,
    totalPages,
    [name]: placesIn(shown).map((n) => rowAt(places?.[n] ?? range.from + n)),
  }
}

/**
 * Litemail for sample data: a function from Request to Response, with a fleet of as many mailboxes as wished for, in
 * three workspaces. It answers every read of the documentation that needs nothing to be known, and the details of a
 * mailbox and of a domain. No network, no file.
 */
export function createDemoLitemail(wish: SampleFleetWish): (request: Request) => Promise<Response> {
  const fleet = createSampleFleet(wish)
  const reads = createSampleReads(fleet, wish.now)
  const dns = createSampleDns(fleet)
  const { workspaces, size } = fleet
  const app = new Hono<{ Variables: { workspace: SampleWorkspace } }>().basePath(demoLitemail.basePath)

  app.use(async (c, next) => {
    if (c.req.header('x-api-key') !== demoLitemail.key) return refuse(c, 401, 'Invalid API key')
    const id = c.req.header('x-workspace-key')
    const workspace = id === undefined ? workspaces[0] : workspaces.find((known) => known.id === id)
    if (workspace === undefined) return refuse(c, 404, 'Workspace not found')
    c.set('workspace', workspace)
    return next()
  })

  app.get('/users', (c) =>
    tell(c, 'User fetched successfully', {
      id: demoUserId(size.mailboxes),
      email: demoLitemail.userEmail,
      firstName: 'Sample',
      lastName: 'User',
      activePlan: 'PRO',
      purchasedMailboxes: size.mailboxes,
      assignedMailboxes: size.mailboxes,
      walletBalance: fleet.balance,
    }),
  )

  app.get('/workspaces', (c) => {
    const current = c.get('workspace')
    const all = workspaces.map(({ id, name, domains, mailboxes }) => ({
      id,
      name,
      domainCount: String(domains.to - domains.from),
      mailboxCount: String(mailboxes.to - mailboxes.from),
    }))
    return tell(c, 'Workspaces fetched successfully', {
      currentWorkspace: { id: current.id, name: current.name },
      workspaces: all,
    })
  })

  app.get('/mailboxes', (c) => {
    const query = pageQuery.safeParse(c.req.query())
    if (!query.success) return refuse(c, 400, 'Invalid page, limit or contains')
    const page = pageOf(
      'mailboxes',
      c.get('workspace').mailboxes,
      fleet.mailboxAt,
      query.data,
      ({ email }) => email,
    )
    return tell(c, 'Mailboxes fetched successfully', page)
  })

  for (const path of ['/domains', '/domains/assignable']) {
    app.get(path, (c) => {
      const query = pageQuery.safeParse(c.req.query())
      if (!query.success) return refuse(c, 400, 'Invalid page, limit or contains')
      const page = pageOf(
        'domains',
        c.get('workspace').domains,
        fleet.domainAt,
        query.data,
        ({ domain }) => domain,
      )
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
    const place = fleet.placeOf('m', c.req.param('id'), c.get('workspace').mailboxes)
    if (place === null) return refuse(c, 404, 'Mailbox not found')
    const mailbox = { ...fleet.mailboxAt(place), ...fleet.credentialsOf(place) }
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
    const places = ids.map((id) => fleet.placeOf('d', id, c.get('workspace').domains))
    const known = places.filter((place) => place !== null)
    if (known.length < places.length) return refuse(c, 404, 'Domain not found')
    return tell(c, 'DNS records checked successfully', known.map(dns.check))
  })

  app.get('/dns', (c) => {
    const place = fleet.placeOf('d', c.req.query('domainId') ?? '', c.get('workspace').domains)
    if (place === null) return refuse(c, 404, 'Domain not found')
    return tell(c, 'DNS records fetched successfully', dns.records(place))
  })

  const byName = { '/domains/name-servers': dns.nameServers, '/domains/name-servers/verify': dns.propagation }
  for (const [path, tellOf] of Object.entries(byName)) {
    app.get(path, (c) => {
      const name = c.req.query('domainName') ?? ''
      const place = placesIn(c.get('workspace').domains).find((n) => fleet.domainAt(n).domain === name)
      if (place === undefined) return refuse(c, 404, 'Domain not found')
      return tell(c, 'Name servers fetched successfully', tellOf(place))
    })
  }

  app.get('/domains/:id', (c) => {
    const place = fleet.placeOf('d', c.req.param('id'), c.get('workspace').domains)
    if (place === null) return refuse(c, 404, 'Domain not found')
    return tell(c, 'Domain fetched successfully', fleet.domainAt(place))
  })

  app.get('/wallet/balance', (c) =>
    tell(c, 'Wallet balance fetched successfully', {
      walletBalance: fleet.balance,
      autoRechargeEnabled: true,
      autoRechargeDetails: { threshold: 50, minimumRechargeAmount: 100 },
    }),
  )

  app.get('/dashboard/overview', (c) =>
    tell(c, 'Overview fetched successfully', {
      mailboxes: size.mailboxes,
      domains: size.domains,
      workspaces: workspaces.length,
    }),
  )

  app.get('/dashboard/mailbox-status-counts', (c) =>
    tell(c, 'Status counts fetched successfully', fleet.statusCounts(c.get('workspace').mailboxes)),
  )

  const lists: Readonly<Record<string, (workspace: SampleWorkspace) => readonly unknown[]>> = {
    '/tags': ({ place }) => fleet.tagsOfWorkspace(place),
    '/subscriptions': fleet.subscriptionsOf,
    '/wallet/invoices': fleet.invoices,
    '/export-history': reads.exportHistory,
    '/placement-tests': reads.placementTests,
    '/webhooks': reads.webhooks,
  }
  for (const [path, rows] of Object.entries(lists)) {
    app.get(path, (c) => tell(c, 'Fetched successfully', rows(c.get('workspace'))))
  }

  app.get('/cloudflare-credentials', (c) =>
    tell(c, 'Cloudflare credentials fetched successfully', reads.cloudflare(c.get('workspace'))),
  )

  app.notFound((c) => refuse(c, 404, `Cannot ${c.req.method} ${c.req.path}`))
  return async (request) => app.fetch(request)
}
