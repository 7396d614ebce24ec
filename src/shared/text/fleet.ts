import type { FleetNoun, FleetPart, FleetStatus } from '../litemail/fleet'
import { type FleetGroup, groupHead, groupsOf, groupWords } from './fleetGroups'
import { fleetAge, isOrdinary, nounWords, oldestOf, placeOf } from './fleetParts'
import { dayAndTime } from './time'
import { figure } from './window/common'

/** How fresh lists of the fleet are, in one line. */
export interface FleetStanding {
  readonly kind: 'not-loaded' | 'reading' | 'offline' | 'incomplete' | 'updated'
  /** All that is to be said. */
  readonly words: string
  /** What holds for most of it, without the lists of which something else is to be said. */
  readonly head: string
  /** Something of it is missing, failed or waits for an answer. */
  readonly isTroubled: boolean
}

/** When it is looked at. `isOnline`: whether this computer has a network, as far as anybody knows. */
export interface FleetSight {
  readonly now: number
  readonly isOnline?: boolean
}

/**
 * How fresh the lists of these nouns are, the oldest first: "Updated 5 min ago; Acme 2 days ago: key refused". Every
 * place that says it has its words from here.
 */
export function fleetStanding(
  status: FleetStatus,
  nouns: readonly FleetNoun[],
  sight: FleetSight,
): FleetStanding {
  const asked = status.parts.filter(({ noun }) => nouns.includes(noun))
  const reading = asked.find(({ state }) => state === 'reading')
  if (reading !== undefined) {
    const words = readingWords(reading, status.parts)
    return { kind: 'reading', words, head: words, isTroubled: false }
  }
  const resting = restingWords(status, asked, sight)
  return { ...resting, words: [resting.head, ...resting.rest].join('; ') }
}

interface Resting {
  readonly kind: FleetStanding['kind']
  readonly head: string
  readonly isTroubled: boolean
  readonly rest: readonly string[]
}

function restingWords(status: FleetStatus, asked: readonly FleetPart[], sight: FleetSight): Resting {
  const { now, isOnline = true } = sight
  const isOffline = asked.length > 0 && (!isOnline || asked.every((part) => isUnreached(part, status)))
  // That a service was not reached is what "Offline" says.
  const parts = isOffline ? asked.map(withoutUnreached) : asked
  const groups = groupsOf(parts.filter((part) => !isOrdinary(part)))
  const isTroubled = groups.some(({ extent, problem }) => extent === 'partial' || problem !== null)
  const rest = groups.map((group) => groupWords(group, { all: status.parts, asked: parts, now }))
  const oldest = oldestOf(parts.filter(isOrdinary))
  if (oldest !== null) {
    return isOffline
      ? { kind: 'offline', head: `Offline. As of ${dayAndTime(oldest, now)}`, isTroubled, rest }
      : { kind: 'updated', head: `Updated ${fleetAge(oldest, now)}`, isTroubled, rest }
  }
  const isOne = groups.every((group) => isAlike(group, groups[0]))
  const head = isOne ? groupHead(groups[0] ?? UNREAD, parts, now) : rest.join('; ')
  return isOffline
    ? { kind: 'offline', head: `Offline. ${head}`, isTroubled, rest: [] }
    : { kind: kinds[groups[0]?.extent ?? 'none'], head, isTroubled, rest: [] }
}

const kinds = { whole: 'updated', partial: 'incomplete', none: 'not-loaded' } as const
const UNREAD: Omit<FleetGroup, 'parts'> = { extent: 'none', problem: null }

const isAlike = (one: FleetGroup, other: FleetGroup | undefined) =>
  one.extent === other?.extent && one.problem === other.problem

const isUnreached = ({ accountId }: FleetPart, { unreached }: FleetStatus) => unreached.includes(accountId)

const withoutUnreached = (part: FleetPart): FleetPart =>
  part.problem?.kind === 'no-connection' ? { ...part, problem: null } : part

function readingWords(part: FleetPart, all: readonly FleetPart[]): string {
  const { noun, page, pages } = part
  const where = page === null ? null : pages === null ? `page ${page}` : `page ${page} of ${pages}`
  return [`Reading ${nounWords[noun]}`, where, placeOf(part, all)].filter((each) => each !== null).join(', ')
}

/** How many of the lists cannot be read just now. */
const failingOf = ({ parts }: FleetStatus): number => parts.filter(({ problem }) => problem !== null).length

const atRest = (status: FleetStatus): FleetStatus => ({
  ...status,
  parts: status.parts.map((part) => ({ ...part, state: 'resting' })),
})

/** The fleet in one line of the tray: "12,000 mailboxes · updated 5 min ago", "12,000 mailboxes · 2 parts failing". */
export function fleetLine(status: FleetStatus, now: number): string {
  // Which page is being read changes too often for a menu.
  const { kind, head } = fleetStanding(atRest(status), ['mailboxes'], { now })
  const loaded = status.parts.filter(({ noun, at }) => noun === 'mailboxes' && at !== null)
  if (loaded.length === 0) return 'Mailboxes: not loaded yet'
  const count = loaded.reduce((sum, { kept }) => sum + kept, 0)
  const fleet = count === 1 ? '1 mailbox' : `${figure(count)} mailboxes`
  const failing = failingOf(status)
  if (kind !== 'offline' && failing > 0) {
    return `${fleet} · ${failing === 1 ? '1 part' : `${failing} parts`} failing`
  }
  return `${fleet} · ${head.slice(0, 1).toLowerCase()}${head.slice(1)}`
}
