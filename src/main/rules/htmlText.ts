import { htmlTokens, readReferences } from './htmlTokens'

/** A link as a message has it: where it leads, and the words on it. */
export interface Anchor {
  readonly href: string
  readonly words: string
}

const breaking: ReadonlySet<string> = new Set([
  ...[
    'address',
    'article',
    'blockquote',
    'br',
    'center',
    'dd',
    'div',
    'dl',
    'dt',
    'fieldset',
    'figure',
    'footer',
  ],
  ...[
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hr',
    'li',
    'main',
    'nav',
    'ol',
    'p',
    'pre',
    'section',
  ],
  ...['table', 'tbody', 'tfoot', 'thead', 'tr', 'ul'],
])
const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'base', 'col', 'wbr'])

const isUnseen = (attributes: ReadonlyMap<string, string>): boolean =>
  attributes.has('hidden') ||
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$|!)/i.test(
    attributes.get('style') ?? '',
  )

/** No message that is meant to be read has more, in characters, links or words of one. */
const MOST_TEXT = 400_000
const MOST_ANCHORS = 300
const MOST_WORDS = 300

/** What a reader of HTML sees of it, as lines of text, and its links. What is hidden is left out, pictures are their words. */
export function readHtml(html: string): { readonly text: string; readonly anchors: readonly Anchor[] } {
  const parts: string[] = []
  const anchors: Anchor[] = []
  let length = 0
  let open: { href: string; words: string } | null = null
  let unseen: { readonly name: string; depth: number } | null = null

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
    if (unseen !== null) {
      if (token.kind === 'text' || token.name !== unseen.name) continue
      unseen.depth += token.kind === 'open' ? 1 : -1
      if (unseen.depth === 0) unseen = null
      continue
    }
    if (token.kind === 'text') {
      add(readReferences(token.raw).replace(/\s+/g, ' '))
      continue
    }
    if (token.kind === 'open' && !empty.has(token.name) && isUnseen(token.attributes)) {
      unseen = { name: token.name, depth: 1 }
      continue
    }
    if (breaking.has(token.name)) add('\n')
    else if (token.name === 'td' || token.name === 'th') add(' ')
    if (token.kind === 'open' && token.name === 'li') add('• ')
    if (token.kind === 'open' && token.name === 'img') add(token.attributes.get('alt') ?? '')
    if (token.name !== 'a') continue
    endAnchor()
    const href = token.kind === 'open' ? token.attributes.get('href')?.trim() : undefined
    if (href !== undefined && href !== '') open = { href, words: '' }
  }
  endAnchor()
  return { text: asLines(parts.join('')), anchors }
}

/** Single spaces, and no more than one empty line at a time. */
const asLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
