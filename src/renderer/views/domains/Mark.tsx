import { CircleCheck, CircleDashed, CircleX } from 'lucide-react'
import type { HealthMark, Standing } from '../../../shared/health'
import { healthText } from '../../../shared/text/window/health'
import { ageText, briefAge } from '../../../shared/text/window/time'
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
  const [Icon, ink] = looks[state]
  return (
    <span
      className={classes('flex min-w-0 items-center gap-1 text-sm', ink)}
      title={useMeaning(mark, state, at)}
    >
      <Icon className="size-3.5 shrink-0" aria-hidden="true" />
      <span className="truncate">{healthText.state(mark, state)}</span>
    </span>
  )
}

/** The same in a cell: with its age, and the word where there is room for both. */
export function MarkInCell({ mark, standing: { state, at } }: MarkProps) {
  const now = useNow()
  const [Icon, ink] = looks[state]
  return (
    <span className="@container block">
      <span
        className={classes(
          'flex min-w-0 items-center gap-1 text-sm whitespace-nowrap',
          ink,
          // It is what one looks for.
          state === 'missing' && '-mx-1 w-fit rounded-md bg-danger-soft px-1 font-medium',
        )}
        title={useMeaning(mark, state, at)}
      >
        <Icon className="size-3.5 shrink-0" aria-hidden="true" />
        <span
          className={classes(
            'sr-only',
            at === null ? '@min-[5.5rem]:not-sr-only' : '@min-[7rem]:not-sr-only',
          )}
        >
          {healthText.states[state]}
        </span>
        {at !== null && (
          <>
            {' '}
            <span className={classes('truncate tabular-nums', state === 'good' && 'text-ink-soft')}>
              {briefAge(at, Math.max(now, at))}
            </span>
          </>
        )}
      </span>
    </span>
  )
}

/** That something is missing, where there is no room to say what. */
export const MissingMark = ({ marks }: { readonly marks: readonly HealthMark[] }) => (
  <span className="shrink-0 text-danger-ink" title={healthText.missingMarks(marks)}>
    <CircleX className="size-3.5" aria-hidden="true" />
    <span className="sr-only">{healthText.missingMarks(marks)}</span>
  </span>
)

function useMeaning(mark: HealthMark, state: Standing['state'], at: number | null): string {
  const now = useNow()
  return healthText.meaning(mark, state, at === null ? null : ageText(at, Math.max(now, at)))
}
