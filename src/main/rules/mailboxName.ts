import { latinise } from './latinLetters'

/** Whom a new mailbox is for. */
export interface PersonName {
  readonly firstName: string
  readonly lastName: string
}

/** What a pattern of user names may have in braces. */
const parts: Readonly<Record<string, (name: PersonName) => string>> = {
  first: ({ firstName }) => firstName,
  last: ({ lastName }) => lastName,
  f: ({ firstName }) => initialOf(firstName),
  l: ({ lastName }) => initialOf(lastName),
}

// Of Ж it is z, not zh.
const initialOf = (name: string): string => wordOf(name).text.slice(0, 1)

/** Of a name of several words they are one, as they are in addresses: O'Brien is obrien. */
function wordOf(name: string) {
  const { text, ...rest } = latinise(name)
  return { ...rest, text: text.replace(/[^a-z0-9]/g, '') }
}

/** Whether user names can be made by it: parts in braces, and between them what may stand in a user name. */
export const isNamePattern = (pattern: string): boolean =>
  /^(?:\{(?:first|last|f|l)\}|[a-z0-9._-])+$/.test(pattern) && pattern.includes('{')

export interface DrawnName {
  readonly username: string
  /** Letters of the name are written as others. */
  readonly isLatinised: boolean
  /** Some of its letters could not be written, so that it is no user name of this person. */
  readonly hasUnknown: boolean
}

/** The user name that a pattern makes of a name: `{first}.{last}` of Zoë Groß is `zoe.gross`. */
export function nameBy(pattern: string, name: PersonName): DrawnName {
  const used = [...pattern.matchAll(/\{(first|last|f|l)\}/g)].flatMap(([, part = '']) =>
    part.startsWith('f') ? name.firstName : name.lastName,
  )
  const username = pattern.replace(/\{(\w+)\}/g, (_, part: string) => wordOf(parts[part]?.(name) ?? '').text)
  return {
    username,
    isLatinised: used.some((each) => latinise(each).isChanged),
    hasUnknown: used.some((each) => latinise(each).hasUnknown),
  }
}

/**
 * Whether a text can be what stands before the @: of RFC 5321's "Dot-string", 64 characters at most, what every form on
 * the web takes. Litemail does not document what it takes.
 */
export const isUsername = (text: string): boolean =>
  text.length <= 64 && /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/.test(text) && !text.includes('..')

/** Names that belong to a role at a domain (RFC 2142), or that mail systems keep for themselves. */
const roles = new Set(
  `abuse admin administrator daemon ftp hostmaster info mailer-daemon marketing news no-reply noc noreply postmaster root
  sales security support usenet uucp webmaster www`.split(/\s+/),
)

/** Whether somebody else may be meant by it, or a service may refuse it. */
export const isRoleName = (username: string): boolean => roles.has(username)

/** A whole name in two parts: the last word is the last name, unless a comma says which comes first. */
export function splitName(whole: string): PersonName {
  const [before = '', after] = whole.split(',', 2)
  if (after !== undefined) return { firstName: after.trim(), lastName: before.trim() }
  const words = whole.trim().split(/\s+/)
  return { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1) ?? '' }
}
