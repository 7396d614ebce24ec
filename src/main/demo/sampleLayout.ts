import { domainWords, workspaceNames } from './sampleWords'

const MAILBOXES_PER_DOMAIN = 20
const MOST_DOMAINS = domainWords.first.length * domainWords.second.length
/** Which part of all domains the workspaces have, up to where each ends. */
const ends = [0.5, 0.8, 1]

/** Places of rows: from, and up to but not including. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** A number that looks drawn and is always the same for the same numbers (the finalizer of MurmurHash3). */
export function drawn(kind: number, n: number): number {
  let hash = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(kind + 1, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The item at a place, counted round and round. */
export function pick<T>(items: readonly T[], n: number): T {
  const item = items[n % items.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** 25 characters, as the ids of the service. */
export const idOf = (kind: 'w' | 'd' | 'm' | 't' | 's', n: number): string =>
  `csample${kind}${n.toString(36).padStart(17, '0')}`

/** Which mailboxes stand on which domains, and which of both in which workspace: all in one row, cut into parts. */
export function layOut(mailboxes: number) {
  const domains = Math.max(ends.length, Math.min(MOST_DOMAINS, Math.ceil(mailboxes / MAILBOXES_PER_DOMAIN)))
  const firstMailboxOf = (domain: number): number => Math.floor((domain * mailboxes) / domains)
  const domainOf = (mailbox: number): number => Math.ceil(((mailbox + 1) * domains) / mailboxes) - 1

  const domainNameOf = (n: number): string => {
    const { first, second } = domainWords
    return `${pick(first, n)}${pick(second, Math.floor(n / first.length))}.example`
  }

  const workspaces = workspaceNames.map((name, n) => {
    const own: Range = {
      from: Math.round((ends[n - 1] ?? 0) * domains),
      to: Math.round((ends[n] ?? 1) * domains),
    }
    const held: Range = { from: firstMailboxOf(own.from), to: firstMailboxOf(own.to) }
    return { id: idOf('w', n), place: n, name, domains: own, mailboxes: held }
  })

  const workspaceOf = (domain: number): number => workspaces.findIndex(({ domains: own }) => domain < own.to)

  return { domains, workspaces, firstMailboxOf, domainOf, domainNameOf, workspaceOf }
}

export type SampleWorkspace = Omit<ReturnType<typeof layOut>['workspaces'][number], 'name'> & {
  readonly name: string
}
