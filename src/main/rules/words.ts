import { objects, predicates } from 'friendly-words/generated/words.json'
import { isOffensive } from './offensive'
import { reservedStanding } from './reservedNames'
import { wordsLeftOut } from './wordsLeftOut'

/** Describing words, and things to put behind them: plain a–z, three to eight letters, none twice. */
export interface WordLists {
  readonly first: readonly string[]
  readonly second: readonly string[]
}

const choose = (words: readonly string[]): string[] =>
  [...new Set(words)].filter(
    (word) =>
      /^[a-z]{3,8}$/.test(word) &&
      !wordsLeftOut.has(word) &&
      !isOffensive(word) &&
      reservedStanding(word) === 'no',
  )

let lists: WordLists | null = null

/** The lists that drawn names are made of; sorted out at the first call, not at start. */
export function wordLists(): WordLists {
  lists ??= { first: choose(predicates), second: choose(objects) }
  return lists
}
