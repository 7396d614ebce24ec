import { blocks, createNesting, type Nesting } from './htmlNesting'
import { type HtmlToken, htmlTokens, readReferences } from './htmlTokens'

type Opened = Extract<HtmlToken, { readonly kind: 'open' }>

/** A link as a message has it: where it leads, and the words on it. */
export interface Anchor {
  readonly href: string
  readonly words: string
}

const isBreaking = (name: string) => blocks.has(name) || otherBreaking.has(name)
const otherBreaking: ReadonlySet<string> = new Set(['br', 'dd', 'dt', 'li', 'tbody', 'tfoot', 'thead', 'tr'])
const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'base', 'col', 'wbr'])

const isUnseen = (attributes: ReadonlyMap<string, string>): boolean =>
  attributes.has('hidden') ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.get('style') ?? '')

/** What is known of an open element: nothing in it is seen, or only what has letters of a size of its own. */
interface Looks {
  readonly isUnseen: boolean
  readonly isTiny: boolean
}

const LONGEST_SIZE = 40
const sizes = /(?:^|[;\s])font(?:-size)?\s*:\s*([^;!]*)/gi
const nothing = /^(?:0*\.?0+)(?:[a-z]{2,4}|%)?(?:\s*\/|\s|$)/i
/** So much of the letters around: of none it is none. */
const relative = /^(?:[\d.]+(?:em|ex|ch|%)|inherit|unset|smaller|larger)$/i

/**
 * Whether letters in an element have no size: templates give the boxes around what they say none, against the gaps between
 * them, and a size again to each of its lines.
 */
function isTiny(name: string, attributes: ReadonlyMap<string, string>, around: boolean): boolean {
  if (name === 'font' && attributes.has('size')) return false
  const style = attributes.get('style')
  if (style === undefined) return around
  const said = [...style.matchAll(sizes)].at(-1)?.[1]?.slice(0, LONGEST_SIZE).trim()
  if (said === undefined) return around
  return nothing.test(said) || (relative.test(said) && around)
}

/** No message that is meant to be read has more, in characters, links or words of one. */
const MOST_TEXT = 400_000
const MOST_ANCHORS = 300
const MOST_WORDS = 300

/** What a reader of HTML sees of it, as lines of text, and its links. What is hidden is left out, pictures are their words. */
export function readHtml(html: string): { readonly text: string; readonly anchors: readonly Anchor[] } {
  const parts: string[] = []
  const anchors: Anchor[] = []
  const nesting = createNesting<Looks>()
  let length = 0
  let open: { href: string; words: string } | null = null

  const add = (text: string) => {
    parts.push(text)
    length += text.length
    if (open !== null && open.words.length < MOST_WORDS) open.words += text.replace(/\s+/g, ' ')
  }
  const endAnchor = () => {
    if (open !== null && anchors.length < MOST_ANCHORS) {
      anchors.push({ href: open.href, words: open.words.trim().slice(0, MOST_WORDS) })
    }
    open = null
  }

  for (const token of htmlTokens(html)) {
    if (length > MOST_TEXT) break
    const looks = nesting.inmost() ?? plain
    if (token.kind === 'text') {
      if (!looks.isUnseen && !looks.isTiny) add(readReferences(token.raw).replace(/\s+/g, ' '))
      continue
    }
    const { name } = token
    const around = token.kind === 'open' ? begin(nesting, token) : looks
    if (token.kind === 'close') nesting.close(name)
    // A link ends where its tag is closed, or another begins, whatever is hidden in it.
    if (name === 'a') endAnchor()
    if (around.isUnseen) continue
    if (isBreaking(name)) add('\n')
    else if (name === 'td' || name === 'th') add(' ')
    if (token.kind === 'close') continue
    if (name === 'li') add('• ')
    if (name === 'img') add(token.attributes.get('alt') ?? '')
    const href = name === 'a' ? token.attributes.get('href')?.trim() : undefined
    if (href !== undefined && href !== '') open = { href, words: '' }
  }
  endAnchor()
  return { text: asLines(parts.join('')), anchors }
}

const plain: Looks = { isUnseen: false, isTiny: false }

/** Begins an element; what is known of it. */
function begin(nesting: Nesting<Looks>, { name, attributes }: Opened): Looks {
  nesting.begin(name)
  const around = nesting.inmost() ?? plain
  const looks = {
    isUnseen: around.isUnseen || isUnseen(attributes),
    isTiny: isTiny(name, attributes, around.isTiny),
  }
  if (!empty.has(name)) nesting.push(name, looks)
  return looks
}

/** The digits of a code, each in a box of its own: they stand beside each other. */
const boxed = /^\d(?:\n+\d){3,7}$/gm
const isCount = (digits: string) => '0123456789'.includes(digits)

/** Single spaces, and no more than one empty line at a time. */
const asLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(boxed, (found) => (isCount(found.replace(/\n+/g, '')) ? found : found.replace(/\n+/g, ' ')))
    .trim()
