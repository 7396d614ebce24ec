import * as z from 'zod'
import { renewals } from '../billing'
import { appErrorSchema } from '../errors'
import { checkProblem, healthMark } from '../health'

/** What is read from a Litemail account by itself. */
export const fleetNoun = z.enum([
  'user',
  'workspaces',
  'mailboxes',
  'domains',
  'subscriptions',
  'wallet',
  'tags',
])
export type FleetNoun = z.infer<typeof fleetNoun>

/** One list of one account, in one workspace: how it was last read, and what of it is under way. */
export const fleetPart = z.object({
  accountId: z.string(),
  accountName: z.string(),
  /** '' for what belongs to the account, and for the workspace that the service takes unasked where none are known. */
  workspaceId: z.string(),
  workspaceName: z.string().nullable(),
  noun: fleetNoun,
  /** When a pass last came to its end with everything in it; null: never. */
  wholeAt: z.number().nullable(),
  /** When anything of it was last read; null: not loaded. */
  at: z.number().nullable(),
  /**
   * `waiting`: its turn comes. `paused`: the network is gone, a stranger answers, or a JWT has ended: it goes on from its
   * place.
   */
  state: z.enum(['resting', 'waiting', 'reading', 'paused']),
  /** The page that is read, from 1, and how many there are; null where it is not being read, or nobody knows. */
  page: z.number().nullable(),
  pages: z.number().nullable(),
  /** Rows kept. */
  kept: z.number(),
  /** Rows that the service announced at last; null where it does not. */
  announced: z.number().nullable(),
  /** The last pass ended without having met all: nothing was removed, and it is no newer than the last whole one. */
  isIncomplete: z.boolean(),
  /** Why the last reading did not come to its end. */
  problem: appErrorSchema.nullable(),
  /** So many of the known rows are missing in a whole pass that it is asked about before any is given up. */
  doubt: z.object({ gone: z.number(), known: z.number() }).nullable(),
  /** The service answers the same under every workspace: it is read once, and says nothing of workspaces. */
  isHeaderIgnored: z.boolean(),
})
export type FleetPart = z.infer<typeof fleetPart>

export const fleetStatus = z.object({
  parts: z.array(fleetPart),
  /** Accounts whose service nobody was found at, at the last request. */
  unreached: z.array(z.string()),
})
export type FleetStatus = z.infer<typeof fleetStatus>

/** What came of trying one read. */
export const triedRead = z.object({ operation: z.string(), problem: appErrorSchema.nullable() })
/** Every read that needs no id, tried once. Nothing was changed by it. */
export const triedReads = z.object({ at: z.number(), reads: z.array(triedRead) })
export type TriedReads = z.infer<typeof triedReads>

/** Null stands for: not loaded. */
export const overview = z.object({
  mailboxes: z
    .object({
      total: z.number(),
      /** Null: the service told no status. */
      byStatus: z.array(z.object({ status: z.string().nullable(), count: z.number() })),
      unseen: z.number(),
    })
    .nullable(),
  domains: z
    .object({
      total: z.number(),
      byStatus: z.array(z.object({ status: z.string().nullable(), count: z.number() })),
      /** The list of domains did not answer: these were seen in mailboxes. */
      isOnlySeen: z.boolean(),
      health: z.object({
        /** How many domains miss something, each mark apart, as it was last found. */
        missing: z.array(z.object({ mark: healthMark, count: z.number() })),
        /** So many domains no check is known of. */
        unchecked: z.number(),
        problem: checkProblem,
      }),
    })
    .nullable(),
  /** Null where subscriptions are not loaded; `mailboxes` is 0 where mailboxes are not. */
  renewals: z.object({ within7: renewals, within30: renewals }).nullable(),
  wallets: z.array(
    z.object({
      accountId: z.string(),
      accountName: z.string(),
      /** In dollars; null: not loaded. */
      balance: z.number().nullable(),
      isAutoRecharging: z.boolean().nullable(),
      at: z.number().nullable(),
    }),
  ),
})
export type Overview = z.infer<typeof overview>
