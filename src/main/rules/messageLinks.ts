import type { Anchor } from './htmlText'

/** A link of a message that may be opened: an https address, and the words on it or around it. */
export interface FoundLink {
  /** As the browser is told it. */
  readonly href: string
  /** In a to z; other letters as `xn--…`. */
  readonly host: string
  readonly words: string
}

const LONGEST_ADDRESS = 4_000
export const MOST_LINKS = 200

/**
 * An address that may be opened in a browser: https, a name, no user and no password in it. Null for all else. Names in
 * letters of other alphabets come as they are looked up (WHATWG, "URL", "domain to ASCII"), so that none looks like another.
 */
export function readLink(text: string): { readonly href: string; readonly host: string } | null {
  if (text.length > LONGEST_ADDRESS || /[\p{Cc}\s\\]/u.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.hostname === '')
    return null
  return { href: url.href, host: url.host }
}

const inText = /https:\/\/[^\s<>"“”«»\p{Cc}]+/giu
/** What ends a sentence ends no address. */
const trailing = /[.,;:!?'’*_]+$/

/** Addresses in running text, each with the line that it stands in and the one before. */
function linksIn(text: string): Anchor[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) =>
    [...line.matchAll(inText)].map(([found]) => ({
      href: withoutBracket(found.replace(trailing, '')),
      words: `${lines[at - 1] ?? ''} ${line.replace(inText, ' ')}`.trim().slice(0, 300),
    })),
  )
}

/** A bracket that was opened before the address closes behind it. */
const withoutBracket = (found: string): string =>
  /[)\]]$/.test(found) && !/[([]/.test(found) ? found.slice(0, -1).replace(trailing, '') : found

/** All links of a message that may be opened, in its order, each once. */
export function messageLinks(text: string, anchors: readonly Anchor[]): readonly FoundLink[] {
  const found = new Map<string, FoundLink>()
  for (const { href, words } of [...anchors, ...linksIn(text)]) {
    const link = readLink(href)
    if (link !== null && !found.has(link.href)) found.set(link.href, { ...link, words })
    if (found.size >= MOST_LINKS) break
  }
  return [...found.values()]
}

const hostLike =
  /(?:https?:\/\/)?((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24})(?=[/:?#\s,;!)]|\.?$)/iu

/** The host that the words on a link name, where it is another one than it leads to; the same site's do not count. */
export function shownAs({ host, words }: FoundLink): string | null {
  const named = hostLike.exec(words)?.[1]
  if (named === undefined || !URL.canParse(`https://${named}`)) return null
  const said = new URL(`https://${named}`).hostname
  const own = host.replace(/:\d+$/, '')
  const isSame = said === own || own.endsWith(`.${said}`) || said === `www.${own}`
  return isSame ? null : said
}
