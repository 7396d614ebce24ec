import { Ban, Check, CircleDashed, TriangleAlert } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { Batch } from '../../../shared/batch'
import { explain } from '../../../shared/text/errors'
import { batchesText } from '../../../shared/text/window/batches'
import { classes } from '../../ui/classes'
import { Spinner } from '../../ui/Spinner'

type Item = Batch['items'][number]

const looks: Readonly<Record<Item['state'], readonly [icon: ReactNode, ink: string]>> = {
  waiting: [<CircleDashed key="icon" className="size-3.5" />, 'text-ink-soft'],
  sending: [<Spinner key="icon" />, 'text-ink-soft'],
  created: [<Check key="icon" className="size-3.5" strokeWidth={2.5} />, 'text-good-ink'],
  unconfirmed: [<TriangleAlert key="icon" className="size-3.5" />, 'text-warn-ink'],
  'not-created': [<Ban key="icon" className="size-3.5" />, 'text-danger-ink'],
}

/** Every address of a list, in its order, with what became of it. */
export const BatchRows = ({ items }: { readonly items: readonly Item[] }) => (
  <ul
    aria-label={batchesText.rows}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard
    tabIndex={0}
    className="max-h-80 min-h-40 overflow-y-auto rounded-md border border-line select-text"
  >
    {items.map((item) => (
      <Row key={item.id} {...item} />
    ))}
  </ul>
)

/** Drawn anew only when its own line changed: a list has up to 500. */
const Row = memo(
  ({ email, note, state, problem }: Item) => {
    const [icon, ink] = looks[state]
    return (
      <li className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-baseline gap-x-4 border-b border-line px-3 py-1.5 last:border-b-0">
        <span className="min-w-0">
          <span className="block font-mono wrap-anywhere">{email}</span>
          {note !== '' && <span className="block truncate text-sm text-ink-soft">{note}</span>}
        </span>
        <span className="min-w-0">
          <span className={classes('flex items-center gap-1.5', ink)}>
            <span className="shrink-0" aria-hidden="true">
              {icon}
            </span>
            {batchesText.states[state]}
          </span>
          {problem !== null && (
            <span className="block text-sm wrap-anywhere text-ink-soft">{explain(problem).reason}.</span>
          )}
          {state === 'unconfirmed' && (
            <span className="block text-sm text-ink-soft">{batchesText.checking}</span>
          )}
        </span>
      </li>
    )
  },
  (before, now) =>
    before.state === now.state && before.email === now.email && before.problem?.kind === now.problem?.kind,
)
