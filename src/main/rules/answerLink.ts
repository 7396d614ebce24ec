import { readLink } from './messageLinks'

/** What services call the page to pay at, the surest first. */
const names = [/pay|checkout|purchase|invoice/i, /link|url|href/i, /./]
const MOST_SEEN = 2_000

/** A page that an answer leads to. */
export interface AnswerPage {
  readonly href: string
  readonly host: string
}

/**
 * The page that an answer leads to: an https address, in the field whose name says so most plainly, the outermost first.
 * Null where there is none.
 */
export function findAnswerLink(answer: unknown): AnswerPage | null {
  const found: { name: string; href: string; host: string }[] = []
  let level: (readonly [string, unknown])[] = [['', answer]]
  for (let seen = 0; level.length > 0 && seen < MOST_SEEN; seen += level.length) {
    for (const [name, value] of level) {
      const link = typeof value === 'string' ? readLink(value) : null
      if (link !== null) found.push({ name, ...link })
    }
    // Items of a list go by the name of the list.
    level = level.flatMap(([name, value]) =>
      Array.isArray(value)
        ? value.map((item: unknown) => [name, item] as const)
        : Object.entries(typeof value === 'object' && value !== null ? value : {}),
    )
  }
  for (const pattern of names) {
    const link = found.find(({ name }) => pattern.test(name))
    if (link !== undefined) return { href: link.href, host: link.host }
  }
  const [only] = found
  return only === undefined ? null : { href: only.href, host: only.host }
}
