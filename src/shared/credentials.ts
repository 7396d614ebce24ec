import * as z from 'zod'

/** What of a mailbox can be copied while its credentials are shown. */
export const credential = z.enum(['password', 'app-password', 'code'])
export type Credential = z.infer<typeof credential>

/** Why a seed gives no codes; see `rules/totp.ts`. */
export const seedProblem = z.enum(['not-base32', 'too-short', 'address', 'counter'])
export type SeedProblem = z.infer<typeof seedProblem>

/** The one-time code that holds now. The seed it comes of stays in main. */
export const runningCode = z.discriminatedUnion('kind', [
  /** `endsAt`: epoch milliseconds at which the next one holds, `periodMs` after the one before. */
  z.object({ kind: z.literal('code'), value: z.string(), endsAt: z.number(), periodMs: z.number() }),
  /** The service told no seed. */
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('unreadable'), problem: seedProblem }),
])
export type RunningCode = z.infer<typeof runningCode>

/** What opens a mailbox; null: the service did not tell it. The one answer of main that holds a secret. */
export const revealed = z.object({
  password: z.string().nullable(),
  appPassword: z.string().nullable(),
  code: runningCode,
  /** When all of it is hidden again at the latest, in epoch milliseconds. */
  until: z.number(),
})
export type Revealed = z.infer<typeof revealed>
