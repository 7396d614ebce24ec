import type { JobRow } from '../../shared/job'
import { isCreating, type WritingId } from '../../shared/litemail/writing'
import type { FilledInputs } from '../../shared/operationAnswer'

/** What a row makes, by what a list would show of it. */
export type Made =
  | { readonly list: 'mailboxes'; readonly domain: string; readonly email: string }
  | { readonly list: 'domains'; readonly name: string }
  | { readonly list: 'workspaces'; readonly name: string }
  | { readonly list: 'tags'; readonly name: string; readonly color: string }
  | {
      readonly list: 'records'
      readonly domain: string
      readonly type: string
      readonly host: string
      readonly value: string
    }

const textOf = (inputs: FilledInputs, name: string): string | null => {
  const value = inputs[name]
  const one = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' && one.trim() !== '' ? one.trim() : null
}

const hostOf = (host: string): string => (host === '' ? '@' : host.toLowerCase())

/** What a row makes; null: nothing new, or what it would be listed as is not known. */
export function madeBy(id: WritingId, { inputs, target }: Pick<JobRow, 'inputs' | 'target'>): Made | null {
  if (!isCreating(id)) return null
  const text = (name: string) => textOf(inputs, name)
  // A domain that is not listed is named by its id, which no address ends with.
  const domain = target?.noun === 'domain' && target.name.includes('.') ? target.name.toLowerCase() : null
  switch (id) {
    case 'mailboxes.create':
    case 'mailboxes.assign': {
      const username = text('username') ?? text('mailboxes.username')
      return domain === null || username === null
        ? null
        : { list: 'mailboxes', domain, email: `${username}@${domain}`.toLowerCase() }
    }
    case 'domains.register':
    case 'domains.connect': {
      const name = text('domainName') ?? text('domainNames')
      return name === null ? null : { list: 'domains', name: name.toLowerCase() }
    }
    case 'workspaces.create': {
      const name = text('name')
      return name === null ? null : { list: 'workspaces', name }
    }
    case 'tags.create': {
      const [name, color] = [text('name'), text('color')]
      return name === null || color === null ? null : { list: 'tags', name, color: color.toLowerCase() }
    }
    case 'dns.create': {
      const [type, value] = [text('recordType'), text('value')]
      if (domain === null || type === null || value === null) return null
      return {
        ...{ list: 'records', domain, type: type.toUpperCase() },
        ...{ host: hostOf(text('host') ?? ''), value },
      }
    }
    default:
      return null
  }
}

/** Two rows of an account with the same key make things that nobody can tell apart. */
export const keyOf = (accountId: string, made: Made): string =>
  JSON.stringify([accountId, ...Object.values(made)])

/** Facts of what a list shows, as far as they tell what was made. */
export interface ShownMade {
  readonly email?: string
  readonly name?: string | null
  readonly color?: string | null
  readonly type?: string
  readonly host?: string
  readonly value?: string
}

/** Whether a row of a list equals what was made. */
export function isMade(made: Made, shown: ShownMade): boolean {
  switch (made.list) {
    case 'mailboxes':
      return shown.email?.toLowerCase() === made.email
    case 'domains':
      return shown.name?.toLowerCase() === made.name
    case 'workspaces':
      return shown.name === made.name
    case 'tags':
      return shown.name === made.name && shown.color?.toLowerCase() === made.color
    case 'records':
      return (
        shown.type === made.type &&
        hostOf(shown.host ?? '') === made.host &&
        shown.value?.trim() === made.value
      )
    default:
      return made satisfies never
  }
}

/** What is known of how often a list shows what a row makes. */
export interface MadeCounts {
  /** When the row was begun; null: not known. */
  readonly before: number | null
  /** By a list that was read since it was sent. */
  readonly now: number
  /** Other rows that may have made the same, and that were not listed when it was begun. */
  readonly others: number
}

/** Whether a list shows what a row made: more of it than before, for each that may have made it. Else nobody can tell. */
export const isShownMade = ({ before, now, others }: MadeCounts): boolean =>
  before !== null && now - before >= 1 + others
