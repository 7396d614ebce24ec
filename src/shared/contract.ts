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
  likeDoTag,
  localPart,
  note,
  ownPrefix,
  via,
} from './address'
import { appInfo, command, link } from './app'
import { appErrorSchema } from './errors'
import { settings } from './settings'

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

  /** Newest first; `before`: the last row already there. `total` counts all. */
  'addresses.list': method(
    z.strictObject({
      before: z.strictObject({ at: z.number(), id: rowId }).optional(),
      limit: z.number().int().min(1).max(500),
    }),
    z.object({ rows: z.array(address), total: z.number() }),
  ),
  'addresses.create': method(
    z.strictObject({
      requestId,
      via,
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
  'addresses.copy': method(z.strictObject({ id: rowId }), z.object({ email: z.string() })),
  'addresses.setNote': method(z.strictObject({ id: rowId, note }), address),
  /** Asks the service about an unconfirmed row, and sends it once more where that is safe. */
  'addresses.settle': method(z.strictObject({ id: rowId }), address),
  /** The user says whose an address is that the service holds. */
  'addresses.decide': method(z.strictObject({ id: rowId, isMine: z.boolean() }), done),
  /** A row that was written down and never sent: send it now, or forget it. */
  'addresses.sendWaiting': method(z.strictObject({ id: rowId }), created),
  'addresses.dropWaiting': method(z.strictObject({ id: rowId }), done),

  'activity.list': method(
    z.strictObject({
      before: z.strictObject({ at: z.number(), id: rowId }).optional(),
      limit: z.number().int().min(1).max(500),
    }),
    z.object({ rows: z.array(activity), total: z.number() }),
  ),
} as const

/** What main tells a window unasked. */
export const events = {
  /** Something stored is not what it was: ask again. */
  changed: z.object({
    topics: z.array(z.enum(['accounts', 'addresses', 'activity', 'settings', 'allowance'])),
  }),
  /** A creation that this window did not ask for has ended. */
  ended: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: created }),
    z.object({ ok: z.literal(false), error: appErrorSchema }),
  ]),
  command: z.object({ command }),
} as const

export type Method = keyof typeof methods
export type Input<M extends Method> = z.input<(typeof methods)[M]['input']>
export type Parsed<M extends Method> = z.output<(typeof methods)[M]['input']>
export type Output<M extends Method> = z.output<(typeof methods)[M]['output']>
export type EventName = keyof typeof events
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>
export type Topic = EventPayload<'changed'>['topics'][number]
