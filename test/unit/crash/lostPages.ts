import type { ToldPage } from '../../support/actions/fleetCrashChild'

/** The place of a pass, as it is kept. */
export interface TakenPages {
  readonly id: number
  readonly done: number
  readonly ahead: readonly number[]
}

interface Part {
  readonly noun: string
  readonly workspace: string
  readonly open: TakenPages | null
}

/** Lists of several pages. */
const nouns = ['mailboxes', 'domains']

const has = ({ done, ahead }: TakenPages, page: number): boolean => page <= done || ahead.includes(page)

/**
 * Requests leave 200 ms apart. Answers that come closer together than this came from a machine that was held up, all at
 * once: which of them was taken first is chance, so they count as one.
 */
const AT_ONCE_MS = 100

/** Larger pages than the service grants are asked for in vain: what comes is no page of the pass. */
const isOfPass = ({ size }: ToldPage): boolean => size === null

const nameOf = ({ noun, workspace, page }: ToldPage): string => `${noun} ${workspace} ${page}`

/** Pages whose answers came at once, together. */
function atOnce(pages: readonly ToldPage[]): ToldPage[][] {
  const groups: ToldPage[][] = []
  for (const page of [...pages].sort((one, other) => one.at - other.at)) {
    const group = groups.at(-1)
    const latest = group?.at(-1)
    if (group !== undefined && latest !== undefined && page.at - latest.at < AT_ONCE_MS) group.push(page)
    else groups.push([page])
  }
  return groups
}

/**
 * What a life that was killed did to pages. `again`: it asked for pages that a pass had taken which it went on with.
 * `untaken`: pages whose answers it had and that are in no pass, so that they will be asked for again.
 */
export function lostPages(
  told: readonly ToldPage[],
  before: readonly Part[],
  after: readonly Part[],
): { readonly again: string[]; readonly untaken: string[] } {
  const again: string[] = []
  const untaken: ToldPage[] = []
  const workspaces = [...new Set(told.map(({ workspace }) => workspace))]
  for (const [noun, workspace] of nouns.flatMap((one) => workspaces.map((other) => [one, other] as const))) {
    const find = (parts: readonly Part[]) =>
      parts.find((part) => part.noun === noun && part.workspace === workspace)?.open ?? null
    const of = told.filter((page) => page.noun === noun && page.workspace === workspace)
    const asked = of.filter((page) => page.told === 'asked')
    const first = asked.findIndex(({ page }) => page === 1)
    const kept = find(before)
    const goneOn = first < 0 ? asked : asked.slice(0, first)
    if (kept !== null) again.push(...goneOn.filter(({ page }) => has(kept, page)).map(nameOf))
    if (kept !== null && kept.done > 0 && first === 0) again.push(`${noun} ${workspace} from the first page`)

    const answered = of.filter((page) => page.told === 'answered' && isOfPass(page))
    const last = answered.findLastIndex(({ page }) => page === 1)
    const latest = answered.slice(Math.max(0, last))
    const open = find(after)
    // A pass that is closed has taken all; a first page alone may have come to nothing.
    const isBegun = last >= 0 && latest.length === 1
    untaken.push(...(open === null ? (isBegun ? latest : []) : latest.filter(({ page }) => !has(open, page))))
  }
  return { again, untaken: atOnce(untaken).map((pages) => pages.map(nameOf).join(' with ')) }
}
