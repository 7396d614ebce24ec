import { err, ok, type Result } from '../../../shared/result'

/** Quotes and spaces that web pages and word processors put in place of plain ones. */
const plain = (text: string): string =>
  text
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f]/g, '"')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')

/** Whether it was written for `cmd.exe`, whose `^` escapes what follows (Microsoft, "cmd", "Remarks"). */
const isForWindows = (text: string): boolean => /\^[ \t]*(?:\n|$)|\^"/.test(text)

/** Command lines of Windows and of PowerShell, as a shell of Unix would have them. */
const joinLines = (text: string): string => {
  if (isForWindows(text)) return text.replace(/\^[ \t]*\n/g, ' ').replace(/\^([^\n])/g, '$1')
  return text.replace(/[ \t]`[ \t]*\n/g, ' ')
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
}

/** What `\` and what follows it mean within `$'…'` (Bash manual, "ANSI-C Quoting"), and how long that is. */
function readEscape(rest: string): readonly [string, number] {
  const [whole, digits] = /^(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8}))/
    .exec(rest)
    ?.slice(0, 4)
    .filter((part): part is string => part !== undefined) ?? ['']
  if (digits !== undefined && whole !== undefined) {
    const code = Number.parseInt(digits, 16)
    return [code <= 0x10ffff ? String.fromCodePoint(code) : '', whole.length]
  }
  const [octal = ''] = /^[0-7]{1,3}/.exec(rest) ?? []
  if (octal !== '') return [String.fromCharCode(Number.parseInt(octal, 8) & 0xff), octal.length]
  const one = rest.slice(0, 1)
  return [escapes[one] ?? one, one.length]
}

/** Reads a quoted part from behind its first quote; null where it does not end. */
function readQuoted(text: string, from: number, quote: "'" | '"' | "$'"): readonly [string, number] | null {
  let value = ''
  let at = from
  while (at < text.length) {
    const one = text[at] ?? ''
    if (one === quote.slice(-1)) return [value, at + 1]
    if (one === '\\' && quote === "$'") {
      const [escaped, length] = readEscape(text.slice(at + 1, at + 10))
      value += escaped
      at += 1 + length
    } else if (one === '\\' && quote === '"' && /["\\$`\n]/.test(text[at + 1] ?? '')) {
      // A line that goes on brings nothing.
      value += text[at + 1] === '\n' ? '' : text[at + 1]
      at += 2
    } else {
      value += one
      at += 1
    }
  }
  return null
}

/** Ends the command: what follows is another one, or a file. */
const ends = new Set(['|', ';', '&', '>', '<'])

/**
 * The words of the first command in a text, as a shell would hand them over (POSIX, "Shell Command Language", 2.2): quotes,
 * `$'…'`, lines that go on (with spaces behind their `\`, too, as copying leaves them, or without any), `cmd.exe`'s `^`.
 * Variables and placeholders stay as they stand. `quotes`: one is not closed.
 */
export function splitWords(pasted: string): Result<readonly string[], 'quotes'> {
  const text = joinLines(plain(pasted))
  const words: string[] = []
  let word: string | null = null
  let at = 0
  const add = (part: string, length: number): void => {
    word = (word ?? '') + part
    at += length
  }
  const end = (): void => {
    if (word !== null) words.push(word)
    word = null
  }
  while (at < text.length) {
    const one = text[at] ?? ''
    const [continued] = /^\\[ \t]*(?:\n|$)/.exec(text.slice(at, at + 80)) ?? []
    const [placeholder] =
      /^(?:\$?\{\{?[^{}\n]{0,80}\}\}?|<[A-Za-z][^<>\n]{0,80}>|\$\([^()\n]{0,200}\))/.exec(
        text.slice(at, at + 204),
      ) ?? []
    if (continued !== undefined) {
      end()
      at += continued.length
    } else if (placeholder !== undefined) add(placeholder, placeholder.length)
    else if (one === '\\') add(text[at + 1] ?? '', 2)
    else if (one === "'" || one === '"' || text.startsWith("$'", at)) {
      const quote = one === '$' ? "$'" : one === "'" ? "'" : '"'
      const read = readQuoted(text, at + quote.length, quote)
      if (read === null) return err('quotes')
      add(read[0], read[1] - at)
    } else if (/\s/.test(one)) {
      end()
      at += 1
      // The next command; every other line goes on with this one.
      if (
        one === '\n' &&
        words.length > 0 &&
        /^\s*(?:[$>#%]\s+)?curl(?:\.exe)?\s/.test(text.slice(at, at + 200))
      )
        break
    } else if (ends.has(one)) {
      // An address that nobody put in quotes has `&` in it.
      if (one !== '&' || word === null || /^&\s*(?:&|$|\s)/.test(text.slice(at, at + 3))) break
      add(one, 1)
    } else add(one, 1)
  }
  end()
  return ok(words)
}
