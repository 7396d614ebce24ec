/** One character escaped: as JSON does it, for URLs (also twice over), or as HTML does it; and what JSON escapes with. */
const escapes =
  /\\{1,3}u(?<json>[0-9a-f]{4})|%(?:25){0,2}(?<url>[0-9a-f]{2})|&#(?:x0{0,4}(?<hex>[0-9a-f]{1,4})|0{0,4}(?<decimal>\d{1,5}));|\\/gi

type Escape = Partial<Record<'json' | 'url' | 'hex' | 'decimal', string>>

const ECHO = '[…]'
const BACKSLASH = 0x5c

/**
 * A text of a service without the secret that it was told, however it repeats it: as it is, in other letter case, or
 * escaped for JSON, URLs or HTML, wholly or in part. All else in the text stays as it is. No pattern is made of the
 * secret: an error about a pattern holds it.
 */
export function withoutEchoes(text: string, secret: string): string {
  const rest = text.replaceAll(secret, ECHO)
  const sought = plainOf(secret)
  return sought !== '' && plainOf(rest).includes(sought) ? cutOut(rest, sought) : rest
}

/** Nothing escaped, and no backslashes, so that JSON's `\/` is `/` too; in small letters. */
const plainOf = (text: string): string =>
  text.replace(escapes, (...found) => letterOf(found.at(-1))).toLowerCase()

function letterOf({ json, url, hex, decimal }: Escape): string {
  const digits = json ?? url ?? hex
  const code = digits === undefined ? Number(decimal ?? BACKSLASH) : Number.parseInt(digits, 16)
  return code === BACKSLASH ? '' : String.fromCharCode(code)
}

/** Cuts each stretch of `text` out that reads `sought` when it is plain. */
function cutOut(text: string, sought: string): string {
  const { plain, places } = spread(text)
  const kept: string[] = []
  let from = 0
  for (let at = plain.indexOf(sought); at !== -1; at = plain.indexOf(sought, at + sought.length)) {
    kept.push(text.slice(from, places[at]))
    from = places[at + sought.length] ?? text.length
  }
  return [...kept, text.slice(from)].join(ECHO)
}

/** The plain text, and for each of its letters the place in `text` where it begins. */
function spread(text: string): { plain: string; places: readonly number[] } {
  const letters: string[] = []
  const places: number[] = []
  const add = (letter: string, place: number) => {
    const small = letter.toLowerCase()
    letters.push(small)
    // Some capitals have two small letters.
    for (let n = 0; n < small.length; n++) places.push(place)
  }
  let at = 0
  const addUpTo = (end: number) => {
    for (; at < end; at++) add(text.charAt(at), at)
  }
  for (const found of text.matchAll(escapes)) {
    addUpTo(found.index)
    add(letterOf(found.groups ?? {}), found.index)
    at = found.index + found[0].length
  }
  addUpTo(text.length)
  return { plain: letters.join(''), places }
}
