import type { OpenPass } from '../store/fleetRows'
import { MOST_PAGES } from './passPages'

/**
 * What a pass is worth that has come to its end. `whole`: everything there is was met. `incomplete`: an empty page stood
 * before the end, or fewer rows were met than the service announced at any time of the pass; so no row that moved from one
 * page to another while they were read is taken for gone. A list that is empty at once, and says of itself no more than
 * that, is `incomplete` as well where rows of it are known.
 */
export function judgePass(
  { met, most, hasGap, pages, done }: Pick<OpenPass, 'met' | 'most' | 'hasGap' | 'pages' | 'done'>,
  kept: number,
): 'whole' | 'incomplete' {
  if (hasGap || done >= MOST_PAGES) return 'incomplete'
  if (met === 0 && most === null && kept > 0) return 'incomplete'
  if (most !== null) return met >= most ? 'whole' : 'incomplete'
  return pages !== null && done < pages ? 'incomplete' : 'whole'
}
