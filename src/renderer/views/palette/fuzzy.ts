/** A text as it is compared. */
interface Plain {
  readonly text: string
  readonly letters: readonly string[]
}

/** Accents and case make no difference; a small sigma has two shapes, the second for the end of a word. */
function plainly(text: string): Plain {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ')
  return { text: plain, letters: [...plain] }
}

/** The names of actions, settings and operations, which are the same at each key. */
const known = new Map<string, Plain>()
const MOST_KNOWN = 4_000

function plain(text: string): Plain {
  const kept = known.get(text)
  if (kept !== undefined) return kept
  if (known.size === MOST_KNOWN) known.clear()
  const made = plainly(text)
  known.set(text, made)
  return made
}

/** Whether all the letters stand in a text in this order; what does not is most of what is compared. */
function areInOrder(sought: readonly string[], letters: readonly string[]): boolean {
  let met = 0
  for (let place = 0; place < letters.length && met < sought.length; place++)
    if (letters[place] === sought[met]) met++
  return met === sought.length
}

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
  if (!areInOrder(sought, letters)) return null
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

function scoreOf(sought: Plain, name: Plain): number | null {
  const place = name.text.indexOf(sought.text)
  if (place === 0) return 0
  const pieces = fewestPieces(sought.letters, name.letters)
  if (pieces !== null && isMeant(pieces, sought.letters.length)) return pieces
  return place > 0 ? INSIDE : null
}

/** How well a name is what is sought, 0 the best; null: it is not. */
export type Score = (name: string) => number | null

/**
 * How well what was typed names something. Letters are looked for at the beginnings of words, typed words in any order.
 * Nothing typed names everything.
 */
export function fuzzyScoring(typed: string): Score {
  const words = typed.split(/\s+/u).filter((word) => word !== '')
  const joined = plainly(words.join(''))
  if (joined.text === '') return () => 0
  const spaced = plainly(words.join(' '))
  const each = words.length < 2 ? null : words.map(plainly)
  return (name) => {
    const text = plain(name)
    const inOrder = text.text.startsWith(spaced.text) ? 0 : scoreOf(joined, text)
    if (inOrder !== null || each === null) return inOrder
    const scores = each.map((word) => scoreOf(word, text))
    return scores.every((score) => score !== null)
      ? SCATTERED + scores.reduce((sum, score) => sum + score, 0)
      : null
  }
}
