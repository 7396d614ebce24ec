import { readPieces } from './chosenFile'
import { FileFailure } from './fileProblem'

const encodingOf = (start: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8'
}

const countLines = (text: string): number => {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/**
 * The text of a file in pieces, without its byte order mark: UTF-8, or UTF-16 with a mark. Throws `not-understood`
 * with the line rather than guess at another encoding, and for a NUL, which no text has.
 */
export async function* readText(path: string): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  let line = 1
  const check = (decode: () => string): string => {
    let text: string
    try {
      text = decode()
    } catch {
      // WHATWG, "Encoding": a fatal decoder throws at the first bytes that are none of its encoding.
      throw new FileFailure('not-understood', line)
    }
    const nul = text.indexOf('\0')
    if (nul >= 0) throw new FileFailure('not-understood', line + countLines(text.slice(0, nul)))
    line += countLines(text)
    return text
  }
  for await (const piece of readPieces(path)) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
    const text = check(() => decoder?.decode(piece, { stream: true }) ?? '')
    if (text !== '') yield text
  }
  const rest = check(() => decoder?.decode() ?? '')
  if (rest !== '') yield rest
}
