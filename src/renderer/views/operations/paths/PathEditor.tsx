import type { ApiMap } from '../../../../shared/apiMap'
import type { AnyOperation } from '../../../../shared/litemail/operation'
import { isReading } from '../../../../shared/litemail/operations'
import { isSameMap } from '../../../../shared/sameMap'
import { apiPathsText as text } from '../../../../shared/text/window/apiPaths'
import { type PathDetails, type PathsAccount, pathKey } from '../../../state/apiPaths'
import { discardDraft, draftPath, usePathDrafts } from '../../../state/pathDrafts'
import { More } from '../../../ui/More'
import { Select } from '../../../ui/Select'
import { TextField } from '../../../ui/TextField'
import { Tick } from '../../../ui/Tick'
import { AnswerPlaces } from './AnswerPlaces'
import { complaintOf } from './complaints'
import { InputRows } from './InputRows'
import { methodsOf, withMethod, withPath } from './mapEdits'
import { PathChange } from './PathChange'
import { PathHead } from './PathHead'
import { SamplePart } from './SamplePart'

const AUTHENTICATIONS: readonly ApiMap['authentication'][] = ['account', 'api-key', 'jwt']

interface PathEditorProps {
  readonly account: PathsAccount
  readonly operation: AnyOperation
  readonly details: PathDetails
}

/** How one operation is asked, as its user may have it; nothing is so before it is taken. */
export function PathEditor({ account, operation, details }: PathEditorProps) {
  const { accountId, map: now, source } = details
  const draft = usePathDrafts((drafts) => drafts[pathKey(accountId, operation.id)])
  const map = draft?.map ?? now
  const issues = draft?.issues ?? []

  function edit(next: ApiMap) {
    // Another method or path is the user's own; all else is still what was read.
    const isOwn = next.method !== map.method || next.path !== map.path
    const from = isOwn ? 'hand' : (draft?.source ?? source ?? 'hand')
    // A sample that says the same is worth being taken.
    const isSample = draft !== undefined && from === 'curl'
    if (isSameMap(next, now) && !isSample) return discardDraft(accountId, operation.id)
    void draftPath(accountId, operation.id, { map: next, source: from })
  }

  const inPath = operation.input.filter(({ place }) => place === 'path').map(({ name }) => name)
  const hasMore =
    map.authentication !== 'account' || [map.rows, map.total, map.next].some((place) => place !== null)
  return (
    <div className="flex h-full flex-col">
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto p-4">
        <PathHead account={account} operation={operation} />
        <SamplePart account={account} operation={operation} map={map} onChange={edit} />
        <div className="flex flex-col gap-3">
          <div className="grid grid-cols-[7rem_minmax(0,1fr)] items-start gap-3">
            <Select
              label={text.method}
              isMono
              value={map.method}
              options={methodsOf(operation, map.method).map((id) => ({ id, text: id }))}
              onChange={(id) => {
                const method = methodsOf(operation, map.method).find((one) => one === id)
                if (method !== undefined) edit(withMethod(map, method))
              }}
            />
            <TextField
              label={text.path}
              isMono
              value={map.path}
              maxLength={2048}
              onChange={(path) => edit(withPath(map, path, operation.input))}
              complaint={complaintOf(issues, 'path')}
              isTried
              hint={text.pathHint(inPath)}
            />
          </div>
          {isReading(operation) && map.method === 'POST' && (
            <Tick
              label={text.onlyReads}
              hint={text.onlyReadsHint}
              isSelected={map.isReadingPost}
              onChange={(isReadingPost) => edit({ ...map, isReadingPost })}
            />
          )}
        </div>
        <InputRows operation={operation} map={map} issues={issues} onChange={edit} />
        <More opens={hasMore}>
          <Select
            label={text.authentication}
            value={map.authentication}
            options={AUTHENTICATIONS.map((id) => ({ id, text: text.authentications[id] }))}
            onChange={(id) => {
              const authentication = AUTHENTICATIONS.find((one) => one === id)
              if (authentication !== undefined) edit({ ...map, authentication })
            }}
          />
          {operation.effect === 'read' && (
            <AnswerPlaces map={map} shape={details.lastShape ?? []} issues={issues} onChange={edit} />
          )}
        </More>
      </div>
      <PathChange account={account} operation={operation} details={details} />
    </div>
  )
}
