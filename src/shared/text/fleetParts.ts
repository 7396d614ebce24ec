import type { AppError } from '../errors'
import type { FleetNoun, FleetPart } from '../litemail/fleet'
import { oneLine } from './phrases'
import { dayAndTime, dayOf } from './time'
import { figure } from './window/common'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** From so many days on, a date is easier to read than how long ago it was. */
const DAYS_COUNTED = 60

/** What the parts of a fleet are called inside a sentence. */
export const nounWords: Readonly<Record<FleetNoun, string>> = {
  user: 'user',
  workspaces: 'workspaces',
  mailboxes: 'mailboxes',
  domains: 'domains',
  subscriptions: 'subscriptions',
  wallet: 'wallet',
  tags: 'tags',
}

/**
 * How long ago something was read: true over midnights and years. After the clock was moved back a reading seems to lie
 * in the future: then nobody knows its age, and its own moment is said.
 */
export function fleetAge(at: number, now: number): string {
  const passed = now - at
  if (passed <= -MINUTE) return dayAndTime(at, now)
  if (passed < MINUTE) return 'just now'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h ago`
  const days = Math.floor(passed / DAY)
  if (days >= DAYS_COUNTED) return dayOf(at, now)
  return days === 1 ? '1 day ago' : `${days} days ago`
}

/** Why a part could not be read, in the fewest words: it stands in one line with others. */
export function fleetProblem(error: AppError): string {
  switch (error.kind) {
    case 'unauthorized':
      return 'key refused'
    case 'operation-unauthorized':
      return 'not allowed with this key'
    case 'other-user':
      return 'key of another user'
    case 'no-connection':
      return 'not reached'
    case 'timeout':
      return 'no answer in time'
    case 'connection-lost':
      return 'connection lost'
    case 'rate-limited':
      return 'too many requests'
    case 'rejected':
      return 'request not accepted'
    case 'no-such-path':
      return 'path not known'
    case 'unproven':
      return 'to be read once in Operations'
    case 'invalid-input':
      return 'API path cannot be used'
    case 'service-failed':
      return 'Litemail failed'
    case 'bad-response':
      return error.problem === 'html' ? 'a web page answered' : 'answer not understood'
    case 'keychain':
      return error.problem === 'no-key' ? 'no key here' : 'keychain not open'
    case 'storage':
      return 'could not be written down'
    default:
      return 'could not be read'
  }
}

/** `3,000 of about 12,000`; only what is kept where nobody knows how many there are. */
export const keptOf = (kept: number, announced: number | null) =>
  announced === null || announced <= kept ? figure(kept) : `${figure(kept)} of about ${figure(announced)}`

/** What is kept of several lists, and how many rows they have together; null as soon as one does not say. */
export function sumOf(parts: readonly FleetPart[]): string {
  const kept = parts.reduce((sum, part) => sum + part.kept, 0)
  const announced = parts.reduce<number | null>(
    (sum, part) => (sum === null || part.announced === null ? null : sum + part.announced),
    0,
  )
  return keptOf(kept, announced)
}

/**
 * Whose list it is, where that has to be told: the workspace; with several accounts the account, and both where that has
 * several workspaces.
 */
export function placeOf(part: FleetPart, all: readonly FleetPart[]): string {
  const account = oneLine(part.accountName)
  const workspace = part.workspaceName === null ? null : oneLine(part.workspaceName)
  if (!all.some(({ accountId }) => accountId !== part.accountId)) return workspace ?? account
  const hasSeveral = all.some(
    ({ accountId, workspaceId }) =>
      accountId === part.accountId && workspaceId !== '' && workspaceId !== part.workspaceId,
  )
  return workspace === null || !hasSeveral ? account : `${account}, ${workspace}`
}

/** Whether it is read to its end, with nothing left to be said but its age. */
export const isOrdinary = ({ wholeAt, problem, doubt, isIncomplete }: FleetPart) =>
  wholeAt !== null && problem === null && doubt === null && !isIncomplete

/** When the oldest of these was last read to its end; null where none was. */
export const oldestOf = (parts: readonly FleetPart[]): number | null =>
  parts.reduce<number | null>(
    (oldest, { wholeAt }) => (wholeAt === null ? oldest : Math.min(oldest ?? wholeAt, wholeAt)),
    null,
  )
