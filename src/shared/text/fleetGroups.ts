import type { AppError } from '../errors'
import type { FleetPart } from '../litemail/fleet'
import { fleetAge, fleetProblem, nounWords, oldestOf, sumOf } from './fleetParts'
import { oneLine } from './phrases'
import { figure } from './window/common'

/** What keeps all lists of an account from being read alike. */
const ofAccount: ReadonlySet<AppError['kind']> = new Set([
  'unauthorized',
  'other-user',
  'keychain',
  'no-connection',
])

/** Lists of one account of which the same is to be said. */
export interface FleetGroup {
  /** `whole`: it was read to its end at some time; `partial`: never, but some of it is here; `none`: nothing is. */
  readonly extent: 'whole' | 'partial' | 'none'
  /** What keeps them from being read; null: nothing. */
  readonly problem: string | null
  readonly parts: readonly [FleetPart, ...FleetPart[]]
}

function extentOf({ wholeAt, at }: FleetPart): FleetGroup['extent'] {
  if (wholeAt !== null) return 'whole'
  return at === null ? 'none' : 'partial'
}

function problemOf({ problem, doubt, isIncomplete, wholeAt }: FleetPart): string | null {
  if (problem !== null) return fleetProblem(problem)
  if (doubt !== null) return 'waiting for your answer'
  return isIncomplete && wholeAt !== null ? 'not all of it was read' : null
}

/** Whether lists of several nouns may stand together: not where their rows would be counted up. */
const canBeMixed = ({ problem, doubt, wholeAt, at }: FleetPart) =>
  problem !== null ? ofAccount.has(problem.kind) : doubt === null && wholeAt === null && at === null

/** Lists of one account of which the same is to be said, together; the longest unread first. */
export function groupsOf(parts: readonly FleetPart[]): FleetGroup[] {
  const groups = new Map<string, FleetGroup>()
  for (const part of parts) {
    const [extent, problem] = [extentOf(part), problemOf(part)]
    const noun = canBeMixed(part) ? null : part.noun
    const key = JSON.stringify([part.accountId, noun, extent, problem])
    const before = groups.get(key)
    groups.set(key, { extent, problem, parts: before === undefined ? [part] : [...before.parts, part] })
  }
  const age = ({ parts: [first, ...rest] }: FleetGroup) => oldestOf([first, ...rest]) ?? 0
  return [...groups.values()].sort((one, other) => age(one) - age(other))
}

/** Where a group stands among the others. */
export interface GroupSight {
  /** Every part of the fleet. */
  readonly all: readonly FleetPart[]
  /** Those that are asked about. */
  readonly asked: readonly FleetPart[]
  readonly now: number
}

/** A group by its name, as it stands behind others: "Acme 2 days ago: key refused". */
export function groupWords(group: FleetGroup, sight: GroupSight): string {
  const { extent, problem, parts } = group
  const name = groupName(group, sight)
  const because = problem === null ? '' : `: ${problem}`
  switch (extent) {
    case 'whole':
      return `${name} ${fleetAge(oldestOf(parts) ?? sight.now, sight.now)}${because}`
    case 'partial':
      return problem === null
        ? `${name} incomplete: ${sumOf(parts)}`
        : `${name} incomplete, ${sumOf(parts)}${because}`
    case 'none':
      return problem === null ? `${name} not loaded yet` : `${name} not loaded${because}`
    default:
      return extent satisfies never
  }
}

/** What is said where the same holds for all: "Incomplete: 3,000 of about 12,000". */
export function groupHead(
  { extent, problem }: Omit<FleetGroup, 'parts'>,
  parts: readonly FleetPart[],
  now: number,
): string {
  const because = problem === null ? '' : `: ${problem}`
  switch (extent) {
    case 'whole':
      return `Updated ${fleetAge(oldestOf(parts) ?? now, now)}${because}`
    case 'partial':
      return problem === null ? `Incomplete: ${sumOf(parts)}` : `Incomplete, ${sumOf(parts)}${because}`
    case 'none':
      return problem === null ? 'Not loaded yet' : `Not loaded${because}`
    default:
      return extent satisfies never
  }
}

const distinct = (values: readonly string[]) => [...new Set(values)]

/** Many names would be the whole line. */
const named = (names: readonly string[], many: string) =>
  names.length <= 2 ? names.join(' and ') : `${figure(names.length)} ${many}`

/** Whose lists, and which, as far as not all of them are meant. */
function groupName({ parts, problem }: FleetGroup, { all, asked }: GroupSight): string {
  const [{ accountId, accountName }] = parts
  const account = oneLine(accountName)
  const names = all.every((part) => part.accountId === accountId) ? [] : [account]
  const nouns = distinct(parts.map(({ noun }) => nounWords[noun]))
  // What keeps several nouns from being read keeps the account from it.
  if (nouns.length > 1 && problem !== null) return account
  const siblings = asked.filter((part) => part.accountId === accountId)
  const alike = siblings.filter(({ noun }) => nouns.includes(nounWords[noun]))
  const workspaces = distinct(parts.map((part) => oneLine(part.workspaceName ?? part.accountName)))
  if (nouns.length === 1 && parts.length < alike.length) names.push(named(workspaces, 'workspaces'))
  const name = names.join(', ')
  if (alike.length === siblings.length) return name === '' ? account : name
  return [name, named(nouns, 'lists')].filter((word) => word !== '').join(' ')
}
