import { Check, RefreshCw, X } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../shared/errors'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { TriedReads } from '../../../shared/litemail/fleet'
import { isOperationId, operationOf } from '../../../shared/litemail/operations'
import { explain } from '../../../shared/text/errors'
import { fleetAge } from '../../../shared/text/fleetParts'
import { commonText } from '../../../shared/text/window/common'
import { litemailText } from '../../../shared/text/window/litemail'
import { showScreen } from '../../state/app'
import { answeredOf, readTried, tryReads } from '../../state/litemail'
import { useExactNow } from '../../ui/Age'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'
import { Spinner } from '../../ui/Spinner'
import { StepButton } from '../../ui/StepButton'
import { evidenceOf } from './evidenceOf'

interface WhatAnswersDialogProps {
  readonly account: LitemailAccount
  /** It has just been connected: what comes next is its mailboxes. */
  readonly isNew: boolean
  readonly onClose: () => void
}

/** "What answers": every read that needs no id, tried once; which of them work on this account, and why others do not. */
export function WhatAnswersDialog({ account, isNew, onClose }: WhatAnswersDialogProps) {
  const { id, name, keyEndsAt } = account
  const [tried, setTried] = useState<TriedReads | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [isTrying, setIsTrying] = useState(false)
  const isBegun = useRef(false)
  const now = useExactNow()

  const attempt = useCallback(async () => {
    setIsTrying(true)
    setError(null)
    const result = await tryReads(id)
    setIsTrying(false)
    if (result.ok) setTried(result.value)
    else setError(result.error)
  }, [id])

  useEffect(() => {
    // React mounts twice while one develops; Litemail is asked once.
    if (isBegun.current) return
    isBegun.current = true
    void readTried(id).then((before) => {
      if (before.ok && before.value !== null) setTried(before.value)
      else void attempt()
    })
  }, [id, attempt])

  return (
    <Dialog
      title={`${litemailText.whatAnswers}: ${name}`}
      onClose={onClose}
      closeLabel={commonText.close}
      onSubmit={() => (isNew ? showScreen('mailboxes') : void attempt())}
      isWide
      action={
        isNew ? (
          <Button look="primary" type="submit">
            {litemailText.continueTo}
          </Button>
        ) : (
          <Button
            type="submit"
            isPending={isTrying}
            icon={<RefreshCw className="size-3.5" aria-hidden="true" />}
          >
            {litemailText.tryAllAgain}
          </Button>
        )
      }
    >
      <div role="status" className="flex flex-col gap-1">
        {isNew && <p>{litemailText.connected.accepted}</p>}
        {isTrying && (
          <p className="flex items-center gap-2 text-ink-soft">
            <Spinner />
            {litemailText.asking}
          </p>
        )}
        {!isTrying && tried !== null && (
          <p className="font-medium select-text">
            {litemailText.tried(tried.reads.length, answeredOf(tried))}
          </p>
        )}
        {!isTrying && tried !== null && (
          <p className="text-ink-soft">
            {litemailText.answersLead} {litemailText.triedAt(fleetAge(tried.at, now))}
            {keyEndsAt !== null && ` ${litemailText.ends(keyEndsAt, now)}.`}
          </p>
        )}
      </div>
      {error !== null && (
        <Problem
          error={error}
          title={litemailText.answersFailed}
          context={{ service: 'litemail', accountId: id, redo: () => void attempt() }}
        />
      )}
      {tried !== null && <Reads reads={tried.reads} accountId={id} />}
    </Dialog>
  )
}

interface ReadsProps extends Pick<TriedReads, 'reads'> {
  readonly accountId: string
}

/** What does not work first: it is what somebody looks for. */
const Reads = ({ reads, accountId }: ReadsProps) => (
  <ul
    aria-label={litemailText.answers}
    className="divide-y divide-line rounded-lg border border-line select-text"
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what has to be scrolled has to be in reach of the keyboard
    tabIndex={0}
  >
    {[...reads]
      .sort((one, other) => Number(one.problem === null) - Number(other.problem === null))
      .map((read) => (
        <Read key={read.operation} {...read} accountId={accountId} />
      ))}
  </ul>
)

type ReadProps = TriedReads['reads'][number] & Pick<ReadsProps, 'accountId'>

function Read({ operation, problem, accountId }: ReadProps) {
  const next = problem === null ? null : explain(problem, 'litemail').next
  const known = isOperationId(operation) ? operationOf(operation) : null
  const evidence = known === null ? null : evidenceOf(known.evidence, problem === null)
  return (
    <li className="flex items-start gap-3 px-3 py-2">
      <span className={problem === null ? 'mt-0.5 text-good-ink' : 'mt-0.5 text-warn-ink'} aria-hidden="true">
        {problem === null ? <Check className="size-4" /> : <X className="size-4" />}
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{known?.titles[0] ?? operation}</span>
          {evidence !== null && (
            <span className="text-sm text-ink-soft" title={litemailText.evidence[evidence].meaning}>
              {litemailText.evidence[evidence].word}
            </span>
          )}
        </p>
        {problem !== null && (
          <p className="text-sm wrap-anywhere text-ink-soft">{explain(problem, 'litemail').reason}.</p>
        )}
      </div>
      {next === 'fix-path' && (
        <StepButton next={next} context={{ service: 'litemail', accountId, operation }} />
      )}
      <span className="shrink-0 text-sm leading-5 text-ink-soft">
        {problem === null ? litemailText.works : litemailText.doesNot}
      </span>
    </li>
  )
}
