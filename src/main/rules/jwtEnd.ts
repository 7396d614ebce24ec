import * as z from 'zod'

/** Seconds since the epoch (RFC 7519, 4.1.4), as far as a date can be. */
const claims = z.object({ exp: z.number().positive().max(8.64e12) })

/**
 * When a JWT says that it ends, in epoch milliseconds; null where it does not say, or is none. It is not verified: only the
 * service can, and what is read here is shown and decides nothing.
 */
export function jwtEnd(key: string): number | null {
  const [, payload, signature, ...more] = key.split('.')
  if (payload === undefined || signature === undefined || more.length > 0) return null
  try {
    const parsed = claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
    return parsed.success ? Math.round(parsed.data.exp * 1000) : null
  } catch {
    return null
  }
}
