/** How long something was waited for. */
export const seconds = (ms: number) => (ms < 1_500 ? '1 second' : `${Math.round(ms / 1000)} seconds`)

/** A reason with a service's own words behind it, where it gave any. */
export const said = (reason: string, message: string | null) =>
  message === null || message === '' ? reason : `${reason}: “${message.replace(/[.\s]+$/, '')}”`

const LONGEST = 48

/**
 * What somebody wrote, or a service calls something, as a part of one line: cut, and without the characters that break
 * lines or turn the direction of text, with which it could make what stands beside it read otherwise.
 */
export function oneLine(words: string): string {
  const plain = words
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
  const letters = [...plain]
  return letters.length <= LONGEST
    ? plain
    : `${letters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`
}
