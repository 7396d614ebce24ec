import type { Formatted } from '../../shared/message'
import { endedBy } from './htmlNesting'
import { htmlTokens, readReferences } from './htmlTokens'

/** Tags that only say how text looks; a link keeps its looks and leads nowhere. */
const kept: ReadonlySet<string> = new Set([
  ...['a', 'abbr', 'article', 'b', 'big', 'blockquote', 'br', 'caption', 'center', 'cite', 'code', 'col'],
  ...['colgroup', 'dd', 'del', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'font', 'footer', 'h1', 'h2'],
  ...['h3', 'h4', 'h5', 'h6', 'header', 'hr', 'i', 'ins', 'kbd', 'li', 'main', 'mark', 'ol', 'p', 'pre', 'q'],
  ...['s', 'samp', 'section', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'table', 'tbody', 'td'],
  ...['tfoot', 'th', 'thead', 'tr', 'tt', 'u', 'ul', 'var'],
])
/** Cells over so many rows and columns are drawn for ever. */
const spans: ReadonlySet<string> = new Set(['colspan', 'rowspan'])
const isDrawn = (name: string, said: string) => !spans.has(name) || /^\d{1,2}$/.test(said)
const attributes: ReadonlySet<string> = new Set([
  ...['align', 'valign', 'width', 'height', 'bgcolor', 'color', 'size', 'face', 'border', 'cellpadding'],
  ...['cellspacing', 'colspan', 'rowspan', 'dir', 'lang', 'start'],
])
const property =
  /^(?:color|background-color|background|font(?:-family|-size|-style|-weight|-variant)?|line-height|letter-spacing|text-(?:align|decoration|transform|indent)|white-space|word-break|vertical-align|direction|display|list-style-type|(?:max-|min-)?(?:width|height)|(?:margin|padding)(?:-(?:top|right|bottom|left))?|border(?:-(?:top|right|bottom|left))?(?:-(?:color|style|width))?|border-radius|border-collapse|border-spacing|box-sizing)$/
/** Colours, lengths and words: nothing that names a file, and no escape that could. */
const value = /^[\w\s#%.,+()"'!-]{1,200}$/
const loading = /url|image|src|element|attr|env|var\s*\(|expression/i

const MOST_HTML = 1_000_000
const MOST_ELEMENTS = 20_000
const MOST_STYLES = 4_000

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The declarations of a style attribute that only say how text looks. */
function quietStyle(style: string): string {
  return style
    .slice(0, 4_000)
    .split(';')
    .flatMap((declaration) => {
      const colon = declaration.indexOf(':')
      const name = declaration.slice(0, colon).trim().toLowerCase()
      const what = declaration.slice(colon + 1).trim()
      const isQuiet = colon > 0 && property.test(name) && value.test(what) && !loading.test(what)
      // A quote that never ends would take in what follows.
      const isWhole = (what.match(/"/g)?.length ?? 0) % 2 === 0 && (what.match(/'/g)?.length ?? 0) % 2 === 0
      return isQuiet && isWhole && count(what, '(') === count(what, ')') ? [`${name}:${what}`] : []
    })
    .join(';')
}

const count = (text: string, character: string): number => text.split(character).length - 1

/** Elements deeper within others are left out: pages that are deep enough end the process that draws them. */
const DEEPEST = 60
const empty: ReadonlySet<string> = new Set(['br', 'hr', 'col'])
/** Writes tags so that each that is opened is closed, and none lies too deep. */
function createWriter() {
  const parts: string[] = []
  const within: string[] = []
  const close = () => parts.push(`</${within.pop()}>`)
  return {
    write: (text: string) => void parts.push(text),
    open(name: string, looks: string): void {
      const ended = endedBy(name)
      while (ended.includes(within.at(-1) ?? '')) close()
      if (within.length >= DEEPEST) return
      parts.push(`<${name}${looks}>`)
      if (!empty.has(name)) within.push(name)
    },
    close(name: string): void {
      // One that closes nothing is nothing.
      if (!within.includes(name)) return
      while (within.at(-1) !== name) close()
      close()
    },
    end(): string {
      while (within.length > 0) close()
      return parts.join('')
    },
  }
}

/**
 * The HTML of a message, written anew: tags and attributes that only say how text looks, pictures as their words, links that
 * lead nowhere. Styles become classes, so that one style sheet, which the page vouches for, holds them all. That nothing in
 * it runs or is fetched is not left to this: the frame that shows it forbids it.
 */
export function quietHtml(html: string): Formatted {
  const styles = new Map<string, string>()
  const writer = createWriter()
  let elements = 0

  const classOf = (style: string): string | null => {
    const quiet = quietStyle(style)
    if (quiet === '' || (!styles.has(quiet) && styles.size >= MOST_STYLES)) return null
    const known = styles.get(quiet) ?? `m${styles.size}`
    styles.set(quiet, known)
    return known
  }

  for (const token of htmlTokens(html.slice(0, MOST_HTML))) {
    if (token.kind === 'text') writer.write(escaped(readReferences(token.raw)))
    else if (token.name === 'img' && token.kind === 'open')
      writer.write(escaped(token.attributes.get('alt') ?? ''))
    else if (!kept.has(token.name)) continue
    else if (token.kind === 'close') writer.close(token.name)
    else {
      elements += 1
      if (elements > MOST_ELEMENTS) break
      const looks = [...token.attributes].flatMap(([name, said]) => {
        if (name !== 'style')
          return attributes.has(name) && isDrawn(name, said)
            ? [` ${name}="${escaped(said.slice(0, 200))}"`]
            : []
        const known = classOf(said)
        return known === null ? [] : [` class="${known}"`]
      })
      writer.open(token.name, looks.join(''))
    }
  }
  return {
    css: [...styles].map(([style, name]) => `.${name}{${style}}`).join('\n'),
    body: writer.end(),
    isCut: html.length > MOST_HTML || elements > MOST_ELEMENTS,
  }
}
