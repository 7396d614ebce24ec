import { randomInt } from 'node:crypto'
import type { AppInfo, Link } from '../../shared/app'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { checkAccount } from '../actions/checkAccount'
import { connectAccount } from '../actions/connectAccount'
import { type Context, findAccount } from '../actions/context'
import { copyAddress } from '../actions/copyAddress'
import { CREATE_DEADLINE_MS, createAddress } from '../actions/createAddress'
import { decideAddress } from '../actions/decideAddress'
import { asItStands, readAddresses } from '../actions/readAddresses'
import { readAllowance } from '../actions/readAllowance'
import { readUnsettled } from '../actions/readUnsettled'
import { removeAccount } from '../actions/removeAccount'
import { replaceKey } from '../actions/replaceKey'
import { settleAddress } from '../actions/settleAddress'
import { dropWaiting, sendWaiting } from '../actions/waitingAddress'
import { previewName } from '../rules/previewName'
import type { Handlers } from './dispatch'

/** What only the desktop can do for a window. */
export interface Desktop {
  info(): AppInfo
  openLink(link: Link, accountOrigin: string | null): Promise<Result<void, AppError>>
  showFolder(folder: 'data' | 'logs'): Promise<Result<void, AppError>>
  startDemo(): Result<void, AppError>
}

/** One line a method of the contract. */
export function createHandlers(context: Context, desktop: Desktop): Handlers {
  const { store } = context
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
    'settings.update': (patch) => store.write('settings.update', patch),

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
    'addresses.copy': ({ id }) => copyAddress(context, id),
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

    'activity.list': (page) => store.read('activity.list', page),
  }
}

const nothing = (result: Result<unknown, AppError>): Result<Record<string, never>, AppError> =>
  result.ok ? ok({}) : result

/** What is there; null was not found. */
const present = <T>(result: Result<T | null, AppError>, what: 'account' | 'address'): Result<T, AppError> => {
  if (!result.ok) return result
  return result.value === null ? err({ kind: 'not-found', what }) : ok(result.value)
}
