import { randomInt } from 'node:crypto'
import type { AppInfo, Link } from '../../shared/app'
import type { DesktopState, QuickOrder } from '../../shared/desktopState'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import { closeBackup, openBackup, previewBackup, restoreBackup, saveBackup } from '../actions/backup'
import { hideAddresses, labelAddresses, undoLast } from '../actions/changeAddresses'
import { changeSettings } from '../actions/changeSettings'
import { checkAccount } from '../actions/checkAccount'
import { takeSnapshot } from '../actions/choice'
import { connectAccount } from '../actions/connectAccount'
import { type Context, findAccount } from '../actions/context'
import { copyAddresses } from '../actions/copyAddress'
import { CREATE_DEADLINE_MS, createAddress } from '../actions/createAddress'
import { readBatch, startBatch, stopBatch } from '../actions/createBatch'
import { decideAddress } from '../actions/decideAddress'
import { readDiagnostics, saveDiagnostics } from '../actions/diagnostics'
import { exportAddresses } from '../actions/exportAddresses'
import { closeImport, openImport, readImport, runImport } from '../actions/importAddresses'
import { listCopies, previewCopy } from '../actions/localCopies'
import { asItStands, readAddresses } from '../actions/readAddresses'
import { readAllowance } from '../actions/readAllowance'
import { readDetails } from '../actions/readDetails'
import { readList } from '../actions/readList'
import { readListings } from '../actions/readListings'
import { readUnsettled } from '../actions/readUnsettled'
import { readRecovery, takeRecovery } from '../actions/recovery'
import { decideListing, refreshListings } from '../actions/refreshListings'
import { removeAccount } from '../actions/removeAccount'
import { deleteEverything, removeKeys } from '../actions/removeEverything'
import { replaceKey } from '../actions/replaceKey'
import { settleAddress } from '../actions/settleAddress'
import { dropWaiting, sendWaiting } from '../actions/waitingAddress'
import { previewName } from '../rules/previewName'
import { createActivityHandlers } from './activityHandlers'
import { nothing, placed, present } from './answers'
import { createApiPathsHandlers } from './apiPathsHandlers'
import { createAssigningHandlers } from './assigningHandlers'
import { createBillingHandlers } from './billingHandlers'
import { createCredentialsHandlers } from './credentialsHandlers'
import type { Handlers } from './dispatch'
import { createExportsHandlers } from './exportsHandlers'
import { createFleetHandlers } from './fleetHandlers'
import { createHealthHandlers } from './healthHandlers'
import { createJobsHandlers } from './jobsHandlers'
import { createMessagesHandlers, type MailDesktop } from './messagesHandlers'
import { createOperationsHandlers } from './operationsHandlers'
import { createPaletteHandlers, type PaletteDesktop } from './paletteHandlers'

/** What only the desktop can do for a window. */
export interface Desktop extends PaletteDesktop, MailDesktop {
  info(): AppInfo
  openLink(link: Link, accountOrigin: string | null): Promise<Result<void, AppError>>
  showFolder(folder: 'data' | 'logs'): Promise<Result<void, AppError>>
  startDemo(): Result<void, AppError>
  state(): Promise<DesktopState>
  /** What was just set holds before its window is told that it is set. */
  obey(settings: Settings): void
  setShortcut(accelerator: string | null): Promise<Result<void, AppError>>
  setLogin(startsAtLogin: boolean): Promise<Result<void, AppError>>
  copyCommand(): Promise<Result<void, AppError>>
  readonly quick: {
    order(): QuickOrder
    close(): void
    /** In the main window; null: only the window itself. */
    showAddress(id: string | null): void
  }
  /** Nothing is left to show: ends Mailroom once the answer is out. */
  quitSoon(): void
}

/** One line a method of the contract. */
export function createHandlers(context: Context, desktop: Desktop): Handlers {
  const { store } = context
  const stateAfter = async (changed: Result<void, AppError>) =>
    changed.ok ? ok(await desktop.state()) : changed
  return {
    'app.info': async () => ok(desktop.info()),
    'app.openLink': async ({ link, accountId }) => {
      const account = accountId === undefined ? null : await findAccount(context, accountId)
      if (account !== null && !account.ok) return account
      return nothing(await desktop.openLink(link, account?.value.origin ?? null))
    },
    'app.showFolder': async ({ folder }) => nothing(await desktop.showFolder(folder)),
    'app.startDemo': async () => nothing(desktop.startDemo()),

    'settings.get': () => store.read('settings.get'),
    'settings.update': async (patch) => {
      const settings = await changeSettings(context, patch)
      if (settings.ok) desktop.obey(settings.value)
      return settings
    },

    'accounts.list': () => store.read('accounts.list'),
    'accounts.add': (input) => connectAccount(context, input),
    'accounts.replaceKey': (input) => replaceKey(context, input),
    'accounts.update': async ({ id, ...patch }) =>
      present(await store.write('accounts.update', { id, patch }), 'account'),
    'accounts.check': ({ id }) => checkAccount(context, id),
    'accounts.setDefault': async ({ id }) => {
      const isSet = await store.write('accounts.setDefault', id)
      return nothing(isSet.ok && !isSet.value ? err({ kind: 'not-found', what: 'account' }) : isSet)
    },
    'accounts.remove': async ({ id }) => nothing(await removeAccount(context, id)),
    'accounts.unsettled': ({ id }) => readUnsettled(context, id),
    'accounts.allowance': ({ id }) => readAllowance(context, id),

    'addresses.list': (page) => readAddresses(context, page),
    'addresses.create': ({ wish: { accountId, ...wish }, ...press }) =>
      createAddress(context, {
        ...press,
        account: accountId ?? null,
        wish,
        isCopyWanted: true,
        deadlineMs: CREATE_DEADLINE_MS,
      }),
    'addresses.preview': async (wish) => ok(previewName(wish, randomInt)),
    'addresses.facets': ({ view }) => store.read('addresses.facets', view),
    'addresses.snapshot': async ({ view }) => takeSnapshot(context, await store.read('addresses.ids', view)),
    'addresses.place': async (wish) => placed(await store.read('addresses.place', wish)),
    'addresses.get': ({ id }) => readDetails(context, id),
    'addresses.copy': ({ choice }) => copyAddresses(context, choice),
    'addresses.label': (change) => labelAddresses(context, change),
    'addresses.renameLabel': async (change) => {
      const count = await store.write('addresses.renameLabel', change)
      return count.ok ? ok({ count: count.value }) : count
    },
    'addresses.hide': (change) => hideAddresses(context, change),
    'addresses.undo': () => undoLast(context),
    'addresses.setNote': async (change) => {
      const noted = present(await store.write('addresses.setNote', change), 'address')
      return noted.ok ? ok(asItStands(context, noted.value)) : noted
    },
    'addresses.settle': async ({ id }) => {
      const settled = await settleAddress(context, id, { isAsked: true, deadlineMs: CREATE_DEADLINE_MS })
      return settled.ok ? present(await store.read('addresses.get', id), 'address') : settled
    },
    'addresses.decide': async (decision) => nothing(await decideAddress(context, decision)),
    'addresses.sendWaiting': ({ id }) => sendWaiting(context, id),
    'addresses.dropWaiting': async ({ id }) => nothing(await dropWaiting(context, id)),

    'listings.list': () => readListings(context),
    'listings.refresh': (wish) => refreshListings(context, wish),
    'listings.decide': async (decision) => nothing(await decideListing(context, decision)),

    'batches.read': (list) => readList(context, list),
    'batches.start': (wish) => startBatch(context, wish),
    'batches.get': ({ id }) => readBatch(context, id),
    'batches.stop': ({ id }) => stopBatch(context, id),

    'desktop.state': async () => ok(await desktop.state()),
    'desktop.setShortcut': async ({ accelerator }) => stateAfter(await desktop.setShortcut(accelerator)),
    'desktop.setLogin': async ({ startsAtLogin }) => stateAfter(await desktop.setLogin(startsAtLogin)),
    'desktop.copyCommand': async () => nothing(await desktop.copyCommand()),

    'quick.order': async () => ok(desktop.quick.order()),
    'quick.close': async () => {
      desktop.quick.close()
      return ok({})
    },
    'quick.showAddress': async ({ id }) => {
      desktop.quick.showAddress(id)
      return ok({})
    },

    'data.export': (wish) => exportAddresses(context, wish),
    'data.openImport': () => openImport(context),
    'data.readImport': (wish) => readImport(context, wish),
    'data.runImport': (wish) => runImport(context, wish),
    'data.closeImport': async ({ file }) => {
      closeImport(context, file)
      return ok({})
    },
    'data.removeKeys': () => removeKeys(context),
    'data.deleteEverything': async () => {
      const deleted = await deleteEverything(context)
      if (deleted.ok) desktop.quitSoon()
      return deleted
    },
    'data.diagnostics': () => readDiagnostics(context),
    'data.saveDiagnostics': () => saveDiagnostics(context),

    'backup.save': ({ passphrase }) => saveBackup(context, passphrase),
    'backup.open': () => openBackup(context),
    'backup.preview': (wish) => previewBackup(context, wish),
    'backup.restore': ({ file }) => restoreBackup(context, file),
    'backup.close': async ({ file }) => {
      closeBackup(context, file)
      return ok({})
    },
    'copies.list': () => listCopies(context),
    'copies.preview': ({ id }) => previewCopy(context, id),

    'recovery.get': () => readRecovery(context),
    'recovery.take': async ({ from }) => nothing(await takeRecovery(context, from)),

    ...createActivityHandlers(context),
    ...createFleetHandlers(context),
    ...createAssigningHandlers(context),
    ...createApiPathsHandlers(context),
    ...createOperationsHandlers(context, desktop),
    ...createJobsHandlers(context),
    ...createCredentialsHandlers(context),
    ...createExportsHandlers(context),
    ...createHealthHandlers(context),
    ...createBillingHandlers(context),
    ...createMessagesHandlers(context, desktop),
    ...createPaletteHandlers(context, desktop),
  }
}
