import * as z from 'zod'
import { appErrorSchema } from './errors'
import { answerTable } from './operationAnswer'

/** What the mail of a domain hangs on: four kinds of DNS records, and that its name servers are the expected ones. */
export const healthMark = z.enum(['mx', 'spf', 'dkim', 'dmarc', 'ns'])
export type HealthMark = z.infer<typeof healthMark>

/**
 * How a mark stands, as it was last found out: never assumed. Moments are epoch milliseconds; null where it was never
 * checked.
 */
export const standing = z.object({
  state: z.enum(['good', 'missing', 'unchecked']),
  at: z.number().nullable(),
})
export type Standing = z.infer<typeof standing>

export const domainHealth = z.object({
  mx: standing,
  spf: standing,
  dkim: standing,
  dmarc: standing,
  ns: standing,
})
export type DomainHealth = z.infer<typeof domainHealth>

/** Why domains of an account cannot be checked; null: nothing is known to stand against it. */
export const checkProblem = z
  .object({ accountId: z.string(), accountName: z.string(), error: appErrorSchema })
  .nullable()
export type CheckProblem = z.infer<typeof checkProblem>

/** What domains are narrowed to: those that miss something, all that miss nothing, those of which no check is known. */
export const healthChoice = z.enum([...healthMark.options, 'good', 'unchecked'])
export type HealthChoice = z.infer<typeof healthChoice>

/** Checks of a domain in succession that said the same. Null: the service did not say. */
export const healthCheck = z.object({
  firstAt: z.number(),
  lastAt: z.number(),
  checks: z.number(),
  mx: z.boolean().nullable(),
  spf: z.boolean().nullable(),
  dkim: z.boolean().nullable(),
  dmarc: z.boolean().nullable(),
})
export type HealthCheck = z.infer<typeof healthCheck>

/** A DNS record of a domain, as the service listed it. */
export const dnsRecord = z.object({
  /** Null: the service did not name one, or it comes from a backup. */
  serviceId: z.string().nullable(),
  type: z.string(),
  host: z.string(),
  /** To the letter. */
  value: z.string(),
  priority: z.number().nullable(),
  /** In seconds. */
  ttl: z.number().nullable(),
  firstSeenAt: z.number(),
  lastSeenAt: z.number(),
  /** The last reading did not show it. */
  isGone: z.boolean(),
})
export type DnsRecord = z.infer<typeof dnsRecord>

/** What a domain misses can be put back, with a value whose source is named. `at`: when it was seen there last, or listed. */
export const repair = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('seen'),
    mark: healthMark,
    record: dnsRecord.pick({ type: true, host: true, value: true, priority: true, ttl: true }),
    at: z.number(),
  }),
  /** The address for reports that the list of domains tells of. */
  z.object({ by: z.literal('dmarc-email'), mark: z.literal('dmarc'), email: z.string(), at: z.number() }),
])
export type Repair = z.infer<typeof repair>

/** Name servers; null where they were not told. */
const servers = z.array(z.string()).nullable()

/** What Mailroom has kept of a domain's DNS. Null: not loaded yet. */
export const aboutHealth = z.object({
  health: domainHealth,
  /** Why the last check of this account's domains brought nothing; null: it did, or there was none. */
  problem: appErrorSchema.nullable(),
  records: z.object({ rows: z.array(dnsRecord), at: z.number() }).nullable(),
  /** As the list of domains had them. */
  nameServers: z.object({ current: servers, expected: servers, at: z.number() }),
  /** As they were asked for by themselves. */
  toldNameServers: z.object({ servers: z.array(z.string()), at: z.number() }).nullable(),
  propagation: z.object({ isWhole: z.boolean(), at: z.number() }).nullable(),
  /** Its name servers are others than the expected ones: what Litemail keeps of records has no effect until they are. */
  isElsewhere: z.boolean(),
  repairs: z.array(repair),
})
export type AboutHealth = z.infer<typeof aboutHealth>

/** What came of asking: what is kept now, or an answer that could not be read as what it should be. */
export const askedHealth = z.object({
  about: aboutHealth,
  unread: z.object({ problem: appErrorSchema, table: answerTable }).nullable(),
})
export type AskedHealth = z.infer<typeof askedHealth>

/** Domains that were found twice without something. */
export const loss = z.object({
  mark: healthMark,
  /** It was there before. */
  isLost: z.boolean(),
  domains: z.array(z.string()),
})
export type Loss = z.infer<typeof loss>
