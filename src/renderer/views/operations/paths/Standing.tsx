import type { ApiPath } from '../../../../shared/apiPath'
import { apiPathsText as text } from '../../../../shared/text/window/apiPaths'
import { useNow } from '../../../ui/Age'
import { classes } from '../../../ui/classes'

const inks = { documented: 'text-ink-soft', guessed: 'text-warn-ink', worked: 'text-good-ink' } as const

/** How sure it is that an operation is asked rightly. */
export function Standing({ row }: { readonly row: Pick<ApiPath, 'standing' | 'workedAt'> }) {
  const now = useNow()
  return (
    <span className={classes(inks[row.standing])} title={text.standingMeaning[row.standing]}>
      {text.standing(row, now)}
    </span>
  )
}
