import type { Mailbox, MailboxFacets, MailboxView } from '../../../src/shared/mailbox'

/*
 * What a view of mailboxes shows, found by looking at each of them: what the store finds in sets is held to it.
 */

export const folded = (text: string): string =>
  text.toUpperCase().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

const dayAfter = (now: number, days: number): number => {
  const date = new Date(now)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime()
}

const isWithin = (at: number | null, days: number, now: number): boolean =>
  at !== null && at >= dayAfter(now, 0) && at < dayAfter(now, days + 1)

export type Filter = 'workspaces' | 'domains' | 'statuses' | 'tags' | 'renewsWithin' | 'isUnseen'

const isOneOf = <T>(choices: readonly T[], isChosen: (choice: T) => boolean): boolean =>
  choices.length === 0 || choices.some(isChosen)

export const isShown = (row: Mailbox, view: MailboxView, now: number, without?: Filter): boolean => {
  const text = folded([row.email, row.name, row.domain, ...row.tags, row.note].join('\n'))
  const words = view.search.split(/\s+/).filter((word) => word !== '')
  const holds: Record<Filter, boolean> = {
    workspaces: isOneOf(
      view.workspaces,
      ({ accountId, workspaceId }) => accountId === row.accountId && workspaceId === row.workspaceId,
    ),
    domains: isOneOf(view.domains, (name) => (name?.toLowerCase() ?? null) === row.domain),
    statuses: isOneOf(view.statuses, (status) => status === row.status),
    tags: isOneOf(view.tags, (tag) => row.tags.includes(tag)),
    renewsWithin: view.renewsWithin === null || isWithin(row.renewsAt, view.renewsWithin, now),
    isUnseen: !view.isUnseen || row.isUnseen,
  }
  return (
    words.every((word) => text.includes(folded(word))) &&
    Object.entries(holds).every(([filter, isHeld]) => isHeld || filter === without)
  )
}

const textOrNull = (text: string | null): string | null => {
  const key = folded(text ?? '').trim()
  return key === '' ? null : key
}

/** What a row is ordered by; null comes last. */
const keyOf = (row: Mailbox, by: MailboxView['sort']['by']): string | number | null => {
  switch (by) {
    case 'address':
      return row.email.toLowerCase()
    case 'name':
      return textOrNull(row.name)
    case 'domain':
      return row.domain
    case 'workspace':
      return row.workspaceName === null ? null : folded(row.workspaceName)
    case 'status':
      return row.status?.toLowerCase() ?? null
    case 'tags':
      return textOrNull(row.tags[0] ?? null)
    case 'note':
      return textOrNull(row.note)
    case 'assigned':
      return row.assignedAt
    case 'renews':
      return row.renewsAt
    case 'read':
      return row.readAt
  }
}

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'string' && typeof other === 'string'
    ? Buffer.compare(Buffer.from(one), Buffer.from(other))
    : Number(one) - Number(other)

export const inOrder = (rows: readonly Mailbox[], { by, isDescending }: MailboxView['sort']): Mailbox[] => {
  const way = isDescending ? -1 : 1
  const byAddress = (one: Mailbox, other: Mailbox): number =>
    compare(one.email.toLowerCase(), other.email.toLowerCase()) || Number(one.id) - Number(other.id)
  return [...rows].sort((one, other) => {
    if (by === 'address') return way * byAddress(one, other)
    const [a, b] = [keyOf(one, by), keyOf(other, by)]
    if (a === null || b === null) {
      return a === b ? byAddress(one, other) : a === null ? 1 : -1
    }
    return way * compare(a, b) || byAddress(one, other)
  })
}

/** How many rows each choice would show, by its name; without those that show none and are not chosen. */
const countBy = <Name>(
  rows: readonly Mailbox[],
  namesOf: (row: Mailbox) => readonly Name[],
  chosen: readonly Name[],
): Map<Name, number> => {
  const counts = new Map(chosen.map((name) => [name, 0]))
  for (const row of rows) for (const name of namesOf(row)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

const byText = <Name>(counts: Map<Name, number>) =>
  new Map([...counts].map(([name, count]) => [String(name), count]))

/** The counts of facets, by names; the order is not told. */
export const countFacets = (all: readonly Mailbox[], view: MailboxView, now: number) => {
  const shown = (without: Filter): Mailbox[] => all.filter((row) => isShown(row, view, now, without))
  const soon = shown('renewsWithin')
  return {
    workspaces: byText(
      countBy(
        shown('workspaces'),
        (row) => [`${row.accountId} ${row.workspaceId}`],
        view.workspaces.map(({ accountId, workspaceId }) => `${accountId} ${workspaceId}`),
      ),
    ),
    domains: byText(
      countBy(
        shown('domains'),
        (row) => [row.domain],
        view.domains.map((name) => name?.toLowerCase() ?? null),
      ),
    ),
    statuses: byText(countBy(shown('statuses'), (row) => [row.status], view.statuses)),
    tags: byText(countBy(shown('tags'), (row) => row.tags, view.tags)),
    renewing: {
      within7: soon.filter((row) => isWithin(row.renewsAt, 7, now)).length,
      within30: soon.filter((row) => isWithin(row.renewsAt, 30, now)).length,
    },
    unseen: shown('isUnseen').filter((row) => row.isUnseen).length,
  }
}

/** Facets as `countFacets` tells them. */
export const namedCounts = (facets: MailboxFacets) => {
  const named = (counts: readonly { readonly name: string | null; readonly count: number }[]) =>
    new Map(counts.map(({ name, count }) => [String(name), count]))
  return {
    workspaces: new Map(
      facets.workspaces.map(({ accountId, workspaceId, count }) => [`${accountId} ${workspaceId}`, count]),
    ),
    domains: named(facets.domains),
    statuses: named(facets.statuses),
    tags: named(facets.tags),
    renewing: facets.renewing,
    unseen: facets.unseen,
  }
}
