/** Controls but for the end of a line and the tab, marks that turn the direction of a line around, and halves of characters. */
const controls = /(?![\n\t])[\p{Cc}\ufeff]/gu
const turning = /[\u202a-\u202e\u2066-\u2069]/g
const halves = /\p{Cs}/gu

/** So much of a message is shown, in characters. */
export const MOST_SHOWN = 100_000
/** Marks above and below letters: nobody writes more of them on one. */
const heaps = /(\p{M}{4})\p{M}+/gu

/** So much of a message stands in a list, in characters. */
const START = 140

/** How a message begins, in one line. */
export const startOf = (text: string): string => {
  const line = text
    .slice(0, 4 * START)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > START ? `${line.slice(0, START)}…` : line
}

/**
 * A message's text as it may be shown: no control and no character that turns the direction of what follows around, no more
 * than fits on a screen, its lines as they are.
 */
export function readableText(text: string): { readonly text: string; readonly isCut: boolean } {
  const clean = text
    .slice(0, MOST_SHOWN)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(controls, ' ')
    .replace(turning, '')
    .replace(halves, '\ufffd')
    .replace(heaps, '$1')
    .replace(/\n{4,}/g, '\n\n\n')
    .replace(/^\n+/, '')
    .trimEnd()
  return { text: clean, isCut: text.length > MOST_SHOWN }
}
