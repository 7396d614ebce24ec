/** What a reader cannot see or what turns a line around: controls, formats (bidirectional ones too), line ends. */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
const formats = /\p{Cf}/gu
const loneSurrogates = /\p{Cs}/gu
/** Words of printable ASCII with single spaces between them: there is nothing to clean, and lists have thousands of them. */
const cleanAlready = /^[!-~]+(?: [!-~]+)*$/

/**
 * A text of a service as it may be shown: one line, no control or bidirectional character, at most
 * `most` characters, with "…" where it was cut. Null where nothing remains or it is no text.
 */
export function cleanText(text: unknown, most = 300): string | null {
  if (typeof text !== 'string') return null
  if (text.length <= most && cleanAlready.test(text)) return text
  const line = text
    // Long before it is cut by characters: no work on megabytes.
    .slice(0, most * 20)
    .replace(invisible, ' ')
    .replace(formats, '')
    .replace(loneSurrogates, '�')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...line]
  const cut = characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line
  return cut === '' ? null : cut
}
