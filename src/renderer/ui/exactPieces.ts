/** A part of a text: as it is; spaces that a reader would miss; or what cannot be seen at all, spelled out. */
export interface ExactPiece {
  readonly kind: 'text' | 'spaces' | 'spelled'
  readonly text: string
}

/** Spaces at either end, or several. */
const missedSpaces = /^ +| +$| {2,}/u
/** Controls, formats (those that turn a line around among them), other spaces and line ends, and what is no character. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]|(?! )\p{Zs}/u
const parts = new RegExp(`${unseen.source}|${missedSpaces.source}`, 'gu')

const spelled = (character: string): string =>
  `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`

/** A text to the letter: what of it would be missed, or would hide how it reads, comes as pieces of its own. */
export function exactPieces(text: string): readonly ExactPiece[] {
  const pieces: ExactPiece[] = []
  let at = 0
  const take = (kind: ExactPiece['kind'], piece: string): void => {
    if (piece !== '') pieces.push({ kind, text: piece })
  }
  for (const { 0: found, index } of text.matchAll(parts)) {
    take('text', text.slice(at, index))
    if (found.startsWith(' ')) take('spaces', found)
    else take('spelled', spelled(found))
    at = index + found.length
  }
  take('text', text.slice(at))
  return pieces
}
