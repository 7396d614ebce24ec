import type { ApiPath } from '../../../../shared/apiPath'
import { searchedWords } from '../../list/marks'

const folded = (text: string): string => searchedWords(text).join(' ')

/** The operations in which all words of a search stand, in their order: in title, name, group, method or path. */
export function matchingPaths(paths: readonly ApiPath[], words: readonly string[]): readonly ApiPath[] {
  if (words.length === 0) return paths
  return paths.filter(({ title, operation, group, method, path }) => {
    const whole = folded([title, operation, group, method, path].join(' '))
    return words.every((word) => whole.includes(word))
  })
}
