import { parseUrl } from '../../shared/account'
import type { Anchor } from './htmlText'

/** A link of a message that may be opened: an https address, and the words on it or around it. */
export interface FoundLink {
  /** As the browser is told it. */
  readonly href: string
  /** In a to z; other letters as `xn--…`. */
  readonly host: string
  readonly words: string
  /** The message shows the address itself: the words stand around it. */
  readonly isBare: boolean
}

const LONGEST_ADDRESS = 4_000
const MOST_LINKS = 200
/** Around an address, in characters. */
const MOST_WORDS = 300

/**
 * An address that may be opened in a browser: https, a name, no user and no password in it. Null for all else. Names in
 * letters of other alphabets come as they are looked up (WHATWG, "URL", "domain to ASCII"), so that none looks like another.
 */
export function readLink(text: string): { readonly href: string; readonly host: string } | null {
  const url = text.length > LONGEST_ADDRESS || /[\p{Cc}\s\\]/u.test(text) ? null : parseUrl(text)
  if (
    url === null ||
    url.protocol !== 'https:' ||
    url.username !== '' ||
    url.password !== '' ||
    url.hostname === ''
  )
    return null
  return { href: url.href, host: url.host }
}

const inText = /https:\/\/[^\s<>"“”«»\p{Cc}]+/giu
/** What ends a sentence ends no address. */
const trailing: ReadonlySet<string> = new Set(".,;:!?'’*_")

/** So long as the text: whatever a message holds is looked at once. */
function withoutTrailing(found: string): string {
  let end = found.length
  while (trailing.has(found[end - 1] ?? '')) end -= 1
  return found.slice(0, end)
}

/** A bracket that was opened before the address closes behind it. */
const withoutBracket = (found: string): string =>
  /[)\]]$/.test(found) && !/[([]/.test(found) ? withoutTrailing(found.slice(0, -1)) : found

/** Addresses in running text, each with the line that it stands in and the one before. */
function* linksIn(text: string): Generator<Anchor> {
  const lines = text.split('\n')
  for (const [at, line] of lines.entries()) {
    let words: string | null = null
    for (const [found] of line.matchAll(inText)) {
      // Of one that is too long no part is one that the message has.
      if (found.length > LONGEST_ADDRESS) continue
      words ??= `${lines[at - 1] ?? ''} ${line.replace(inText, ' ')}`.trim().slice(0, MOST_WORDS)
      yield { href: withoutBracket(withoutTrailing(found)), words }
    }
  }
}

/** All links of a message that may be opened, in its order, each once. */
export function messageLinks(text: string, anchors: readonly Anchor[]): readonly FoundLink[] {
  const found = new Map<string, FoundLink>()
  const take = ({ href, words }: Anchor, isBare: boolean) => {
    const link = found.size < MOST_LINKS ? readLink(href) : null
    if (link !== null && !found.has(link.href)) found.set(link.href, { ...link, words, isBare })
  }
  for (const anchor of anchors) take(anchor, false)
  for (const address of linksIn(text)) {
    if (found.size >= MOST_LINKS) break
    take(address, true)
  }
  return [...found.values()]
}

const hostLike =
  /(?<![\p{L}\p{N}.@-])((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,10}(?:\p{L}{2,24}|xn--[a-z\d-]{1,59})|(?<=:\/\/)(?:\d{1,3}\.){3}\d{1,3})(?=[/:?#\s,;!)\]>”"']|\.?$)/giu
/** Names of files look like hosts; none of these ends one. */
const fileName =
  /\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|png|jpe?g|gif|svg|webp|html?|css|js|json|xml|ics|mp[34])$/i

/** As a browser would look it up: wide letters and other full stops are the plain ones (UTS #46). */
const asRead = (words: string) => words.normalize('NFKC').replaceAll('。', '.').slice(0, MOST_WORDS)

/** The host that the words on a link name, where it is another one than it leads to; the same site's do not count. */
export function shownAs({ host, words, isBare }: FoundLink): string | null {
  if (isBare) return null
  const own = host.replace(/:\d+$/, '')
  const said = [...asRead(words).matchAll(hostLike)].flatMap(([, named = '']) =>
    fileName.test(named) ? [] : (parseUrl(`https://${named}`)?.hostname ?? []),
  )
  return said.find((one) => one !== own && !own.endsWith(`.${one}`) && one !== `www.${own}`) ?? null
}
