import { PackageX } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import type { Topic } from '../../../shared/contract'
import type { NotExported } from '../../../shared/exports'
import { isPlatform, platforms } from '../../../shared/litemail/exporting'
import { platformName } from '../../../shared/text/platforms'
import { exportsText as text } from '../../../shared/text/window/exports'
import { exportMissing, notExported } from '../../state/exports'
import { fleet } from '../../state/fleet'
import { useTopics } from '../../state/useTopics'
import { Button } from '../../ui/Button'
import { Problem } from '../../ui/Problem'
import { Reading } from '../../ui/Reading'
import { Select } from '../../ui/Select'
import { TextField } from '../../ui/TextField'
import { Card } from '../overview/Card'

const TOPICS: readonly Topic[] = ['jobs', 'mailboxes']
const ANY = 'any'
const options = [
  { id: ANY, text: text.anyPlatform },
  ...platforms.map((id) => ({ id, text: platformName(id) })),
]

/** The beginning of a day as typed into a date field, here; null: none is typed. */
function dayAt(typed: string): number | null {
  const at = typed === '' ? Number.NaN : new Date(`${typed}T00:00`).getTime()
  return Number.isNaN(at) || at < 0 ? null : at
}

/** The mailboxes that no accepted export from here had: to a platform, since a day. */
export function MissingCard({ accountId }: { readonly accountId: string }) {
  const [platform, setPlatform] = useState(ANY)
  const [day, setDay] = useState('')
  const chosen = isPlatform(platform) ? platform : null
  const since = dayAt(day)
  const wish = useMemo(() => ({ accountId, platform: chosen, since }), [accountId, chosen, since])
  const { data, error } = notExported.use()
  const isRead = fleet.use(
    (state) =>
      state.data?.parts.some(
        (part) => part.accountId === accountId && part.noun === 'mailboxes' && part.at !== null,
      ) === true,
  )
  const read = useCallback(() => notExported.read(wish), [wish])
  useTopics(TOPICS, read)
  return (
    <Card title={text.missing} icon={PackageX} width="whole">
      <p className="text-pretty text-ink-soft">{text.missingLead}</p>
      <div className="flex flex-wrap gap-3">
        <Select
          label={text.platform}
          className="w-52"
          value={platform}
          options={options}
          onChange={setPlatform}
        />
        <TextField
          label={text.since}
          type="date"
          className="w-52"
          value={day}
          onChange={setDay}
          hint={text.sinceHint}
        />
      </div>
      {error !== null && (
        <Problem
          error={error}
          title={text.failed}
          context={{ service: 'litemail', redo: () => void read() }}
        />
      )}
      {data === null && error === null && <Reading words={text.reading} />}
      {data !== null && (
        <Found found={data} isRead={isRead} onExport={() => void exportMissing(wish, chosen)} />
      )}
    </Card>
  )
}

interface FoundProps {
  readonly found: NotExported
  /** A list that was never read is not an empty one. */
  readonly isRead: boolean
  readonly onExport: () => void
}

function Found({ found: { count, of, unconfirmed, rows }, isRead, onExport }: FoundProps) {
  if (of === 0) return <p role="status">{isRead ? text.noMailboxes : text.notLoaded}</p>
  if (count === 0) return <p role="status">{text.missingNone}</p>
  return (
    <>
      <p role="status" className="text-lg font-semibold tabular-nums">
        {text.missingCount(count, of)}
      </p>
      {unconfirmed > 0 && <p className="text-warn-ink">{text.unconfirmed(unconfirmed)}</p>}
      <div className="flex flex-col gap-1">
        <p className="text-sm text-ink-soft">{text.first(rows.length, count)}</p>
        <ul className="columns-3 gap-4 font-mono text-sm @max-[620px]/overview:columns-1 select-text">
          {rows.map(({ id, email }) => (
            <li key={id} className="truncate" title={email}>
              {email}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <Button look="primary" onPress={onExport}>
          {text.exportThese}
        </Button>
      </div>
    </>
  )
}
