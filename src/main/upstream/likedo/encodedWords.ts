const word = /=\?([\w-]{1,40})(?:\*[\w-]*)?\?([bq])\?([^?\s]{0,2000})\?=(?:[ \t\r\n]+(?==\?))?/gi

const bytesOfQ = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text.replaceAll('_', ' ').matchAll(/=([0-9a-f]{2})|[\s\S]/gi)].map(([one, hex]) =>
      hex === undefined ? one.charCodeAt(0) & 0xff : Number.parseInt(hex, 16),
    ),
  )

/** A header's text with its encoded words read (RFC 2047), as a service may have left them; those that cannot be stay. */
export const readEncodedWords = (text: string): string =>
  text.length > 20_000
    ? text
    : text.replace(word, (whole, charset: string, how: string, content: string) => {
        try {
          const bytes = how.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : bytesOfQ(content)
          return new TextDecoder(charset).decode(bytes)
        } catch {
          // A character set that nobody here knows.
          return whole
        }
      })
