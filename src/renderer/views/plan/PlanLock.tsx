import { Lock } from 'lucide-react'
import { useId, useState } from 'react'
import type { Plan } from '../../../shared/plan'
import { planText as text } from '../../../shared/text/window/plan'
import { showApiPath } from '../../state/app'
import { closePlanning, unlockShown } from '../../state/planning'
import { Button } from '../../ui/Button'
import { Tick } from '../../ui/Tick'

/** Why an operation is not sent yet, and the two ways to have it sent. It stays in its place once it is unlocked. */
export function PlanLock({ plan }: { readonly plan: Plan }) {
  const title = useId()
  const { isLocked, accountId, operation } = plan
  const [wasLocked, setWasLocked] = useState(isLocked)
  if (isLocked && !wasLocked) setWasLocked(true)
  if (!wasLocked) return null
  return (
    <section
      aria-labelledby={title}
      className="flex gap-2.5 rounded-lg border border-line bg-sunken px-3 py-2.5"
    >
      <Lock className="mt-0.5 size-4 shrink-0 text-ink-soft" aria-hidden="true" />
      <div className="flex min-w-0 flex-col gap-2">
        <div>
          <h3 id={title} className="font-medium">
            {text.locked}
          </h3>
          <p className="text-pretty text-ink-soft">{text.lockedReason}</p>
        </div>
        <Tick
          label={text.unlock}
          hint={text.unlockHint}
          isSelected={!isLocked}
          onChange={() => void unlockShown()}
        />
        <Button
          size="small"
          className="self-start"
          onPress={() => {
            closePlanning()
            showApiPath(accountId, operation)
          }}
        >
          {text.paste}
        </Button>
      </div>
    </section>
  )
}
