import * as z from 'zod'
import { accountId, accountName, parseUrl, serverUrl } from '../account'

export const LITEMAIL_ORIGIN = 'https://api.litemail.app'
/** Litemail, "API reference": every path stands below it. */
export const LITEMAIL_BASE_PATH = '/v1'

/**
 * Where a Litemail lives: as `serverUrl`, but it may have a path, below which all operations stand; without one it is
 * Litemail's own. Parsed to both.
 */
export const litemailServer = z
  .string()
  .trim()
  .max(512)
  .transform((text, context) => {
    const url = parseUrl(text)
    const origin = url === null ? null : serverUrl.safeParse(`${url.protocol}//${url.host}`)
    const isPlain =
      url !== null && [url.username, url.password, url.search, url.hash].every((part) => part === '')
    if (url !== null && isPlain && origin?.success === true) {
      const path = url.pathname.replace(/\/+$/, '')
      return { origin: origin.data, basePath: path === '' ? LITEMAIL_BASE_PATH : path }
    }
    context.addIssue({ code: 'custom', message: 'server-address' })
    return z.NEVER
  })

/** How requests say who asks: in `x-api-key`, or as a bearer token. */
export const authentication = z.enum(['api-key', 'jwt'])
export type Authentication = z.infer<typeof authentication>

export const litemailAccount = z.object({
  id: accountId,
  service: z.literal('litemail'),
  name: accountName,
  origin: z.string(),
  /** What stands between the origin and the path of every operation, as `/v1`. */
  basePath: z.string(),
  authentication,
  /** Whose key it is, as the service says; null before it said. Another user's key is never taken for this account. */
  userId: z.string().nullable(),
  /** That user's e-mail address; null where the service does not tell. */
  userEmail: z.string().nullable(),
  /** When a JWT says that it ends, in epoch milliseconds; shown, never enforced. Null: it does not say, or is no JWT. */
  keyEndsAt: z.number().nullable(),
  /** Counts replaced keys. */
  keyGeneration: z.number().int(),
  /** As of a LikeDo account; see `shared/account.ts`. */
  keyKept: z.enum(['keychain', 'until-quit']),
  keyStanding: z.enum(['accepted', 'refused', 'unchecked', 'absent']),
  createdAt: z.number(),
})
export type LitemailAccount = z.infer<typeof litemailAccount>
