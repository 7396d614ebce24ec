/** Accents and case make no difference; a small sigma has two shapes, the second for the end of a word. */
const plain = (text: string): string[] => [
  ...text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ'),
]

const isOfWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character)

/**
 * Whether so many pieces are what somebody would type for a name: two beginnings of words, first letters alone, or pieces that
 * are not all but single letters. Otherwise too much that is meant for an address would name an action by chance.
 */
const isMeant = (pieces: number, letters: number): boolean =>
  pieces <= 2 || pieces === letters || letters >= 3 * pieces

/** Something in the middle of a word is found last. */
const INSIDE = 20
/** Words in another order are found after those in theirs. */
const SCATTERED = 10

/**
 * In how few pieces the letters stand in a text, in order, each piece at the beginning of a word: `naw` is three pieces of
 * "New Address With…". Null where they do not.
 */
function fewestPieces(sought: readonly string[], letters: readonly string[]): number | null {
  // By the place where what was sought so far ends.
  let pieces: (number | null)[] = []
  sought.forEach((letter, at) => {
    let fewest: number | null = at === 0 ? 0 : null
    pieces = letters.map((candidate, place) => {
      const before = pieces[place - 1] ?? null
      if (at > 0 && before !== null) fewest = fewest === null ? before : Math.min(fewest, before)
      if (candidate !== letter) return null
      const isStart = !isOfWord(letters[place - 1])
      const begun = isStart && fewest !== null ? fewest + 1 : null
      const goneOn = at > 0 ? before : null
      return goneOn === null ? begun : begun === null ? goneOn : Math.min(begun, goneOn)
    })
  })
  return pieces.reduce<number | null>(
    (least, one) => (one === null ? least : least === null ? one : Math.min(least, one)),
    null,
  )
}

function scoreOf(sought: readonly string[], text: readonly string[]): number | null {
  const whole = sought.join('')
  const place = text.join('').indexOf(whole)
  if (place === 0) return 0
  const pieces = fewestPieces(sought, text)
  if (pieces !== null && isMeant(pieces, sought.length)) return pieces
  return place > 0 ? INSIDE : null
}

/**
 * How well what was typed names something, 0 the best; null: it does not. Letters are looked for at the beginnings of words,
 * typed words in any order.
 */
export function fuzzyScore(typed: string, name: string): number | null {
  const words = typed.split(/\s+/u).filter((word) => word !== '')
  const text = plain(name)
  const joined = plain(words.join(''))
  if (joined.length === 0) return 0
  const spaced = text.join('').startsWith(plain(words.join(' ')).join('')) ? 0 : null
  const inOrder = spaced ?? scoreOf(joined, text)
  if (inOrder !== null || words.length < 2) return inOrder
  const scores = words.map((word) => scoreOf(plain(word), text))
  return scores.every((score) => score !== null)
    ? SCATTERED + scores.reduce((sum, score) => sum + score, 0)
    : null
}
