import { randomInt } from 'node:crypto'

/** A key that stands nowhere by chance: wherever it is found, it leaked. */
export interface Canary {
  /** As it is typed: `sk_live_canary_` and 32 characters of chance. */
  readonly key: string
  /** The halves of what is chance: who cuts a key, masks its beginning or compresses what repeats leaves one of them whole. */
  readonly pieces: readonly [string, string]
}

/** One way in which a piece of a canary may stand in bytes. */
export interface Spelling {
  /** `base64 of UTF-16LE, 1 byte on`, for whoever has to find the leak. */
  readonly name: string
  readonly bytes: Buffer
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const PIECE = 16

/** A new canary; no two are alike. */
export function hatchCanary(): Canary {
  const draw = () => Array.from({ length: PIECE }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
  const pieces = [draw(), draw()] as const
  return { key: `sk_live_canary_${pieces.join('')}`, pieces }
}

/** Every spelling that is searched for: as text, as base64 (all three alignments), hex, percent, JSON and HTML escapes. */
export function spellingsOf(canary: Canary): readonly Spelling[] {
  return canary.pieces.flatMap((piece) => {
    const encoded = encodingsOf(piece)
    const asText = [...encoded.flatMap(writtenOut), ...escapesOf(piece)]
    return [...encoded, ...asText.flatMap(([name, text]) => carriersOf(name, text))]
  })
}

const encodingsOf = (text: string): readonly Spelling[] => [
  { name: 'UTF-8', bytes: Buffer.from(text, 'utf8') },
  { name: 'capitals', bytes: Buffer.from(text.toUpperCase(), 'utf8') },
  { name: 'small letters', bytes: Buffer.from(text.toLowerCase(), 'utf8') },
  { name: 'UTF-16LE', bytes: Buffer.from(text, 'utf16le') },
  { name: 'UTF-16BE', bytes: Buffer.from(text, 'utf16le').swap16() },
]

type Written = readonly [name: string, text: string]

/** Bytes as ASCII text. */
const writtenOut = ({ name, bytes }: Spelling): readonly Written[] => [
  [`hex of ${name}`, bytes.toString('hex')],
  [`HEX of ${name}`, bytes.toString('hex').toUpperCase()],
  ...[0, 1, 2].flatMap((ahead): Written[] => {
    const text = base64Behind(bytes, ahead)
    const forUrls = text.replaceAll('+', '-').replaceAll('/', '_')
    const written: Written = [`base64 of ${name}, ${ahead} bytes on`, text]
    return forUrls === text ? [written] : [written, [`base64url of ${name}, ${ahead} bytes on`, forUrls]]
  }),
]

/** The characters of base64 (RFC 4648) that are the same whatever stands before and behind these bytes. */
function base64Behind(bytes: Buffer, ahead: number): string {
  const text = Buffer.concat([Buffer.alloc(ahead), bytes])
    .toString('base64')
    .replace(/=+$/, '')
  const isEndShared = (ahead + bytes.length) % 3 !== 0
  return text.slice(Math.ceil((ahead * 8) / 6), isEndShared ? -1 : undefined)
}

/** Every character escaped, as percent-encoding (RFC 3986), JSON (RFC 8259) and HTML may do it. */
function escapesOf(text: string): readonly Written[] {
  const each = (write: (code: number) => string) =>
    [...text].map((letter) => write(letter.charCodeAt(0))).join('')
  const hex = (code: number) => code.toString(16)
  return [
    ['percent', each((code) => `%${hex(code)}`)],
    ['PERCENT', each((code) => `%${hex(code).toUpperCase()}`)],
    ['JSON escapes', each((code) => `\\u00${hex(code)}`)],
    ['JSON ESCAPES', each((code) => `\\u00${hex(code).toUpperCase()}`)],
    ['HTML references', each((code) => `&#${code};`)],
    ['HTML hex references', each((code) => `&#x${hex(code)};`)],
  ]
}

/** Text in memory or in a file is of one byte a character or of two. */
const carriersOf = (name: string, text: string): readonly Spelling[] => [
  { name, bytes: Buffer.from(text, 'latin1') },
  { name: `${name}, in UTF-16LE`, bytes: Buffer.from(text, 'utf16le') },
]
