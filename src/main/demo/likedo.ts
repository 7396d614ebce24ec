import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod'
import { likeDoTag, localPart } from '../../shared/address'
import { planLimits } from '../rules/plans'
import { reservedStanding } from '../rules/reservedNames'
import { demoLikeDo } from './demoLikeDo'
import { sampleMessagesOf } from './sampleMessages'

export { demoLikeDo } from './demoLikeDo'

/** An address that the sample service holds from the start. `createdAt`: epoch milliseconds. */
export interface HeldSample {
  readonly id: string
  readonly email: string
  readonly tag: string | null
  readonly createdAt: number
}

const createBody = z.object({ email: z.string().max(320), tag: likeDoTag.nullish() })

const listQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
  email: z.string().max(320).default(''),
})

const refuse = (c: Context, status: ContentfulStatusCode, error: string, issues?: z.core.$ZodIssue[]) =>
  c.json(
    {
      success: false,
      error,
      ...(issues && { details: issues.map(({ path, message }) => ({ path, message })) }),
    },
    status,
  )

const toEntry = ({ id, email, tag, createdAt }: HeldSample) => ({
  id,
  email,
  tag,
  like: false,
  pin: false,
  createdAt: new Date(createdAt).toISOString(),
})

const startOfMonth = (now: number): number => {
  const day = new Date(now)
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth())
}

/**
 * LikeDo for sample data: a function from Request to Response that keeps its addresses in memory and
 * answers as the service documents ("Create email", "List emails") and as its predecessor answers inboxes, on a plan that
 * may use both of its domains. No network, no file.
 */
export function createDemoLikeDo(seed: {
  readonly held: readonly HeldSample[]
  readonly now?: () => number
}): (request: Request) => Promise<Response> {
  const now = seed.now ?? Date.now
  const held = new Map(seed.held.map((sample) => [sample.email.toLowerCase(), sample]))
  const limits = planLimits[demoLikeDo.plan]
  const app = new Hono().basePath('/api/v1/emails')

  app.use(async (c, next) => {
    c.header('X-RateLimit-Limit', String(limits.perHour))
    const authorization = c.req.header('Authorization')
    if (authorization === undefined) {
      return refuse(
        c,
        401,
        'Missing API key. Provide it via Authorization header (Bearer token) or ?key= query parameter',
      )
    }
    if (authorization !== `Bearer ${demoLikeDo.key}`) {
      return refuse(c, 401, 'Invalid or expired API key: not the key of the sample data')
    }
    return next()
  })

  app.post('/create', async (c) => {
    const body = createBody.safeParse(await c.req.json().catch(() => null))
    if (!body.success) return refuse(c, 400, 'Invalid request data', body.error.issues)
    const email = body.data.email.toLowerCase()
    const [prefix = '', domain = '', ...rest] = email.split('@')
    const isDomain = demoLikeDo.domains.some((choice) => choice.domain === domain)
    if (prefix.length < 4 || prefix.length > 64) {
      return refuse(c, 400, 'Email prefix length must be between 4 and 64 characters')
    }
    if (reservedStanding(prefix) !== 'no') {
      return refuse(c, 400, 'The provided email prefix is reserved. Please choose another one.')
    }
    if (rest.length > 0 || !localPart.safeParse(prefix).success) {
      const issue: z.core.$ZodIssue = {
        code: 'custom',
        path: ['email'],
        message: 'Invalid email',
        input: email,
      }
      return refuse(c, 400, 'Invalid request data', [issue])
    }
    if (!isDomain) return refuse(c, 403, `You don't have permission to use the domain "${domain}".`)
    if (held.has(email)) return refuse(c, 409, 'An email address with this address already exists')
    const month = startOfMonth(now())
    const made = [...held.values()].filter((sample) => sample.createdAt >= month).length
    if (limits.addressesPerMonth !== null && made >= limits.addressesPerMonth) {
      return refuse(c, 403, 'Monthly quota of email addresses reached')
    }
    const sample = { id: randomUUID(), email, tag: body.data.tag ?? null, createdAt: now() }
    held.set(email, sample)
    return c.json({ success: true, data: toEntry(sample) }, 201)
  })

  app.get('/', (c) => {
    const query = listQuery.safeParse(c.req.query())
    if (!query.success) return refuse(c, 400, 'Invalid request data', query.error.issues)
    const { page, pageSize, email } = query.data
    const found = [...held.values()]
      .filter((sample) => sample.email.includes(email.toLowerCase()))
      .sort((one, other) => other.createdAt - one.createdAt || (one.id < other.id ? 1 : -1))
    return c.json({ success: true, data: found.slice((page - 1) * pageSize, page * pageSize).map(toEntry) })
  })

  app.get('/inbox', (c) => {
    const query = listQuery.safeParse(c.req.query())
    if (!query.success) return refuse(c, 400, 'Invalid request data', query.error.issues)
    const { page, pageSize, email } = query.data
    const mine = held.get(email.toLowerCase())
    if (mine === undefined) return refuse(c, 403, `You don't have permission to read "${email}"`)
    const list = sampleMessagesOf(mine, now())
    return c.json({
      success: true,
      data: { list: list.slice((page - 1) * pageSize, page * pageSize), total: list.length },
    })
  })

  app.notFound((c) => refuse(c, 404, 'Not found'))
  return async (request) => app.fetch(request)
}
