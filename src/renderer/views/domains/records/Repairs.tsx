import type { AboutHealth, Repair } from '../../../../shared/health'
import { domainWritesText as text } from '../../../../shared/text/window/domainWrites'
import { Age } from '../../../ui/Age'
import { Button } from '../../../ui/Button'
import { Exactly } from '../../../ui/Exactly'

interface RepairsProps {
  readonly about: AboutHealth
  readonly onRepair: (repair: Repair) => void
}

const marks = ['mx', 'spf', 'dkim', 'dmarc'] as const

/** What the domain misses and can have back, each with where its value comes from; and what it cannot. */
export function Repairs({ about: { health, records, repairs }, onRepair }: RepairsProps) {
  const missing = marks.filter((mark) => health[mark].state === 'missing')
  if (missing.length === 0) return null
  const without = missing.filter((mark) => !repairs.some((repair) => repair.mark === mark))
  const isUnread = without.some((mark) => records === null || records.at < (health[mark].at ?? 0))
  return (
    <div className="flex min-w-0 flex-col gap-2 rounded-lg border border-line bg-sunken px-3 py-2.5">
      <h4 className="font-medium">{text.repairs}</h4>
      {repairs.map((repair) => (
        <div key={JSON.stringify(repair)} className="flex min-w-0 flex-col items-start gap-1.5">
          <div className="max-w-full min-w-0 select-text">
            {repair.by === 'seen' ? (
              <>
                <p className="font-mono text-sm wrap-anywhere">
                  {repair.record.type} <bdi dir="ltr">{repair.record.host}</bdi>{' '}
                  <Exactly text={repair.record.value} />
                </p>
                <p className="text-sm text-ink-soft">
                  {text.lastGood} <Age at={repair.at} />
                </p>
              </>
            ) : (
              <p className="text-sm text-ink-soft wrap-anywhere">
                {text.fromEmail(repair.email)} <Age at={repair.at} />
              </p>
            )}
          </div>
          <Button size="small" onPress={() => onRepair(repair)}>
            {text.repair(repair.mark)}
          </Button>
        </div>
      ))}
      {without.length > 0 && (
        <p className="text-sm text-ink-soft">{isUnread ? text.readForRepair : text.noRepair(without)}</p>
      )}
    </div>
  )
}
