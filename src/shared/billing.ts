import * as z from 'zod'

/** What renews within some days. */
export const renewals = z.object({
  /** Subscriptions whose period ends within the days. */
  count: z.number(),
  /** What those with a known price come to, in dollars. */
  atLeast: z.number(),
  /** So many of them have no price. */
  unpriced: z.number(),
  /** So many others may renew within the days as well: they have no coming date, or a status that nobody knows. */
  unclear: z.number(),
  /** Mailboxes that renew within the days. */
  mailboxes: z.number(),
})
export type Renewals = z.infer<typeof renewals>

/** What an account pays with. Amounts are in dollars; null: the service did not say. */
export const wallet = z.object({
  balance: z.number().nullable(),
  isAutoRecharging: z.boolean().nullable(),
  /** It recharges as soon as it holds less than this. */
  rechargeBelow: z.number().nullable(),
  /** By so much at least. */
  rechargeBy: z.number().nullable(),
  /** When it was read, in epoch milliseconds. */
  at: z.number(),
})
export type Wallet = z.infer<typeof wallet>

/** One subscription. Null: the service did not say. */
export const subscription = z.object({
  /** Mailroom's own, a decimal number. */
  id: z.string(),
  /** The service's own. */
  serviceId: z.string(),
  /** The workspace that it was read with; '': without a header. */
  workspaceId: z.string(),
  workspaceName: z.string().nullable(),
  plan: z.string().nullable(),
  /** The service's own word. */
  status: z.string().nullable(),
  /** In dollars. */
  price: z.number().nullable(),
  mailboxCount: z.number().nullable(),
  /** When its period ends, in epoch milliseconds: unless it is over, it renews then. */
  endsAt: z.number().nullable(),
  /** What its status says of it: only what may renew is in a forecast; `unclear` is a word that nobody knows. */
  renewal: z.enum(['may', 'over', 'unclear']),
  /** The last whole pass did not meet it: when it was last seen is `readAt`. */
  isUnseen: z.boolean(),
  readAt: z.number(),
})
export type Subscription = z.infer<typeof subscription>

/** What is known of what an account pays. Null stands for: not loaded. */
export const accountBilling = z.object({
  accountId: z.string(),
  accountName: z.string(),
  wallet: wallet.nullable(),
  /** Null where subscriptions are not loaded; `mailboxes` is 0 where mailboxes are not. */
  forecast: z.object({ within7: renewals, within30: renewals }).nullable(),
  subscriptions: z
    .object({
      /** What renews next comes first, and what is over last. */
      rows: z.array(subscription),
      total: z.number(),
      /** So many that may renew have no date, or one that is past: no forecast counts them. */
      undated: z.number(),
      /** So many have a status that nobody knows: no forecast counts them. */
      unclear: z.number(),
    })
    .nullable(),
})
export type AccountBilling = z.infer<typeof accountBilling>

/** A wallet that does not hold what its account renews within a week. */
export interface LowWallet {
  readonly accountId: string
  readonly accountName: string
}
