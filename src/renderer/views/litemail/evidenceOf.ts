import type { Evidence } from '../../../shared/litemail/operation'

/** What is to be said of an operation's path: nothing where it is documented; a guess that has an answer is none any more. */
export function evidenceOf(evidence: Evidence, isAnswered: boolean): 'worked' | 'guessed' | null {
  if (evidence === 'documented') return null
  return isAnswered ? 'worked' : 'guessed'
}
