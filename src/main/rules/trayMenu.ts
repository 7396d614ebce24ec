import type { Account, Allowance } from '../../shared/account'
import type { Attention } from '../../shared/activity'
import type { AppErrorOf } from '../../shared/errors'
import type { LitemailAccount } from '../../shared/litemail/account'
import type { FleetStatus } from '../../shared/litemail/fleet'
import { explain } from '../../shared/text/errors'
import { fleetLine } from '../../shared/text/fleet'
import { oneLine } from '../../shared/text/phrases'
import { trayText as text } from '../../shared/text/tray'
import type { UnseenEnding } from './unseenEnding'

/** What the tray knows of the fleet. */
export interface TrayFleet {
  readonly accounts: readonly Pick<LitemailAccount, 'id' | 'name' | 'keyStanding'>[]
  /** Null: it could not be read. */
  readonly status: FleetStatus | null
  readonly now: number
}

/** What the tray knows when its menu is drawn. What could not be read is null, and never shown as nothing. */
export interface TrayState {
  /** How the last creation ended, until somebody has seen it. */
  readonly unseen: UnseenEnding | null
  /** Creations that wait for their turn or for an answer. */
  readonly underWay: number
  /** The newest addresses that a service holds, newest first. */
  readonly recent: readonly { readonly id: string; readonly email: string; readonly note: string }[] | null
  readonly accounts: readonly Pick<Account, 'id' | 'name' | 'isDefault' | 'keyStanding'>[] | null
  /** Of the account that "New address" uses. */
  readonly allowance: Allowance | null
  /** How many addresses may be held by a service without an answer that says so. */
  readonly unconfirmed: number | null
  /** What of writes at Litemail waits for its user's eye. */
  readonly attention: Pick<Attention, 'writes' | 'jobs'> | null
  /** False when the last request found nobody at the other end. */
  readonly isReached: boolean
  /** What is read at Litemail; null where no account is connected there. */
  readonly fleet: TrayFleet | null
  readonly isNotifying: boolean
  readonly storageProblem: AppErrorOf<'storage'> | null
}

type Simple =
  | 'create'
  | 'create-with'
  | 'open'
  | 'quit'
  | 'see-ending'
  | 'see-accounts'
  | 'see-fleet'
  | 'see-attention'

/** What a press of an item asks for. */
export type TrayAction =
  | { readonly does: Simple }
  | { readonly does: 'copy'; readonly id: string }
  | { readonly does: 'read-mail'; readonly id: string; readonly email: string }
  | { readonly does: 'pause'; readonly isPaused: boolean }

export type TrayItem =
  | { readonly kind: 'action'; readonly label: string; readonly action: TrayAction; readonly isOff?: boolean }
  | { readonly kind: 'choice'; readonly label: string; readonly action: TrayAction; readonly isOn: boolean }
  | { readonly kind: 'line'; readonly label: string }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly TrayItem[] }
  | { readonly kind: 'rule' }

export type TrayLook = 'normal' | 'busy' | 'offline' | 'attention'

/** So many addresses can be copied from the menu. */
export const MOST_RECENT = 5

/** The tray's menu, whole, from what is known. */
export function trayMenu(state: TrayState): TrayItem[] {
  const parts = [
    endingPart(state),
    createPart(state),
    recentPart(state),
    standingPart(state),
    fleetPart(state),
    writesPart(state),
    ownPart(state),
  ]
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, at) => (at === 0 ? part : [{ kind: 'rule' } as const, ...part]))
}

/** What the icon says: first that somebody has to act, then that nothing gets through, then that work is under way. */
export function trayLook(state: TrayState): TrayLook {
  const keys = [...(state.accounts ?? []), ...(state.fleet?.accounts ?? [])]
  const isRefused = keys.some(({ keyStanding }) => keyStanding === 'refused')
  if (
    state.storageProblem !== null ||
    isRefused ||
    state.unseen?.isFailure === true ||
    hasQuestion(state.fleet) ||
    writesPart(state).length > 0 ||
    (state.unconfirmed ?? 0) > 0
  ) {
    return 'attention'
  }
  if (!state.isReached) return 'offline'
  return state.underWay > 0 ? 'busy' : 'normal'
}

const action = (label: string, does: Simple) => ({ kind: 'action', label, action: { does } }) as const

function endingPart({ unseen }: TrayState): TrayItem[] {
  return unseen === null ? [] : [action(unseen.words, 'see-ending')]
}

function createPart({ storageProblem }: TrayState): TrayItem[] {
  // Nothing can be written down, so nothing may be sent.
  const isOff = storageProblem !== null
  return [
    { ...action(text.newAddress, 'create'), isOff },
    { ...action(text.newAddressWith, 'create-with'), isOff },
  ]
}

function recentPart({ recent, storageProblem }: TrayState): TrayItem[] {
  if (recent === null) return storageProblem === null ? [{ kind: 'line', label: text.recentUnknown }] : []
  const shown = recent.slice(0, MOST_RECENT).map(({ id, email, note }) => {
    const about = oneLine(note)
    return { id, email, label: about === '' ? email : text.recent(email, about) }
  })
  if (shown.length === 0) return []
  return [
    ...shown.map(({ id, label }) => ({ kind: 'action', label, action: { does: 'copy', id } }) as const),
    // A menu of its own: in many trays an item that opens one hears of no click.
    {
      kind: 'menu',
      label: text.messagesOf,
      items: shown.map(
        ({ id, email, label }) =>
          ({ kind: 'action', label, action: { does: 'read-mail', id, email } }) as const,
      ),
    },
  ]
}

function standingPart(state: TrayState): TrayItem[] {
  const { storageProblem, accounts, underWay, unconfirmed, isReached } = state
  if (storageProblem !== null) return [action(explain(storageProblem).reason, 'open')]
  const refused = accounts?.filter(({ keyStanding }) => keyStanding === 'refused') ?? []
  return [
    ...(underWay > 0 ? [{ kind: 'line', label: text.creating(underWay) } as const] : []),
    ...(isReached ? [] : [{ kind: 'line', label: text.notReached } as const]),
    ...refused.map(({ name }) => action(ofAccount(state, name, text.keyRefused), 'see-accounts')),
    ...(unconfirmed !== null && unconfirmed > 0 ? [action(text.unconfirmed(unconfirmed), 'open')] : []),
    ...allowancePart(state),
  ]
}

function allowancePart(state: TrayState): TrayItem[] {
  const { accounts, allowance } = state
  if (accounts === null) return [{ kind: 'line', label: text.accountsUnknown }]
  const account = accounts.find(({ isDefault }) => isDefault) ?? accounts[0]
  if (account === undefined) return [action(text.noAccount, 'open')]
  const line = allowance === null ? text.allowanceUnknown : allowanceLine(allowance)
  return [{ kind: 'line', label: ofAccount(state, account.name, line) }]
}

function allowanceLine({ addresses, requests }: Allowance): string {
  const left = (used: number, limit: number) => Math.max(0, limit - used)
  return text.allowance(
    addresses.limit === null
      ? text.addressesMade(addresses.made)
      : text.addressesLeft(left(addresses.made, addresses.limit), addresses.limit),
    text.requestsLeft(left(requests.used, requests.limit), requests.limit),
  )
}

/** Something waits for the user's answer. */
const hasQuestion = (fleet: TrayFleet | null) =>
  fleet?.status?.parts.some(({ doubt }) => doubt !== null) === true

function fleetPart({ fleet, storageProblem }: TrayState): TrayItem[] {
  if (fleet === null || storageProblem !== null) return []
  const { accounts, status, now } = fleet
  if (status === null) return [{ kind: 'line', label: text.fleetUnknown }]
  const refused = accounts.filter(({ keyStanding }) => keyStanding === 'refused')
  return [
    action(fleetLine(status, now), 'see-fleet'),
    ...refused.map(({ name }) => action(text.ofAccount(oneLine(name), text.litemailRefused), 'see-accounts')),
    ...(hasQuestion(fleet) ? [action(text.fleetQuestion, 'see-fleet')] : []),
  ]
}

/** Writes that nobody could find out about, and jobs that wait. */
function writesPart({ attention, storageProblem }: TrayState): TrayItem[] {
  if (attention === null || storageProblem !== null) return []
  const { writes, jobs } = attention
  return [
    ...(writes > 0 ? [action(text.writesUnconfirmed(writes), 'see-attention')] : []),
    ...(jobs > 0 ? [action(text.jobsWaiting(jobs), 'see-attention')] : []),
  ]
}

/** With several accounts a line says which one it is about. */
const ofAccount = ({ accounts }: TrayState, name: string, line: string) =>
  (accounts?.length ?? 0) > 1 ? text.ofAccount(oneLine(name), line) : line

function ownPart({ isNotifying }: TrayState): TrayItem[] {
  const pause = { does: 'pause', isPaused: isNotifying } as const
  return [
    action(text.open, 'open'),
    { kind: 'choice', label: text.pause, action: pause, isOn: !isNotifying },
    action(text.quit, 'quit'),
  ]
}
