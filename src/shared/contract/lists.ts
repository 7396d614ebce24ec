import * as z from 'zod'
import { accountId, allowance } from '../account'
import { addressStyle, hostname, ownPrefix } from '../address'
import { batch, batchItem, listedLine, MOST_IN_A_LIST } from '../batch'
import { listing, listingReport } from '../listing'
import { done, method, nothing, requestId, rowId } from './parts'

/** Lists of services, and several addresses at once. */
export const listMethods = {
  'listings.list': method(nothing, z.array(listing)),
  /** Reads the newest pages until nothing is new, or all of them. */
  'listings.refresh': method(
    z.strictObject({ accountId: accountId.optional(), isWhole: z.boolean() }),
    z.array(listingReport),
  ),
  /** The user says whether a list in doubt is this account's. */
  'listings.decide': method(z.strictObject({ accountId, isSameUser: z.boolean() }), done),

  /** A pasted list as it is understood, one address a line, and what is left of the allowance. */
  'batches.read': method(
    z.strictObject({
      text: z.string().max(60_000),
      accountId: accountId.optional(),
      domain: hostname.optional(),
    }),
    z.object({ lines: z.array(listedLine), allowance: allowance.nullable() }),
  ),
  'batches.start': method(
    z.strictObject({
      requestId,
      via: z.enum(['quick-create', 'list']),
      accountId: accountId.optional(),
      style: addressStyle.optional(),
      prefix: ownPrefix.optional(),
      hasHyphens: z.boolean().optional(),
      items: z.array(batchItem).min(1).max(MOST_IN_A_LIST),
      isCopyWanted: z.boolean(),
    }),
    batch,
  ),
  'batches.get': method(z.strictObject({ id: rowId }), batch),
  /** What was not sent is not sent any more. */
  'batches.stop': method(z.strictObject({ id: rowId }), batch),
} as const
