import * as z from 'zod'

export const LIKEDO_ORIGIN = 'https://like.do'

const isLoopback = (hostname: string) =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)

/** A URL as text; null where it is none. Not `URL.canParse`, which on Node 20 sometimes refuses what `new URL` takes. */
export const parseUrl = (text: string): URL | null => {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/**
 * Where a service lives: an https address, or http on this computer only; no user, path, query or
 * fragment. Parsed to its origin.
 */
export const serverUrl = z
  .string()
  .trim()
  .max(512)
  .transform((text, context) => {
    const url = parseUrl(text)
    const isFit =
      url !== null &&
      (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) &&
      url.username === '' &&
      url.password === '' &&
      url.pathname === '/' &&
      url.search === '' &&
      url.hash === ''
    if (isFit) return url.origin
    context.addIssue({ code: 'custom', message: 'server-address' })
    return z.NEVER
  })

export const accountId = z.uuid()
export const accountName = z.string().trim().min(1).max(80)
/** What a user pastes: trimmed, one line, printable ASCII (RFC 9110, field values). */
export const apiKey = z
  .string()
  .trim()
  .min(1)
  .max(4096)
  .regex(/^[\x21-\x7e]+$/)
export const plan = z.enum(['free', 'pro', 'lifetime'])
export type Plan = z.infer<typeof plan>
/** A calendar day in the user's time zone, as `2026-03-09`. */
export const day = z.iso.date()
export const requestsPerHour = z.number().int().min(1).max(1_000_000)

/** Whether the service knows `GET /api/v1/emails`; null before it was asked. */
const canList = z.boolean().nullable()

export const account = z.object({
  id: accountId,
  service: z.literal('likedo'),
  name: accountName,
  origin: z.string(),
  plan,
  /** The user's own figure; null: the plan's. */
  requestsPerHour: requestsPerHour.nullable(),
  keyEndsOn: day.nullable(),
  isDefault: z.boolean(),
  /** Counts replaced keys. Rows of an older generation are never sent again. */
  keyGeneration: z.number().int(),
  /** Where the key is: in the keychain, or only in memory until Mailroom quits. */
  keyKept: z.enum(['keychain', 'until-quit']),
  /**
   * What is known of the key: accepted by the service, refused by it, or neither yet. `absent`: this computer has
   * none, because the account came from a backup or its key was removed.
   */
  keyStanding: z.enum(['accepted', 'refused', 'unchecked', 'absent']),
  canList,
  createdAt: z.number(),
})
export type Account = z.infer<typeof account>

/** How a key was found when an account was connected or its key replaced. */
export const keyCheck = z.enum(['accepted', 'cannot-check', 'not-reached'])
export type KeyCheck = z.infer<typeof keyCheck>

/** What remains of a service's allowance, as far as Mailroom counted; null where there is no limit or it is unknown. */
export const allowance = z.object({
  requests: z.object({ used: z.number(), limit: z.number() }),
  addresses: z.object({ made: z.number(), limit: z.number().nullable() }),
})
export type Allowance = z.infer<typeof allowance>
