/** A piece of HTML: text as it stands there, or a tag. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly raw: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }

/** What stands in them is no text of the page (HTML, "Raw text elements"). */
const rawElements: ReadonlySet<string> = new Set([
  ...[
    'script',
    'style',
    'title',
    'textarea',
    'xmp',
    'iframe',
    'noembed',
    'noframes',
    'template',
    'svg',
    'math',
  ],
  ...['object', 'select'],
])

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', zwnj: '', zwj: '', thinsp: ' ' },
  ...{
    ensp: ' ',
    emsp: ' ',
    copy: '©',
    reg: '®',
    trade: '™',
    hellip: '…',
    mdash: '—',
    ndash: '–',
    bull: '•',
  },
  ...{ middot: '·', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»' },
  ...{ euro: '€', pound: '£', yen: '¥', cent: '¢', sect: '§', deg: '°', times: '×', rarr: '→', larr: '←' },
  ...{
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    Auml: 'Ä',
    Ouml: 'Ö',
    Uuml: 'Ü',
    szlig: 'ß',
    eacute: 'é',
    Eacute: 'É',
  },
  ...{ egrave: 'è', ecirc: 'ê', agrave: 'à', Agrave: 'À', acirc: 'â', ccedil: 'ç', ocirc: 'ô', ucirc: 'û' },
  ...{ ugrave: 'ù', icirc: 'î', iuml: 'ï', aacute: 'á', iacute: 'í', oacute: 'ó', uacute: 'ú', ntilde: 'ñ' },
  ...{ atilde: 'ã', otilde: 'õ', iexcl: '¡', iquest: '¿', ograve: 'ò', igrave: 'ì', aring: 'å', oslash: 'ø' },
}

const reference = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));?/gi

/** Text with its character references read; those that few messages use stay as they are. */
export const readReferences = (raw: string): string =>
  raw.replace(reference, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? named[name.toLowerCase()] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : '\ufffd'
  })

const isLetter = (character: string | undefined) => character !== undefined && /[a-z]/i.test(character)
const isSpace = (character: string | undefined) => character !== undefined && /\s/.test(character)

/**
 * The pieces of HTML from first to last, each character looked at once, whatever is wrong with it: a tag that never ends takes
 * the rest with it, as in a browser (HTML, "Tokenization"). What stands in scripts and their like is left out.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const next = html.indexOf('<', at)
    if (next === -1) {
      yield { kind: 'text', raw: html.slice(at) }
      return
    }
    if (next > at) yield { kind: 'text', raw: html.slice(at, next) }
    const after = html[next + 1]
    if (after === '!' || after === '?' || (after === '/' && !isLetter(html[next + 2]))) {
      at = endOfRemark(html, next)
    } else if (after === '/' || isLetter(after)) {
      const tag = readTag(html, next)
      if (tag === null) return
      yield tag.token
      at = tag.end
      if (tag.token.kind === 'open' && rawElements.has(tag.token.name)) {
        at = endOfRaw(html, at, tag.token.name)
        if (at < html.length) yield { kind: 'close', name: tag.token.name }
      }
    } else {
      yield { kind: 'text', raw: '<' }
      at = next + 1
    }
  }
}

function endOfRemark(html: string, from: number): number {
  const mark = html.startsWith('<!--', from) ? '-->' : '>'
  const end = html.indexOf(mark, from + 2)
  return end === -1 ? html.length : end + mark.length
}

/** Behind the end tag of an element of raw text. */
function endOfRaw(html: string, from: number, name: string): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  close.lastIndex = from
  const found = close.exec(html)
  if (found === null) return html.length
  const end = html.indexOf('>', found.index)
  return end === -1 ? html.length : end + 1
}

type Tag = { readonly token: Exclude<HtmlToken, { kind: 'text' }>; readonly end: number }

/** A name that is longer is none that anybody reads. */
const LONGEST_NAME = 40

function readTag(html: string, from: number): Tag | null {
  const isClosing = html[from + 1] === '/'
  let at = from + (isClosing ? 2 : 1)
  const start = at
  while (at < html.length && !isSpace(html[at]) && html[at] !== '/' && html[at] !== '>') at += 1
  const name = html.slice(start, Math.min(at, start + LONGEST_NAME)).toLowerCase()
  const attributes = new Map<string, string>()
  for (;;) {
    while (isSpace(html[at]) || html[at] === '/') at += 1
    if (at >= html.length) return null
    if (html[at] === '>') break
    const attribute = readAttribute(html, at)
    if (attribute === null) return null
    at = attribute.end
    if (!attributes.has(attribute.name)) attributes.set(attribute.name, attribute.value)
  }
  return { token: isClosing ? { kind: 'close', name } : { kind: 'open', name, attributes }, end: at + 1 }
}

function readAttribute(html: string, from: number): { name: string; value: string; end: number } | null {
  // An equals sign may begin a name.
  let at = from + 1
  while (at < html.length && !isSpace(html[at]) && !'/>='.includes(html[at] ?? '')) at += 1
  const name = html.slice(from, Math.min(at, from + LONGEST_NAME)).toLowerCase()
  let end = at
  while (isSpace(html[at])) at += 1
  if (html[at] !== '=') return { name, value: '', end }
  at += 1
  while (isSpace(html[at])) at += 1
  const quote = html[at]
  if (quote === '"' || quote === "'") {
    end = html.indexOf(quote, at + 1)
    if (end === -1) return null
    return { name, value: readReferences(html.slice(at + 1, end)), end: end + 1 }
  }
  const start = at
  while (at < html.length && !isSpace(html[at]) && html[at] !== '>') at += 1
  return { name, value: readReferences(html.slice(start, at)), end: at }
}
