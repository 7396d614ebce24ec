import type { Answer } from '../loopback/answer'
import type { RateWindow } from '../loopback/limits'
import { type Detail, refused } from './answer'

/** What LikeDo's documentation calls the three plans. */
export type Plan = 'free' | 'pro' | 'lifetime'

/** A create as the service understood it. */
export interface CreateRequest {
  readonly email: string
  readonly prefix: string
  readonly domain: string
  readonly tag: string | null
}

/** Addresses a month: documented for each plan. */
export const monthlyQuota: Readonly<Record<Plan, number>> = {
  free: 50,
  pro: 1_000,
  lifetime: Number.POSITIVE_INFINITY,
}

const HOUR = 3_600_000
const MINUTE = 60_000

/** The documented limits of a plan: an hour's requests and a minute's. */
export const documentedWindows = (plan: Plan): readonly [RateWindow, RateWindow] =>
  plan === 'free'
    ? [
        { requests: 200, ms: HOUR },
        { requests: 60, ms: MINUTE },
      ]
    : [
        { requests: 2_000, ms: HOUR },
        { requests: 500, ms: MINUTE },
      ]

/** The documented domains and who may use them. */
export const documentedDomains: Readonly<Record<string, 'free' | 'premium'>> = {
  'ig.do': 'free',
  'kfc.sh': 'premium',
  'uv.do': 'premium',
}

/** Only `admin`, `noreply` and `postmaster` are named by the documentation; the others are the likeliest of "and others". */
export const reservedPrefixes: readonly string[] = [
  'admin',
  'noreply',
  'postmaster',
  'administrator',
  'support',
  'billing',
  'security',
  'root',
  'webmaster',
  'hostmaster',
  'abuse',
]

export const MISSING_KEY =
  'Missing API key. Provide it via Authorization header (Bearer token) or ?key= query parameter'
export const INVALID_DATA = 'Invalid request data'
export const PREFIX_LENGTH = 'Email prefix length must be between 4 and 64 characters'
export const RESERVED = 'The provided email prefix is reserved. Please choose another one.'
export const ALREADY_EXISTS = 'An email address with this address already exists'

export const invalidKey = (why: string): string => `Invalid or expired API key: ${why}`
export const premiumDomain = (domain: string): string =>
  `You don't have permission to use the domain "${domain}". Premium domains require an active Pro subscription or Lifetime plan.`
/** Not documented: the exact text of the service is unknown. */
export const quotaReached = (quota: number): string =>
  `You have reached your monthly limit of ${quota} email addresses. Upgrade your plan to create more.`

const PREFIX = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i

const invalid = (...details: Detail[]): { readonly refusal: Answer } => ({
  refusal: refused(400, INVALID_DATA, details),
})

/** Reads the body of a create, or answers with the documented 400. */
export const readCreate = (
  body: string,
  domains: Readonly<Record<string, unknown>>,
): { readonly create: CreateRequest } | { readonly refusal: Answer } => {
  let fields: unknown
  try {
    fields = JSON.parse(body)
  } catch {
    return invalid({ path: [], message: 'Expected a JSON body' })
  }
  if (typeof fields !== 'object' || fields === null) return invalid({ path: [], message: 'Expected object' })
  const email = 'email' in fields ? fields.email : undefined
  const tag = 'tag' in fields ? fields.tag : null
  if (typeof email !== 'string') return invalid({ path: ['email'], message: 'Required' })
  if (tag !== null && (typeof tag !== 'string' || tag.length > 50)) {
    return invalid({ path: ['tag'], message: 'String must contain at most 50 character(s)' })
  }
  const at = email.lastIndexOf('@')
  const prefix = email.slice(0, at)
  const domain = email.slice(at + 1).toLowerCase()
  if (at < 1 || !domain) return invalid({ path: ['email'], message: 'Invalid email' })
  if (prefix.length < 4 || prefix.length > 64) return { refusal: refused(400, PREFIX_LENGTH) }
  if (!PREFIX.test(prefix)) return invalid({ path: ['email'], message: 'Invalid email' })
  if (reservedPrefixes.includes(prefix)) return { refusal: refused(400, RESERVED) }
  if (!Object.hasOwn(domains, domain)) return invalid({ path: ['email'], message: 'Unknown domain' })
  return { create: { email, prefix, domain, tag } }
}

/** Reads the query of a list, or answers with the documented 400. */
export const readList = (
  query: Readonly<Record<string, string>>,
):
  | { readonly page: number; readonly pageSize: number; readonly email: string }
  | { readonly refusal: Answer } => {
  const whole = (name: string, otherwise: number, most: number): number | undefined => {
    const text = query[name]
    if (text === undefined) return otherwise
    return /^[1-9]\d{0,8}$/.test(text) && Number(text) <= most ? Number(text) : undefined
  }
  const page = whole('page', 1, 999_999_999)
  if (page === undefined) return invalid({ path: ['page'], message: 'Expected a page number from 1' })
  const pageSize = whole('pageSize', 20, 100)
  if (pageSize === undefined)
    return invalid({ path: ['pageSize'], message: 'Number must be less than or equal to 100' })
  return { page, pageSize, email: query.email ?? '' }
}
