import * as z from 'zod'
import { accountId } from '../account'
import { creation } from '../activity'
import {
  address,
  addressStyle,
  created,
  hostname,
  label,
  labels,
  likeDoTag,
  localPart,
  note,
  ownPrefix,
} from '../address'
import { addressFacets, addressView, undone } from '../addressView'
import { choice, done, method, nothing, offsetPage, requestId, rowId } from './parts'

/** What an address may be asked to look like; what is left out comes from the settings. */
export const addressWish = z.strictObject({
  accountId: accountId.optional(),
  localPart: localPart.optional(),
  style: addressStyle.optional(),
  prefix: ownPrefix.optional(),
  hasHyphens: z.boolean().optional(),
  domain: hostname.optional(),
  tag: likeDoTag.optional(),
  note: note.optional(),
})
export type AddressWish = z.infer<typeof addressWish>

/** A window's own presses; others say themselves where they come from. */
const pressVia = z.enum(['window', 'menu', 'quick-create'])

export const addressMethods = {
  /**
   * The rows of a view from `offset` on. `total` counts all of it; `hiddenMatches` those that the view would show as
   * well if hidden ones were not left out. `startsMonth`: first of its month, where the order is by creation.
   */
  'addresses.list': method(
    z.strictObject({ view: addressView, ...offsetPage }),
    z.object({
      rows: z.array(address.extend({ startsMonth: z.boolean() })),
      total: z.number(),
      hiddenMatches: z.number(),
    }),
  ),
  'addresses.facets': method(z.strictObject({ view: addressView }), addressFacets),
  /** All that a view matches now, in its order, to be chosen: later rows do not slip in. */
  'addresses.snapshot': method(
    z.strictObject({ view: addressView }),
    z.object({ snapshot: z.uuid(), ids: z.array(z.string()) }),
  ),
  /** Where a row stands in a view; null where the view does not show it. */
  'addresses.place': method(
    z.strictObject({ view: addressView, id: rowId }),
    z.object({ index: z.number().nullable() }),
  ),
  'addresses.get': method(
    z.strictObject({ id: rowId }),
    z.object({ address, activity: z.array(creation), listedAt: z.number().nullable() }),
  ),
  'addresses.create': method(
    z.strictObject({
      requestId,
      via: pressVia,
      wish: addressWish,
      /** Send although Mailroom counts the allowance as used up. */
      isOverBudgetAllowed: z.boolean(),
    }),
    created,
  ),
  /** What a form shows while typing: an example of the style, and whether the name is likely reserved. */
  'addresses.preview': method(
    z.strictObject({
      localPart: z.string().max(200).optional(),
      style: addressStyle,
      prefix: z.string().max(200).optional(),
      hasHyphens: z.boolean(),
    }),
    z.object({ example: z.string(), reserved: z.enum(['no', 'likely', 'documented']) }),
  ),
  /** One a line, in the order of the choice. Only what a service certainly holds, or a file names, is copied. */
  'addresses.copy': method(
    z.strictObject({ choice }),
    z.object({ email: z.string(), count: z.number(), left: z.number() }),
  ),
  'addresses.setNote': method(z.strictObject({ id: rowId, note }), address),
  'addresses.label': method(
    z.strictObject({ choice, add: labels, remove: labels }),
    z.object({ count: z.number() }),
  ),
  /** Gives a label another name everywhere; one that exists already takes its addresses over. */
  'addresses.renameLabel': method(
    z.strictObject({ from: label, to: label }),
    z.object({ count: z.number() }),
  ),
  /** Hidden here, not deleted: the service knows nothing of it. More than 20 at once are copied aside before. */
  'addresses.hide': method(
    z.strictObject({ choice, isHidden: z.boolean() }),
    z.object({ count: z.number(), left: z.number() }),
  ),
  /** Takes the last change of notes, labels or hiding back, one of an earlier run too. */
  'addresses.undo': method(nothing, undone),
  /** Asks the service about an unconfirmed row, and sends it once more where that is safe. */
  'addresses.settle': method(z.strictObject({ id: rowId }), address),
  /** The user says whose an address is that the service holds. */
  'addresses.decide': method(z.strictObject({ id: rowId, isMine: z.boolean() }), done),
  /** A row that was written down and never sent: send it now, or forget it. */
  'addresses.sendWaiting': method(z.strictObject({ id: rowId }), created),
  'addresses.dropWaiting': method(z.strictObject({ id: rowId }), done),
} as const
