import * as z from 'zod'
import {
  account,
  accountId,
  accountName,
  allowance,
  apiKey,
  day,
  keyCheck,
  plan,
  requestsPerHour,
  serverUrl,
} from './account'
import { address, created } from './address'
import { appInfo, command, link } from './app'
import { activityMethods } from './contract/activity'
import { addressMethods } from './contract/addresses'
import { apiPathsMethods } from './contract/apiPaths'
import { assigningMethods } from './contract/assigning'
import { billingMethods } from './contract/billing'
import { credentialsMethods } from './contract/credentials'
import { dataMethods } from './contract/data'
import { exportsMethods } from './contract/exports'
import { fleetMethods } from './contract/fleet'
import { healthMethods } from './contract/health'
import { jobMethods } from './contract/jobs'
import { listMethods } from './contract/lists'
import { messagesMethods } from './contract/messages'
import { operationsMethods } from './contract/operations'
import { paletteMethods } from './contract/palette'
import { done, method, nothing, rowId } from './contract/parts'
import { accelerator, desktopState, quickOrder } from './desktopState'
import { appErrorSchema } from './errors'
import { healthMark } from './health'
import { mailOrder } from './message'
import { settings } from './settings'

export { type AddressWish, addressWish } from './contract/addresses'
export { type Choice, requestId } from './contract/parts'

const keyKept = z.enum(['keychain', 'until-quit'])
/** `save-unchecked`: keep the key although the service could not be reached. */
const whenUnreached = z.enum(['say', 'save-unchecked'])
const connected = z.object({ account, check: keyCheck })
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
    }),
    account,
  ),
  'accounts.check': method(z.strictObject({ id: accountId }), connected),
  'accounts.setDefault': method(z.strictObject({ id: accountId }), done),
  'accounts.remove': method(z.strictObject({ id: accountId }), done),
  /** Rows that are not settled, to be shown before an account is removed. */
  'accounts.unsettled': method(z.strictObject({ id: accountId }), z.array(address)),
  'accounts.allowance': method(z.strictObject({ id: accountId }), allowance),

  ...addressMethods,
  ...listMethods,

  ...activityMethods,

  'desktop.state': method(nothing, desktopState),
  'desktop.setShortcut': method(z.strictObject({ accelerator: accelerator.nullable() }), desktopState),
  'desktop.setLogin': method(z.strictObject({ startsAtLogin: z.boolean() }), desktopState),
  'desktop.copyCommand': method(nothing, done),

  /** What the small window was opened for last. */
  'quick.order': method(nothing, quickOrder),
  'quick.close': method(nothing, done),
  /** Shows an address in the main window. */
  'quick.showAddress': method(z.strictObject({ id: rowId.nullable() }), done),

  ...dataMethods,
  ...fleetMethods,
  ...assigningMethods,
  ...apiPathsMethods,
  ...operationsMethods,
  ...jobMethods,
  ...credentialsMethods,
  ...exportsMethods,
  ...healthMethods,
  ...billingMethods,
  ...messagesMethods,
  ...paletteMethods,
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
        'jobs',
        'settings',
        'allowance',
        'listings',
        'batches',
        'desktop',
        'litemail',
        'fleet',
        'mailboxes',
        'domains',
        'views',
        'api-paths',
        /** Those that were shown are hidden. */
        'credentials',
        'messages',
      ]),
    ),
  }),
  /** A creation that this window did not ask for has ended. */
  ended: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: created }),
    z.object({ ok: z.literal(false), error: appErrorSchema }),
  ]),
  /** `isFromOutside`: not by a menu or key of the window itself, but from tray, notification or another start. */
  command: z.object({ command, isFromOutside: z.boolean() }),
  /** The small window is wanted, for this. */
  quick: quickOrder,
  /** The small window for messages is wanted, for this address. */
  mail: mailOrder,
  /** An address is to be shown, its note in focus. */
  'show-address': z.object({ id: z.string() }),
  /** The path of an operation is to be set. */
  'fix-path': z.object({ accountId: z.string(), operation: z.string() }),
  /** What a Litemail account pays is to be shown. */
  'show-billing': z.object({ accountId: z.string() }),
  /** What waits for its user's eye is to be shown in Activity, and nothing else. */
  'show-attention': z.object({}),
  /** Domains that miss any of these are to be shown, and no others. */
  'show-domains': z.object({ missing: z.array(healthMark) }),
  /** So many of so many rows of an export are in its file. */
  'export-progress': z.object({ requestId: z.string(), done: z.number(), total: z.number() }),
} as const

export type Method = keyof typeof methods
export type Input<M extends Method> = z.input<(typeof methods)[M]['input']>
export type Parsed<M extends Method> = z.output<(typeof methods)[M]['input']>
export type Output<M extends Method> = z.output<(typeof methods)[M]['output']>
export type EventName = keyof typeof events
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>
export type Topic = EventPayload<'changed'>['topics'][number]
