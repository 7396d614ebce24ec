import type { ApiMap } from '../../../../shared/apiMap'
import { mapLines } from '../../../../shared/text/window/apiPaths'

/** Whether two maps have an operation asked alike: then they are shown alike, too. */
export const isSameMap = (one: ApiMap, other: ApiMap): boolean =>
  mapLines(one).join('\n') === mapLines(other).join('\n')
