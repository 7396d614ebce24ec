/** A shape of text that says who somebody is, and what it is called where it stood. */
interface Shape {
  readonly name: 'address' | 'server' | 'id' | 'user' | 'number'
  readonly pattern: RegExp
}

const shapes: readonly Shape[] = [
  { name: 'address', pattern: /[^\s@"'<>(),;:[\]{}=]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  { name: 'id', pattern: /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi },
  { name: 'user', pattern: /(?<=\/(?:home|Users)\/)[^/\s"']+/g },
  { name: 'server', pattern: /(?<=\bhttps?:\/\/)[^\s/"'<>()]+/gi },
  { name: 'server', pattern: /\b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\b/g },
]

/** Servers that everybody's Mailroom knows. */
const everybodys = new Set(['like.do', 'www.like.do', 'litemail.app', 'api.litemail.app'])

/** Puts a word in the place of whoever is named: the same one each time, so that one can still see who is whom. */
export interface Tokens {
  /** The token of a value that is known to name somebody, as `account-1`. */
  of(name: string, value: string): string
  /** A text without anything that has a token, or looks as if it should have one. */
  replace(text: string): string
}

export function createTokens(): Tokens {
  const given = new Map<string, string>()
  const counts = new Map<string, number>()
  const of = (name: string, value: string): string => {
    const key = value.toLowerCase()
    const known = given.get(key)
    if (known !== undefined) return known
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    const token = `${name}-${count}`
    given.set(key, token)
    return token
  }
  return {
    of,
    replace(text) {
      const shaped = shapes.reduce(
        (rest, { name, pattern }) =>
          rest.replace(pattern, (value) => (everybodys.has(value.toLowerCase()) ? value : of(name, value))),
        text,
      )
      // Longest first: a name may be a part of another one. Short ones would be found in every word.
      const values = [...given].filter(([value]) => value.length > 3).sort(([a], [b]) => b.length - a.length)
      return values.reduce((rest, [value, token]) => replaceAll(rest, value, token), shaped)
    },
  }
}

const replaceAll = (text: string, value: string, token: string): string =>
  text.replace(new RegExp(value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi'), token)
