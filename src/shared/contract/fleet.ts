import * as z from 'zod'
import { accountId, accountName, apiKey } from '../account'
import { note } from '../address'
import { domain, domainFacets, domainView } from '../domain'
import { authentication, litemailAccount, litemailServer } from '../litemail/account'
import { fleetNoun, fleetStatus, overview, triedReads } from '../litemail/fleet'
import { mailbox, mailboxFacets, mailboxView } from '../mailbox'
import { savedView, viewName } from '../savedView'
import { writtenFile } from '../transfer'
import { choice, done, method, nothing, offsetPage, requestId, rowId } from './parts'

const keyKept = z.enum(['keychain', 'until-quit'])
/** `save-unchecked`: keep the key although the service could not be reached. */
const whenUnreached = z.enum(['say', 'save-unchecked'])
const check = z.enum(['accepted', 'not-reached'])
const connected = z.object({ account: litemailAccount, check })
const place = z.object({ index: z.number().nullable() })
const snapshot = z.object({ snapshot: z.uuid(), ids: z.array(z.string()) })
const copied = z.object({ copied: z.number(), left: z.number() })

/** Litemail's accounts, and the fleet that they hold. */
export const fleetMethods = {
  'litemail.accounts': method(nothing, z.array(litemailAccount)),
  'litemail.connect': method(
    z.strictObject({
      server: litemailServer,
      key: apiKey,
      authentication,
      name: accountName.optional(),
      keyKept,
      whenUnreached,
    }),
    connected,
  ),
  'litemail.replaceKey': method(
    z.strictObject({ id: accountId, key: apiKey, authentication, keyKept, whenUnreached }),
    connected,
  ),
  'litemail.rename': method(z.strictObject({ id: accountId, name: accountName }), litemailAccount),
  'litemail.check': method(z.strictObject({ id: accountId }), connected),
  /** With everything that was read of it; the notes stay for 30 days. */
  'litemail.remove': method(z.strictObject({ id: accountId }), done),
  /** Tries every read that needs no id, once. */
  'litemail.tryReads': method(z.strictObject({ id: accountId }), triedReads),
  /** What was tried at last; null: nothing yet. */
  'litemail.triedReads': method(z.strictObject({ id: accountId }), triedReads.nullable()),

  'fleet.status': method(nothing, fleetStatus),
  /** Reads all lists again, of one account or all; answers at once, and goes on from its place what was paused. */
  'fleet.refresh': method(z.strictObject({ accountId: accountId.optional() }), done),
  /** The user says whether what a whole pass missed is gone. */
  'fleet.decide': method(
    z.strictObject({
      accountId,
      workspaceId: z.string().max(4096),
      noun: fleetNoun,
      areGone: z.boolean(),
    }),
    done,
  ),
  'fleet.overview': method(nothing, overview),

  'mailboxes.list': method(
    z.strictObject({ view: mailboxView, ...offsetPage }),
    z.object({ rows: z.array(mailbox), total: z.number() }),
  ),
  'mailboxes.facets': method(z.strictObject({ view: mailboxView }), mailboxFacets),
  'mailboxes.place': method(z.strictObject({ view: mailboxView, id: rowId }), place),
  'mailboxes.snapshot': method(z.strictObject({ view: mailboxView }), snapshot),
  'mailboxes.get': method(
    z.strictObject({ id: rowId }),
    /** `other`: what the service told beside, by its own names; never a credential. */
    z.object({ mailbox, other: z.array(z.object({ name: z.string(), value: z.string() })) }),
  ),
  'mailboxes.copy': method(z.strictObject({ choice }), copied),
  'mailboxes.setNote': method(z.strictObject({ id: rowId, note }), mailbox),
  /** CSV of a choice, or of all that a view matches. Tells its progress by the event `export-progress`. */
  'mailboxes.export': method(
    z.strictObject({ requestId, what: z.union([choice, z.strictObject({ view: mailboxView })]) }),
    writtenFile,
  ),

  'domains.list': method(
    z.strictObject({ view: domainView, ...offsetPage }),
    z.object({ rows: z.array(domain), total: z.number() }),
  ),
  'domains.facets': method(z.strictObject({ view: domainView }), domainFacets),
  'domains.place': method(z.strictObject({ view: domainView, id: rowId }), place),
  'domains.snapshot': method(z.strictObject({ view: domainView }), snapshot),
  'domains.get': method(
    z.strictObject({ id: rowId }),
    /** `other`: as of a mailbox. */
    z.object({ domain, other: z.array(z.object({ name: z.string(), value: z.string() })) }),
  ),
  'domains.copy': method(z.strictObject({ choice }), copied),
  'domains.setNote': method(z.strictObject({ id: rowId, note }), domain),
  'domains.export': method(
    z.strictObject({ requestId, what: z.union([choice, z.strictObject({ view: domainView })]) }),
    writtenFile,
  ),

  'views.list': method(nothing, z.array(savedView)),
  /** A view of the same list and name is replaced. */
  'views.save': method(
    z.discriminatedUnion('list', [
      z.strictObject({ list: z.literal('mailboxes'), name: viewName, view: mailboxView }),
      z.strictObject({ list: z.literal('domains'), name: viewName, view: domainView }),
    ]),
    savedView,
  ),
  'views.remove': method(z.strictObject({ id: rowId }), done),
} as const
