import { readAttention } from '../actions/activity/readAttention'
import type { Context } from '../actions/context'
import { readAllowance } from '../actions/readAllowance'
import { MOST_RECENT, type TrayFleet, type TrayState } from '../rules/trayMenu'
import type { UnseenEnding } from '../rules/unseenEnding'
import { readFleetStatus } from '../sync/fleet'
import type { OpenedContext } from './openContext'
import type { Reach } from './reach'

export interface TrayKnowledge {
  readonly opened: OpenedContext
  readonly reach: () => Reach | null
  readonly unseen: () => UnseenEnding | null
}

/** Reads what the tray shows. What cannot be read is null in it. */
export async function readTrayState({ opened, reach, unseen }: TrayKnowledge): Promise<TrayState> {
  const { context, storageProblem } = opened
  const { store } = context
  const [settings, accounts, newest, unsettled, attention] = await Promise.all([
    store.read('settings.get'),
    store.read('accounts.list'),
    store.read('addresses.recent', MOST_RECENT),
    store.read('journal.unsettled', {}),
    readAttention(context),
  ])
  const account = accounts.ok
    ? (accounts.value.find(({ isDefault }) => isDefault) ?? accounts.value[0])
    : undefined
  const allowance = account === undefined ? null : await readAllowance(context, account.id)
  return {
    unseen: unseen(),
    underWay: unsettled.ok ? unsettled.value.filter((row) => isUnderWay(context, row)).length : 0,
    recent: newest.ok ? newest.value : null,
    accounts: accounts.ok ? accounts.value : null,
    allowance: allowance?.ok === true ? allowance.value : null,
    unconfirmed: unsettled.ok
      ? unsettled.value.filter((row) => row.state === 'unconfirmed' && !isUnderWay(context, row)).length
      : null,
    attention: attention.ok ? attention.value : null,
    isReached: account === undefined || (reach()?.isReached(account.origin) ?? true),
    fleet: await readFleet(context),
    isNotifying: settings.ok ? settings.value.isNotifying : true,
    storageProblem,
  }
}

/** Null where no Litemail account is connected. */
async function readFleet(context: Context): Promise<TrayFleet | null> {
  const accounts = await context.store.read('litemail.accounts')
  if (accounts.ok && accounts.value.length === 0) return null
  const status = accounts.ok ? await readFleetStatus(context) : null
  return {
    accounts: accounts.ok ? accounts.value : [],
    status: status?.ok === true ? status.value : null,
    now: context.clock.now(),
  }
}

/** A press is working on it, be it that others go before it or that it is being asked about. */
const isUnderWay = ({ inLine }: Context, { id, state }: { readonly id: string; readonly state: string }) =>
  state === 'sending' || inLine.has(id)
