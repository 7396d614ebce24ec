/** A part of a text, and whether it was searched for. */
export interface Part {
  readonly text: string
  readonly isFound: boolean
}

/** Without accents and case, one character for one: what is found can be marked where it stands. */
const plain = (character: string): string => {
  // Most are, and are compared at each key.
  if (character < '\x80') return character.toLowerCase()
  const [base = character] = character.normalize('NFD').replace(/\p{M}+/gu, '')
  return base.toLowerCase()
}

/** The words of a search, as they are compared. */
export const searchedWords = (search: string): readonly string[] => [
  ...new Set(
    search
      .split(/\s+/u)
      .map((word) => [...word.normalize('NFC')].map(plain).join(''))
      .filter((word) => word !== ''),
  ),
]

/** A text in parts, those marked in which one of the words stands. Case and accents make no difference. */
export function markParts(text: string, words: readonly string[]): readonly Part[] {
  if (words.length === 0 || text === '') return [{ text, isFound: false }]
  const characters = [...text.normalize('NFC')]
  // A character that becomes two letters would shift everything behind it: only its first one is compared.
  const compared = characters.map((character) => [...plain(character)][0] ?? '')
  const isFound = characters.map(() => false)
  for (const word of words) {
    const letters = [...word]
    for (let at = 0; at + letters.length <= compared.length; at++) {
      if (letters.every((letter, index) => compared[at + index] === letter))
        isFound.fill(true, at, at + letters.length)
    }
  }
  const parts: Part[] = []
  for (const [at, character] of characters.entries()) {
    const last = parts.at(-1)
    const found = isFound[at] === true
    if (last !== undefined && last.isFound === found)
      parts[parts.length - 1] = { text: last.text + character, isFound: found }
    else parts.push({ text: character, isFound: found })
  }
  return parts
}
