import * as z from 'zod'
import {
  account,
  accountId,
  accountName,
  allowance,
  apiKey,
  createPath,
  day,
  keyCheck,
  plan,
  requestsPerHour,
  serverUrl,
} from './account'
import { activity } from './activity'
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
} from './address'
import { addressFacets, addressView, undone } from './addressView'
import { appInfo, command, link } from './app'
import { backupPreview, localCopy, passphrase, recovery } from './backup'
import { batch, batchItem, listedLine, MOST_IN_A_LIST } from './batch'
import { accelerator, desktopState, quickOrder } from './desktopState'
import { appErrorSchema } from './errors'
import { listing, listingReport } from './listing'
import { settings } from './settings'
import { exportFormat, importPreview, importReading, importReport, writtenFile } from './transfer'

const method = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })
const nothing = z.strictObject({})
const done = z.object({})
/** Unique for each press: however often it arrives, it is one row of the journal. */
export const requestId = z.uuid()
const rowId = z.string().min(1).max(64)

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

const keyKept = z.enum(['keychain', 'until-quit'])
/** `save-unchecked`: keep the key although the service could not be reached. */
const whenUnreached = z.enum(['say', 'save-unchecked'])
const connected = z.object({ account, check: keyCheck })
/** A window's own presses; others say themselves where they come from. */
const pressVia = z.enum(['window', 'menu', 'quick-create'])
const rowIds = z.array(rowId).min(1).max(1000)
/**
 * Addresses that something is done to: few by their ids, or all that a view matched when the snapshot was taken,
 * but for those that were taken out of the choice again.
 */
const choice = z.union([
  z.strictObject({ ids: rowIds }),
  z.strictObject({
    snapshot: z.uuid(),
    except: z.array(rowId).max(1000),
    /** Only the places from `from` to `to` of the snapshot, both included, and these others. */
    from: z.number().int().min(0).optional(),
    to: z.number().int().min(0).optional(),
    also: z.array(rowId).max(1000).optional(),
  }),
])
export type Choice = z.infer<typeof choice>
const offsetPage = {
  offset: z.number().int().min(0).max(10_000_000),
  limit: z.number().int().min(1).max(500),
}
const file = z.uuid()

/** What a window may ask of main. */
export const methods = {
  'app.info': method(nothing, appInfo),
  'app.openLink': method(z.strictObject({ link, accountId: accountId.optional() }), done),
  'app.showFolder': method(z.strictObject({ folder: z.enum(['data', 'logs']) }), done),
  'app.startDemo': method(nothing, done),

  'settings.get': method(nothing, settings),
  'settings.update': method(z.strictObject(settings.partial().shape), settings),

  'accounts.list': method(nothing, z.array(account)),
  'accounts.add': method(
    z.strictObject({
      service: z.literal('likedo'),
      server: serverUrl,
      key: apiKey,
      name: accountName.optional(),
      plan,
      requestsPerHour: requestsPerHour.nullable(),
      keyEndsOn: day.nullable(),
      keyKept,
      whenUnreached,
    }),
    connected,
  ),
  'accounts.replaceKey': method(
    z.strictObject({ id: accountId, key: apiKey, keyEndsOn: day.nullable(), keyKept, whenUnreached }),
    connected,
  ),
  'accounts.update': method(
    z.strictObject({
      id: accountId,
      name: accountName.optional(),
      plan: plan.optional(),
      requestsPerHour: requestsPerHour.nullable().optional(),
      keyEndsOn: day.nullable().optional(),
      createPath: createPath.optional(),
    }),
    account,
  ),
  'accounts.check': method(z.strictObject({ id: accountId }), connected),
  'accounts.setDefault': method(z.strictObject({ id: accountId }), done),
  'accounts.remove': method(z.strictObject({ id: accountId }), done),
  /** Rows that are not settled, to be shown before an account is removed. */
  'accounts.unsettled': method(z.strictObject({ id: accountId }), z.array(address)),
  'accounts.allowance': method(z.strictObject({ id: accountId }), allowance),

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
    z.object({ address, activity: z.array(activity), listedAt: z.number().nullable() }),
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

  'activity.list': method(
    z.strictObject(offsetPage),
    z.object({ rows: z.array(activity), total: z.number() }),
  ),

  'desktop.state': method(nothing, desktopState),
  'desktop.setShortcut': method(z.strictObject({ accelerator: accelerator.nullable() }), desktopState),
  'desktop.setLogin': method(z.strictObject({ startsAtLogin: z.boolean() }), desktopState),
  'desktop.copyCommand': method(nothing, done),

  /** What the small window was opened for last. */
  'quick.order': method(nothing, quickOrder),
  'quick.close': method(nothing, done),
  /** Shows an address in the main window. */
  'quick.showAddress': method(z.strictObject({ id: rowId.nullable() }), done),

  'data.export': method(z.strictObject({ format: exportFormat, choice }), writtenFile),
  /** The user chooses a file; null where none was chosen. */
  'data.openImport': method(nothing, importPreview.nullable()),
  'data.readImport': method(z.strictObject({ file, reading: importReading }), importPreview),
  'data.runImport': method(
    z.strictObject({ file, reading: importReading, accountId: accountId.nullable(), labels }),
    importReport,
  ),
  'data.closeImport': method(z.strictObject({ file }), done),
  'data.removeKeys': method(nothing, z.object({ removed: z.number(), left: z.number() })),
  /** Keys first, then everything that Mailroom keeps; it quits afterwards. Answers what stays. */
  'data.deleteEverything': method(
    z.strictObject({ isConfirmed: z.literal(true) }),
    z.object({ stays: z.array(z.enum(['keys', 'log', 'folder', 'login-item'])) }),
  ),
  'data.diagnostics': method(nothing, z.object({ text: z.string() })),
  'data.saveDiagnostics': method(nothing, writtenFile),

  'backup.save': method(z.strictObject({ passphrase }), writtenFile),
  'backup.open': method(nothing, z.object({ file, fileName: z.string(), bytes: z.number() }).nullable()),
  'backup.preview': method(z.strictObject({ file, passphrase }), backupPreview),
  'backup.restore': method(z.strictObject({ file }), backupPreview),
  'backup.close': method(z.strictObject({ file }), done),
  'copies.list': method(nothing, z.array(localCopy)),
  /** Merges what a local copy holds, as a backup is. */
  'copies.preview': method(z.strictObject({ id: rowId }), backupPreview),

  'recovery.get': method(nothing, recovery.nullable()),
  /** Merges what could be read of the damaged file, or a local copy, and goes on. */
  'recovery.take': method(
    z.strictObject({ from: z.union([z.literal('readable'), z.literal('nothing'), rowId]) }),
    done,
  ),
} as const

/** What main tells a window unasked. */
export const events = {
  /** Something stored is not what it was: ask again. */
  changed: z.object({
    topics: z.array(
      z.enum([
        'accounts',
        'addresses',
        'activity',
        'settings',
        'allowance',
        'listings',
        'batches',
        'desktop',
      ]),
    ),
  }),
  /** A creation that this window did not ask for has ended. */
  ended: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: created }),
    z.object({ ok: z.literal(false), error: appErrorSchema }),
  ]),
  command: z.object({ command }),
  /** The small window is wanted, for this. */
  quick: quickOrder,
  /** An address is to be shown, its note in focus. */
  'show-address': z.object({ id: z.string() }),
} as const

export type Method = keyof typeof methods
export type Input<M extends Method> = z.input<(typeof methods)[M]['input']>
export type Parsed<M extends Method> = z.output<(typeof methods)[M]['input']>
export type Output<M extends Method> = z.output<(typeof methods)[M]['output']>
export type EventName = keyof typeof events
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>
export type Topic = EventPayload<'changed'>['topics'][number]
