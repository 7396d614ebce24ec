import { ArrowLeft, Play, Wrench } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isAnswerKept } from '../../../../shared/answerKeeping'
import type { ApiPath } from '../../../../shared/apiPath'
import type { AnyOperation } from '../../../../shared/litemail/operation'
import { isReading } from '../../../../shared/litemail/operations'
import { isWritingId } from '../../../../shared/litemail/writing'
import { operationReadsText as text } from '../../../../shared/text/window/operationReads'
import { effectWords } from '../../../../shared/text/window/operations'
import { readFields } from '../../../fields/operationFields'
import type { PathsAccount } from '../../../state/apiPaths'
import { meetOperation, showApiPath, usePlace } from '../../../state/app'
import { askOperation, type Reading, useReading } from '../../../state/operationReading'
import { Button } from '../../../ui/Button'
import { Standing } from '../paths/Standing'
import { WriteForm } from '../write/WriteForm'
import { AnswerSection } from './AnswerSection'
import { InputFields } from './InputFields'
import { InputNames } from './InputNames'
import { Keeping } from './Keeping'
import { RequestSection } from './RequestSection'

interface OperationPanelProps {
  readonly rows: readonly ApiPath[]
  /** To the list. */
  readonly onBack: () => void
  /** The list is not beside it. */
  readonly hasBack: boolean
}

/** One operation: what it does, what it needs, how it is asked, and what it answered. */
export function OperationPanel({ rows, onBack, hasBack }: OperationPanelProps) {
  const reading = useReading()
  const { account, operation } = reading
  if (account === null || operation === null) return null
  const row = rows.find((one) => one.operation === operation.id)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onBack()
  }
  return (
    <section
      data-operation-panel
      aria-label={operation.titles[0]}
      className="@container/operation min-w-0 flex-1 overflow-y-auto"
      onKeyDown={onKeyDown}
    >
      <div className="flex flex-col gap-5 p-5 @max-[520px]/operation:p-4">
        {hasBack && (
          <Button
            look="quiet"
            className="-ml-3 self-start"
            icon={<ArrowLeft className="size-4" aria-hidden="true" />}
            onPress={onBack}
          >
            {text.back}
          </Button>
        )}
        <Head account={account} operation={operation} row={row} />
        {isReading(operation) ? (
          <Form
            key={`${account.id}/${operation.id}`}
            account={account}
            operation={operation}
            row={row}
            reading={reading}
          />
        ) : isWritingId(operation.id) && account.service === 'litemail' ? (
          <WriteForm
            key={`${account.id}/${operation.id}`}
            account={account}
            operation={operation}
            reading={reading}
          />
        ) : (
          <>
            <InputNames operation={operation} />
            <RequestSection reading={reading} account={account} />
          </>
        )}
      </div>
    </section>
  )
}

interface AboutProps {
  readonly account: PathsAccount
  readonly operation: AnyOperation
}

function Head({ account, operation, row }: AboutProps & { readonly row: ApiPath | undefined }) {
  const { effect, titles, id } = operation
  const isLinkThatWrites = effect === 'link' && !isReading(operation)
  const wanted = usePlace(({ operations }) => operations.wanted)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (wanted?.operation !== id) return
    title.current?.focus()
    meetOperation()
  }, [wanted, id])
  const words = isLinkThatWrites ? text.linkThatWrites : text.effectMeaning[effect]
  const isOnlyShown = !isReading(operation) && !(isWritingId(id) && account.service === 'litemail')
  const meaning = [words, isOnlyShown ? text.onlyShown : null].filter((each) => each !== null).join(' ')
  return (
    <header className="flex flex-col gap-1">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <h2
          ref={title}
          tabIndex={-1}
          className="min-w-48 flex-1 rounded-sm text-lg font-semibold wrap-anywhere"
        >
          {titles[0]}
        </h2>
        <Button
          size="small"
          icon={<Wrench className="size-3.5" aria-hidden="true" />}
          onPress={() => showApiPath(account.id, id)}
        >
          {text.changePath}
        </Button>
      </div>
      <p className="flex flex-wrap gap-x-2 text-ink-soft">
        <span>{effectWords[effect]}</span>
        {row !== undefined && <span aria-hidden="true">·</span>}
        {row !== undefined && <Standing row={row} />}
      </p>
      {meaning !== '' && <p className="max-w-160 text-pretty">{meaning}</p>}
    </header>
  )
}

interface FormProps extends AboutProps {
  readonly row: ApiPath | undefined
  readonly reading: Reading
}

function Form({ account, operation, row, reading }: FormProps) {
  const [isTried, setIsTried] = useState(false)
  const { complaints } = readFields(operation, reading.typed, reading.request?.leftOut)
  const isComplete = Object.keys(complaints).length === 0
  const run = () => {
    setIsTried(true)
    if (isComplete) void askOperation()
  }
  return (
    <>
      <form
        noValidate
        aria-label={text.inputs}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          run()
        }}
      >
        <InputFields
          account={account}
          operation={operation}
          reading={reading}
          complaints={complaints}
          isTried={isTried}
        />
        <div className="flex flex-wrap items-center gap-2">
          <Button
            look="primary"
            type="submit"
            data-asks
            isPending={reading.isAsking}
            icon={<Play className="size-3.5" aria-hidden="true" />}
          >
            {reading.isAsking ? text.running : text.run}
          </Button>
          <Keeping
            isAnswerKept={isAnswerKept(account.service, operation)}
            reading={reading}
            isComplete={isComplete}
            onIncomplete={() => setIsTried(true)}
          />
        </div>
      </form>
      <RequestSection reading={reading} account={account} />
      <AnswerSection account={account} operation={operation} row={row} reading={reading} onRun={run} />
    </>
  )
}
