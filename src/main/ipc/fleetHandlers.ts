import type { Method } from '../../shared/contract'
import type { fleetMethods } from '../../shared/contract/fleet'
import { takeSnapshot } from '../actions/choice'
import type { Context } from '../actions/context'
import { copyFleet } from '../actions/fleet/copyFleet'
import { exportDomains, exportMailboxes } from '../actions/fleet/exportFleet'
import { checkLitemail } from '../actions/litemail/checkLitemail'
import { connectLitemail } from '../actions/litemail/connectLitemail'
import { removeLitemail } from '../actions/litemail/removeLitemail'
import { replaceLitemailKey } from '../actions/litemail/replaceLitemailKey'
import { readTriedReads, tryReads } from '../actions/litemail/tryReads'
import { decideFleet, readFleetStatus, refreshFleet } from '../sync/fleet'
import { nothing, placed, present } from './answers'
import type { Handlers } from './dispatch'

/** One line a method of `contract/fleet.ts`. */
export function createFleetHandlers(
  context: Context,
): Pick<Handlers, Extract<Method, keyof typeof fleetMethods>> {
  const { store, clock } = context
  return {
    'litemail.accounts': () => store.read('litemail.accounts'),
    'litemail.connect': (input) => connectLitemail(context, input),
    'litemail.replaceKey': (input) => replaceLitemailKey(context, input),
    'litemail.rename': async ({ id, name }) =>
      present(await store.write('litemail.updateAccount', { id, patch: { name } }), 'account'),
    'litemail.check': ({ id }) => checkLitemail(context, id),
    'litemail.remove': async ({ id }) => nothing(await removeLitemail(context, id)),
    'litemail.tryReads': ({ id }) => tryReads(context, id),
    'litemail.triedReads': ({ id }) => readTriedReads(context, id),

    'fleet.status': () => readFleetStatus(context),
    'fleet.refresh': async (wish) => nothing(await refreshFleet(context, wish)),
    'fleet.decide': async (decision) => nothing(await decideFleet(context, decision)),
    'fleet.overview': () => store.read('fleet.overview', clock.now()),

    'mailboxes.list': (page) => store.read('mailboxes.list', { ...page, now: clock.now() }),
    'mailboxes.facets': ({ view }) => store.read('mailboxes.facets', { view, now: clock.now() }),
    'mailboxes.place': async ({ view, id }) =>
      placed(await store.read('mailboxes.place', { view, id, now: clock.now() })),
    'mailboxes.snapshot': async ({ view }) =>
      takeSnapshot(context, await store.read('mailboxes.ids', { view, now: clock.now() })),
    'mailboxes.get': async ({ id }) => present(await store.read('mailboxes.get', id), 'mailbox'),
    'mailboxes.copy': ({ choice }) => copyFleet(context, 'mailboxes', choice),
    'mailboxes.setNote': async (change) => present(await store.write('mailboxes.setNote', change), 'mailbox'),
    'mailboxes.export': (wish) => exportMailboxes(context, wish),

    'domains.list': (page) => store.read('domains.list', { ...page, now: clock.now() }),
    'domains.facets': ({ view }) => store.read('domains.facets', { view, now: clock.now() }),
    'domains.place': async ({ view, id }) =>
      placed(await store.read('domains.place', { view, id, now: clock.now() })),
    'domains.snapshot': async ({ view }) =>
      takeSnapshot(context, await store.read('domains.ids', { view, now: clock.now() })),
    'domains.get': async ({ id }) => present(await store.read('domains.get', id), 'domain'),
    'domains.copy': ({ choice }) => copyFleet(context, 'domains', choice),
    'domains.setNote': async (change) => present(await store.write('domains.setNote', change), 'domain'),
    'domains.export': (wish) => exportDomains(context, wish),

    'views.list': () => store.read('views.list'),
    'views.save': (view) => store.write('views.save', view),
    'views.remove': async ({ id }) => nothing(await store.write('views.remove', id)),
  }
}
