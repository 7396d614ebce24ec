import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { ApiPath } from '../../../../shared/apiPath'
import type { AnyOperation } from '../../../../shared/litemail/operation'
import { sensitiveText } from '../../../../shared/text/sensitive'
import { operationReadsText as text } from '../../../../shared/text/window/operationReads'
import type { PathsAccount } from '../../../state/apiPaths'
import {
  type Answered,
  askedOf,
  isSameAsked,
  type Reading,
  recallAnswer,
} from '../../../state/operationReading'
import { useIsSensitiveHidden } from '../../../state/sensitive'
import { Age } from '../../../ui/Age'
import { Choice } from '../../../ui/Choice'
import { MaybeLink } from '../../../ui/Sensitive'
import { AnswerLinkPart } from './AnswerLinkPart'
import { AnswerRows } from './AnswerRows'
import { noAnswerWords } from './noAnswerWords'
import { OperationProblem } from './OperationProblem'

interface AnswerSectionProps {
  readonly account: PathsAccount
  readonly operation: AnyOperation
  /** How it stands. */
  readonly row: ApiPath | undefined
  readonly reading: Reading
  readonly onRun: () => void
}

/** What the operation answered at last, with its age; a failure since stands above it. */
export function AnswerSection({ account, operation, row, reading, onRun }: AnswerSectionProps) {
  const title = useId()
  const place = useRef<HTMLElement>(null)
  const { answered, notAnswered, isKnown, keptError, isAsking } = reading
  const isNothing = answered === null && notAnswered === null && keptError === null
  useIntoSight(place, isAsking)
  const context = { service: account.service, accountId: account.id, operation: operation.id }
  const asked = askedOf(reading)
  const isOfOthers = answered !== null && asked !== null && !isSameAsked(answered.asked, asked)
  return (
    <section ref={place} aria-labelledby={title} aria-busy={isAsking} className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 id={title} className="font-semibold">
          {text.answer}
        </h3>
        <p role="status" className="text-sm text-ink-soft">
          {answered !== null && (
            <>
              {text.answered} <Age at={answered.at} />.{' '}
            </>
          )}
          {isOfOthers && <span className="text-warn-ink">{text.forOthers}</span>}
          {isNothing && isKnown && noAnswerWords(account, operation, row)}
        </p>
      </div>
      {notAnswered !== null && (
        <div className="flex flex-col gap-1">
          <OperationProblem
            error={notAnswered.error}
            title={text.notRun}
            context={{ ...context, redo: onRun }}
          />
          <p className="text-sm text-ink-soft">
            {text.tried} <Age at={notAnswered.at} />.
          </p>
        </div>
      )}
      {keptError !== null && (
        <OperationProblem
          error={keptError}
          title={text.keptFailed}
          context={{ ...context, redo: () => void recallAnswer() }}
        />
      )}
      {answered?.problem != null && (
        <OperationProblem error={answered.problem} title={text.odd} context={context} />
      )}
      {answered !== null && (
        <Answer title={operation.titles[0]} answered={answered} isLink={operation.effect === 'link'} />
      )}
    </section>
  )
}

/** Above an answer that is brought into sight, in CSS pixels. */
const MARGIN = 16

/** An answer that comes below the end of the panel is brought into sight: somebody waits for it. */
function useIntoSight(place: RefObject<HTMLElement | null>, isAsking: boolean): void {
  const wasAsking = useRef(isAsking)
  useEffect(() => {
    const isDue = wasAsking.current && !isAsking
    wasAsking.current = isAsking
    const panel = place.current?.closest('[data-operation-panel]') ?? null
    if (!isDue || place.current === null || panel === null) return
    const answer = place.current.getBoundingClientRect()
    const room = panel.getBoundingClientRect()
    // Only the panel moves: `scrollIntoView` would move the window, too.
    if (answer.bottom > room.bottom) panel.scrollTop += answer.top - room.top - MARGIN
  }, [place, isAsking])
}

const looks = ['table', 'json'] as const
const lookTitles = { table: text.table, json: text.json }

interface AnswerProps {
  readonly title: string
  readonly answered: Answered
  /** It answers with a page to pay at. */
  readonly isLink: boolean
}

function Answer({ title, answered, isLink }: AnswerProps) {
  const [look, setLook] = useState<(typeof looks)[number]>('table')
  const isHidden = useIsSensitiveHidden()
  const { answer, json, isJsonCut, link } = answered
  return (
    <>
      {link !== null && <AnswerLinkPart link={link} />}
      {link === null && isLink && <p>{text.leadsNowhere}</p>}
      {answer.message !== null && (
        <p className="wrap-anywhere select-text">
          <MaybeLink text={answer.message}>{answer.message}</MaybeLink>
        </p>
      )}
      <Choice label={text.looks} value={look} options={looks} labels={lookTitles} onChange={setLook} />
      {look === 'table' ? (
        <AnswerRows title={title} answer={answer} />
      ) : isHidden ? (
        <p className="text-ink-soft">{sensitiveText.on}</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
          <pre
            role="group"
            aria-label={text.json}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what has to be scrolled has to be in reach of the keyboard
            tabIndex={0}
            className="max-h-120 overflow-auto rounded-lg border border-line bg-sunken p-3 font-mono text-sm wrap-anywhere whitespace-pre-wrap select-text"
          >
            {json}
          </pre>
          <p className="text-sm text-ink-soft">
            {text.redacted} {isJsonCut && text.cut}
          </p>
        </>
      )}
    </>
  )
}
