import { CircleCheck, CircleDashed, CircleX } from 'lucide-react'
import type { HealthMark, Standing } from '../../../shared/health'
import { healthText } from '../../../shared/text/window/health'
import { ageText } from '../../../shared/text/window/time'
import { useNow } from '../../ui/Age'
import { classes } from '../../ui/classes'

const looks = {
  good: [CircleCheck, 'text-good-ink'],
  missing: [CircleX, 'text-danger-ink'],
  unchecked: [CircleDashed, 'text-ink-soft'],
} as const

interface MarkProps {
  readonly mark: HealthMark
  readonly standing: Standing
}

/** How something stands that mail hangs on: in a word, with how old that is when pointed at. */
export function Mark({ mark, standing: { state, at } }: MarkProps) {
  const now = useNow()
  const [Icon, ink] = looks[state]
  const age = at === null ? null : ageText(at, Math.max(now, at))
  return (
    <span
      className={classes('flex min-w-0 items-center gap-1 text-sm', ink)}
      title={healthText.meaning(mark, state, age)}
    >
      <Icon className="size-3.5 shrink-0" aria-hidden="true" />
      <span className="truncate">{healthText.states[state]}</span>
    </span>
  )
}
