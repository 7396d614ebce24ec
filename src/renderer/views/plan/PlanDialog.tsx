import { useEffect, useMemo, useRef, useState } from 'react'
import { operationOf } from '../../../shared/litemail/operations'
import { isWritingId } from '../../../shared/litemail/writing'
import type { Plan } from '../../../shared/plan'
import { planText as text } from '../../../shared/text/window/plan'
import { writeWordsOf } from '../../../shared/text/writes'
import { usePlace } from '../../state/app'
import { closePlanning, lapseShown, type Proposal, runShown, usePlanning } from '../../state/planning'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { More } from '../../ui/More'
import { Reading } from '../../ui/Reading'
import { RequestText } from '../operations/read/RequestText'
import { ConfirmField, isConfirmedBy } from './ConfirmField'
import { deedWords } from './deedWords'
import { PlanFacts, PlanWarnings } from './PlanFacts'
import { PlanLock } from './PlanLock'
import { PlanProblem } from './PlanProblem'
import { PlanRows } from './PlanRows'
import { useNoRepeats } from './useNoRepeats'

/** Whoever goes elsewhere while it is open is done with it. */
function useClosedElsewhere(): void {
  useEffect(
    () =>
      usePlace.subscribe(({ screen, dialog }, before) => {
        if (screen !== before.screen || dialog !== before.dialog) closePlanning()
      }),
    [],
  )
}

function useLapses(plan: Plan | null): void {
  useEffect(() => {
    if (plan === null) return
    const timer = setTimeout(() => lapseShown(plan.id), Math.max(0, plan.lapsesAt - Date.now()))
    return () => clearTimeout(timer)
  }, [plan])
}

/** What would be sent, over whatever is open; sent only by who confirms it here. */
export function PlanDialog() {
  const asked = usePlanning((planning) => planning.asked)
  return asked === null ? null : <Shown />
}

function Shown() {
  const { asked, plan, error, isStarting } = usePlanning()
  const [typed, setTyped] = useState({ of: '', words: '' })
  const [isTried, setIsTried] = useState(false)
  const confirm = useRef<HTMLDivElement>(null)
  useNoRepeats()
  useClosedElsewhere()
  useLapses(plan)
  const secrets = useMemo(() => (asked === null ? [] : secretsIn(asked.operation, asked.proposal)), [asked])
  if (asked === null) return null
  const words = typed.of === plan?.id ? typed.words : ''
  const isConfirmed = plan !== null && isConfirmedBy(plan.confirmation, words)
  const isOver = error !== null && error.kind === 'plan'
  const run = () => {
    setIsTried(true)
    if (!isConfirmed) toField(confirm.current)
    if (isConfirmed && !isOver && plan?.isLocked === false) void runShown()
  }
  const named = writeWordsOf(asked.operation)?.name ?? asked.operation
  return (
    <Dialog
      key={asked.operation}
      role="alertdialog"
      title={plan === null ? named : deedWords(plan)}
      closeLabel={error?.kind === 'invalid-input' ? text.back : text.cancel}
      onClose={closePlanning}
      onSubmit={run}
      isWide
      action={
        plan !== null && (
          <Button
            look={isDestructive(plan) ? 'danger' : 'primary'}
            type="submit"
            className="max-w-full min-w-0 shrink"
            isPending={isStarting}
            isDisabled={plan.isLocked || isOver}
          >
            <span className="truncate">{isStarting ? text.starting : deedWords(plan, true)}</span>
          </Button>
        )
      }
    >
      {error !== null && (
        <PlanProblem
          error={error}
          operation={asked.operation}
          accountId={plan?.accountId ?? null}
          proposal={asked.proposal}
          title={plan === null ? text.failed : text.notBegun}
        />
      )}
      {plan === null && error === null && (
        <div className="flex flex-col items-center py-6">
          <Reading words={text.making} />
          <p className="text-sm text-ink-soft">{text.makingLead}</p>
        </div>
      )}
      {plan !== null && (
        <>
          <PlanWarnings plan={plan} />
          <PlanLock key={plan.id} plan={plan} />
          <PlanFacts plan={plan} />
          <PlanRows plan={plan} secrets={secrets} />
          <More label={plan.requests === 1 ? text.requestOnly : text.request} opens={plan.isLocked}>
            <RequestText request={plan.request} />
          </More>
          <div ref={confirm}>
            <ConfirmField
              plan={plan}
              value={words}
              onChange={(value) => setTyped({ of: plan.id, words: value })}
              isTried={isTried}
            />
          </div>
        </>
      )}
    </Dialog>
  )
}

/** The keyboard goes to the field that is to be filled in; what stands against it is in sight, too, once it is drawn. */
function toField(place: HTMLElement | null): void {
  place?.querySelector('input')?.focus()
  requestAnimationFrame(() => place?.scrollIntoView({ block: 'nearest' }))
}

/** The secrets that a proposal has filled in, by their names. */
function secretsIn(operation: string, proposal: Proposal | null): readonly string[] {
  if (proposal === null || !('rows' in proposal.of) || !isWritingId(operation)) return []
  const inputs = proposal.of.rows[0]?.inputs ?? {}
  return operationOf(operation)
    .input.filter(({ name, type }) => type === 'secret' && Object.hasOwn(inputs, name))
    .map(({ name }) => name)
}

const isDestructive = ({ operation }: Plan): boolean =>
  isWritingId(operation) && operationOf(operation).effect === 'destructive'
