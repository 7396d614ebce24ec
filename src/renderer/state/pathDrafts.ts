import { create } from 'zustand'
import type { ApiMap, ApiMapSource } from '../../shared/apiMap'
import type { ApiPath } from '../../shared/apiPath'
import type { AppError } from '../../shared/errors'
import { isSameMap } from '../../shared/sameMap'
import { apiPathsText as text } from '../../shared/text/window/apiPaths'
import { call } from '../bridge'
import { type PathsAccount, pathDetails, pathKey, showChanged } from './apiPaths'
import { showOperations } from './app'
import type { Offer } from './notices'

/** How somebody would have an operation asked; it is nothing until it is taken. */
export interface PathDraft {
  readonly map: ApiMap
  readonly source: ApiMapSource
  /** What stands against it (`shared/text/mapIssues.ts`). */
  readonly issues: readonly string[]
  /** Why it could not be judged, or not be taken. */
  readonly error: AppError | null
}

/** By `pathKey`. They outlive the panel: what was typed is not lost by looking at another operation. */
export const usePathDrafts = create<Readonly<Record<string, PathDraft>>>(() => ({}))

/** Of each, which of its judgements was asked for last. */
const asked = new Map<string, number>()

const put = (key: string, change: Partial<PathDraft>) =>
  usePathDrafts.setState((drafts) => {
    const draft = drafts[key]
    return draft === undefined ? {} : { [key]: { ...draft, ...change } }
  })

/** Somebody would have it asked so; main is asked what stands against that. */
export async function draftPath(
  accountId: string,
  operation: string,
  { map, source }: Pick<PathDraft, 'map' | 'source'>,
): Promise<void> {
  const key = pathKey(accountId, operation)
  const turn = (asked.get(key) ?? 0) + 1
  asked.set(key, turn)
  // What stood against it before stays until the answer comes, or it would flicker with every letter.
  const { issues = [] } = usePathDrafts.getState()[key] ?? {}
  usePathDrafts.setState({ [key]: { map, source, issues, error: null } })
  const judged = await call('apiPaths.judge', { accountId, operation, map })
  if (asked.get(key) !== turn) return
  if (judged.ok) put(key, { issues: [] })
  else if (judged.error.kind === 'invalid-input') put(key, { issues: judged.error.issues })
  else put(key, { issues: [], error: judged.error })
}

/** Nothing is to be otherwise. */
export function discardDraft(accountId: string, operation: string): void {
  const key = pathKey(accountId, operation)
  asked.delete(key)
  usePathDrafts.setState(({ [key]: _discarded, ...others }) => others, true)
}

/** What only reads can be read at once, as it is asked now. */
const readingOffer =
  (accountId: string) =>
  (row: ApiPath): Offer | undefined =>
    row.effect === 'read'
      ? {
          label: text.readNow,
          run: () => showOperations({ accountId, operation: row.operation, part: 'read' }),
        }
      : undefined

/** Has the operation asked as it was drafted, from now on. Where that fails the draft says why. */
export async function takeDraft(account: PathsAccount, operation: string): Promise<boolean> {
  const key = pathKey(account.id, operation)
  const draft = usePathDrafts.getState()[key]
  if (draft === undefined) return false
  const { map, source } = draft
  const { id, about } = pathDetails.use.getState()
  const isConfirmed = id === key && about !== null && isSameMap(about.map, map)
  const taken = await call('apiPaths.take', { accountId: account.id, operation, map, source })
  if (!taken.ok) {
    put(key, taken.error.kind === 'invalid-input' ? { issues: taken.error.issues } : { error: taken.error })
    return false
  }
  discardDraft(account.id, operation)
  return showChanged({ account, operation }, taken, {
    words: isConfirmed ? text.confirmed : text.taken,
    redo: () => void takeDraft(account, operation),
    offer: readingOffer(account.id),
  })
}
