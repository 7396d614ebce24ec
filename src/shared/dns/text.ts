/*
 * TXT: one or more character-strings of at most 255 octets each (RFC 1035, 3.3 and 3.3.14). Who reads SPF, DKIM or DMARC puts
 * them together without anything between (RFC 7208, 3.3; RFC 6376, 3.6.2.2).
 */

/** So many octets has a character-string at most. */
const MOST_OCTETS = 255
/** So many octets has what a record says at most, a count before each string included (RFC 1035, 3.2.1). */
const MOST_OF_RECORD = 65_535

const encoder = new TextEncoder()
const octets = (text: string): number => encoder.encode(text).length

export type TextIssue = 'txt-empty' | 'txt-quotes' | 'txt-part-long' | 'txt-long' | 'txt-control'

/** One quoted string and what is left behind it (RFC 1035, 5.1). */
const QUOTED = /^"((?:[^"\\]|\\\d{3}|\\\D)*)"\s*/u

/** What stands in quotes, without the signs that keep it there. */
const plainOf = (quoted: string): string =>
  quoted.replace(/\\(\d{3}|\D)/gu, (_, kept: string) =>
    /^\d/.test(kept) ? String.fromCharCode(Number(kept)) : kept,
  )

/** The strings that a value stands for; null: quotes stand where they mean nothing. */
export function stringsOf(value: string): readonly string[] | null {
  const text = value.trim()
  if (!text.startsWith('"')) return text.includes('"') ? null : [text]
  const strings: string[] = []
  for (let left = text; left !== ''; ) {
    const found = QUOTED.exec(left)
    if (found === null) return null
    strings.push(plainOf(found[1] ?? ''))
    left = left.slice(found[0].length)
  }
  return strings
}

/** What a TXT record says, as those read it who look for SPF, DKIM or DMARC. */
export const textOf = (value: string): string => stringsOf(value)?.join('') ?? value

const isPlain = (value: string): boolean => !value.trim().startsWith('"')

export function judgeText(value: string): TextIssue | null {
  if (value.trim() === '') return 'txt-empty'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(value)) return 'txt-control'
  const strings = stringsOf(value)
  if (strings === null) return 'txt-quotes'
  if (strings.join('') === '') return 'txt-empty'
  // Without quotes it is parted by Mailroom.
  if (!isPlain(value) && strings.some((one) => octets(one) > MOST_OCTETS)) return 'txt-part-long'
  const whole = octets(strings.join(''))
  return whole + Math.ceil(whole / MOST_OCTETS) + strings.length > MOST_OF_RECORD ? 'txt-long' : null
}

/** A text in parts of at most 255 octets, no character torn apart. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const character of text) {
    const more = octets(character)
    if (size + more > MOST_OCTETS) {
      parts.push(part)
      part = ''
      size = 0
    }
    part += character
    size += more
  }
  return [...parts, part]
}

const quote = (part: string): string => `"${part.replace(/["\\]/g, '\\$&')}"`

/** A TXT value as it is sent: one that is too long for a single string in quoted parts, every other one as it was typed. */
export function sentText(value: string): string {
  const text = value.trim()
  return isPlain(text) && octets(text) > MOST_OCTETS ? partsOf(text).map(quote).join(' ') : text
}
