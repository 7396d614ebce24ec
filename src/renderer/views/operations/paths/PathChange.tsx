import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import type { ApiMap } from '../../../../shared/apiMap'
import type { AnyOperation } from '../../../../shared/litemail/operation'
import { isSameMap } from '../../../../shared/sameMap'
import { mapLines, apiPathsText as text } from '../../../../shared/text/window/apiPaths'
import { type PathDetails, type PathsAccount, pathKey, resetPath, undoPath } from '../../../state/apiPaths'
import { discardDraft, takeDraft, usePathDrafts } from '../../../state/pathDrafts'
import { closeSample } from '../../../state/pathSamples'
import { Button } from '../../../ui/Button'
import { focusIfLost } from '../../../ui/focusIfLost'
import { Problem } from '../../../ui/Problem'
import { otherComplaints } from './complaints'

const titlePlace = () => document.querySelector<HTMLElement>('[data-details="panel"]')
const focusTitle = () => titlePlace()?.focus({ preventScroll: true })

interface PathChangeProps {
  readonly account: PathsAccount
  readonly operation: AnyOperation
  readonly details: PathDetails
}

/** How it is asked now and how it would be, what stands against that, and the way to have it so, or as before. */
export function PathChange({ account, operation, details }: PathChangeProps) {
  const { accountId, map, table, source, canUndo } = details
  const id = useId()
  const draft = usePathDrafts((drafts) => drafts[pathKey(accountId, operation.id)])
  const [running, setRunning] = useState<'take' | 'undo' | 'reset' | null>(null)
  const about = { account, operation: operation.id }

  const hadDraft = useRef(false)
  // Its buttons go with it: the keyboard goes to the top of the panel, in the same moment.
  useLayoutEffect(() => {
    if (hadDraft.current && draft === undefined && document.activeElement === document.body) focusTitle()
    hadDraft.current = draft !== undefined
  }, [draft])

  const line = useRef({ last: Promise.resolve(), has: new Set<'take' | 'undo' | 'reset'>() })
  // A button may be there before what brought it has ended: then it is done behind that, once.
  const run = async (what: 'take' | 'undo' | 'reset', act: () => Promise<boolean>) => {
    const { has, last } = line.current
    if (has.has(what)) return
    has.add(what)
    const mine = last
      .then(async () => {
        setRunning(what)
        if (await act()) focusIfLost(titlePlace)
      })
      .finally(() => {
        setRunning(null)
        has.delete(what)
      })
    line.current.last = mine.catch(() => undefined)
    await mine
  }
  const take = () =>
    void run('take', async () => {
      const isTaken = await takeDraft(account, operation.id)
      if (isTaken) closeSample(accountId, operation.id)
      return isTaken
    })
  const isSame = draft !== undefined && isSameMap(draft.map, map)
  /** In the service's own documentation. */
  const isShown = source === 'curl' || source === 'openapi'
  /** That the documentation shows the same is worth knowing, too. */
  const isDocumented = source === null ? operation.evidence === 'documented' : isShown
  const isConfirming = isSame && draft.source === 'curl' && !isDocumented
  const isTable = isSameMap(map, table)
  const others = otherComplaints(draft?.issues ?? [], operation, draft?.map ?? map)

  return (
    <section
      aria-labelledby={id}
      // What is long in it is scrolled: the form above keeps half of the panel, and nothing of it lies under this.
      className="flex max-h-1/2 shrink-0 flex-col gap-3 overflow-y-auto border-t border-line bg-sunken px-4 pt-3 scroll-pb-14"
    >
      <h3 id={id} className="sr-only">
        {text.change}
      </h3>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-1 select-text">
        <Line name={text.now} map={map}>
          {isTable && draft === undefined && (
            <span className="text-sm text-ink-soft">{isShown ? text.isConfirmed[source] : text.isTable}</span>
          )}
        </Line>
        {draft !== undefined && !isSame && <Line name={text.new} map={draft.map} isNew />}
      </dl>
      {isSame && <p role="status">{isConfirming ? text.confirms : text.same}</p>}
      {draft !== undefined && draft.issues.length > 0 && (
        <div role="status" className="text-sm text-danger-ink">
          <p>{text.complaints(draft.issues.length)}</p>
          {others.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
      )}
      {draft?.error != null && (
        <Problem
          error={draft.error}
          title={text.notJudged}
          context={{ service: account.service, accountId, redo: take }}
        />
      )}
      <div className="sticky bottom-0 flex flex-wrap gap-2 bg-sunken pb-3">
        {draft !== undefined && (
          <>
            <Button
              look="primary"
              isPending={running === 'take'}
              isDisabled={(isSame && !isConfirming) || draft.issues.length > 0}
              onPress={take}
            >
              {running === 'take' ? text.taking : text.take}
            </Button>
            <Button onPress={() => void run('take', discard)}>{text.discard}</Button>
          </>
        )}
        {draft === undefined && canUndo && (
          <Button isPending={running === 'undo'} onPress={() => void run('undo', () => undoPath(about))}>
            {text.undo}
          </Button>
        )}
        {draft === undefined && !isTable && (
          <Button isPending={running === 'reset'} onPress={() => void run('reset', () => resetPath(about))}>
            {text.reset}
          </Button>
        )}
      </div>
    </section>
  )

  async function discard() {
    discardDraft(accountId, operation.id)
    closeSample(accountId, operation.id)
    return true
  }
}

interface LineProps {
  readonly name: string
  readonly map: ApiMap
  readonly isNew?: boolean
  readonly children?: ReactNode
}

function Line({ name, map, isNew = false, children }: LineProps) {
  const [first, ...rest] = mapLines(map)
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0">
        <p className={isNew ? 'font-mono font-medium wrap-anywhere' : 'font-mono wrap-anywhere'}>{first}</p>
        {rest.map((line) => (
          <p key={line} className="text-sm wrap-anywhere text-ink-soft">
            {line}
          </p>
        ))}
        {children}
      </dd>
    </>
  )
}
