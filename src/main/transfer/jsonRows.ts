import { FileFailure } from './fileProblem'

/** One element of the list in a JSON file, as text, and the line it begins in. */
export interface FoundElement {
  readonly line: number
  readonly text: string
}

/** No element is longer, in characters; nor is what stands before the list. */
const MOST_ELEMENT = 1_000_000

/**
 * The elements of the first list in an object of JSON that comes in pieces, whatever its layout, and first what stands
 * before that list, closed so that it is JSON too. Throws `not-understood` where the brackets are not in order.
 */
export async function* readJsonElements(
  pieces: AsyncIterable<string>,
): AsyncGenerator<{ readonly head: string } | FoundElement> {
  let line = 1
  let depth = 0
  let isInText = false
  let isEscaped = false
  let held = ''
  let startLine = 1
  let where: 'head' | 'between' | 'element' | 'after' = 'head'

  for await (const piece of pieces) {
    let from = 0
    for (let at = 0; at < piece.length; at++) {
      const character = piece[at]
      if (character === '\n') line += 1
      if (isInText) {
        if (isEscaped) isEscaped = false
        else if (character === '\\') isEscaped = true
        else if (character === '"') isInText = false
        continue
      }
      if (character === '"') {
        if (where === 'between') throw new FileFailure('not-understood', line)
        isInText = true
      } else if (character === '{' || character === '[') {
        depth += 1
        if (where === 'head' && character === '[' && depth === 2) {
          yield { head: `${held}${piece.slice(from, at)}[]}` }
          held = ''
          where = 'between'
        } else if (where === 'between' && depth === 3) {
          where = 'element'
          from = at
          startLine = line
        }
      } else if (character === '}' || character === ']') {
        depth -= 1
        if (where === 'element' && depth === 2) {
          yield { line: startLine, text: held + piece.slice(from, at + 1) }
          held = ''
          where = 'between'
        } else if (where === 'between') where = 'after'
      } else if (where === 'between' && !/[\s,]/.test(character ?? ''))
        throw new FileFailure('not-understood', line)
    }
    if (where === 'head' || where === 'element') held += piece.slice(from)
    if (held.length > MOST_ELEMENT) throw new FileFailure('not-understood', startLine)
  }
  // The loop has changed it, which the checker does not follow over a `yield`.
  const end = where as 'head' | 'between' | 'element' | 'after'
  if (end !== 'after' || depth !== 0) throw new FileFailure('not-understood', line)
}
