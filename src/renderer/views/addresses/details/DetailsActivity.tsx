import type { Creation } from '../../../../shared/activity'
import { explain } from '../../../../shared/text/errors'
import { activityText } from '../../../../shared/text/window/activity'
import { detailsText } from '../../../../shared/text/window/details'
import { moment } from '../../../../shared/text/window/time'
import { Outcome } from '../../activity/Outcome'
import { Section } from '../../list/details/Section'

/** What Mailroom was asked to write about this address, newest first. */
export function DetailsActivity({ rows }: { readonly rows: readonly Creation[] }) {
  return (
    <Section title={detailsText.activity}>
      {rows.length === 0 ? (
        <p className="text-ink-soft">{detailsText.noActivity}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {rows.map((row) => (
            <Entry key={row.id} row={row} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Entry({ row }: { readonly row: Creation }) {
  const { kind, state, plannedAt, settledAt, evidence, problem, takenNames, isRestored } = row
  const words = [
    evidence === null ? null : `${activityText.evidence[evidence]}.`,
    problem === null ? null : `${explain(problem).reason}.`,
    takenNames.length === 0 ? null : `${activityText.taken(takenNames)}.`,
    isRestored ? `${activityText.restored}.` : null,
  ].filter((each) => each !== null)
  return (
    <li className="flex flex-col gap-0.5">
      <div className="flex items-baseline justify-between gap-3">
        <span>{activityText.kinds[kind]}</span>
        <time className="text-sm text-ink-soft" dateTime={new Date(plannedAt).toISOString()}>
          {moment(settledAt ?? plannedAt)}
        </time>
      </div>
      <Outcome state={state} />
      {words.length > 0 && (
        <p className="text-sm wrap-anywhere text-ink-soft select-text">{words.join(' ')}</p>
      )}
    </li>
  )
}
