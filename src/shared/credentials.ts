import * as z from 'zod'

/** What of a mailbox can be copied while its credentials are shown. */
export const credential = z.enum(['password', 'app-password', 'code'])
export type Credential = z.infer<typeof credential>

/** Why a seed gives no codes; see `rules/totp.ts`. */
export const seedProblem = z.enum(['not-base32', 'too-short', 'address', 'counter'])
export type SeedProblem = z.infer<typeof seedProblem>

/** The one-time code that holds now, and those that follow while it is shown. The seed they come of stays in main. */
export const runningCode = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('code'),
    /** One after the other, the first of them now: so nobody has to ask again, and what else is shown crosses once. */
    values: z.array(z.string()).min(1),
    /** When the second one holds, in epoch milliseconds; each holds for `periodMs`. */
    endsAt: z.number(),
    periodMs: z.number(),
  }),
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

/** What writing credentials to a file takes: so many requests, and about so many milliseconds. */
export const credentialExportPlan = z.object({ count: z.number(), ms: z.number() })
export type CredentialExportPlan = z.infer<typeof credentialExportPlan>

/** A file with credentials that was written; null: none was. `unread`: in their rows stands why there are none. */
export const writtenCredentials = z
  .object({ fileName: z.string(), count: z.number(), unread: z.number(), bytes: z.number() })
  .nullable()
export type WrittenCredentials = z.infer<typeof writtenCredentials>
