import { daysTo, dueText } from '../../shared/text/window/due'
import { moment } from '../../shared/text/window/time'
import { useNow } from './Age'
import { classes } from './classes'

/** So many days before, it stands out. */
const SOON = 7

/** When something is due; the moment itself when pointed at. */
export function Due({ at }: { readonly at: number }) {
  const now = useNow()
  const days = daysTo(at, now)
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={moment(at)}
      className={classes(days >= 0 && days <= SOON && 'text-warn-ink')}
    >
      {dueText(at, now)}
    </time>
  )
}
