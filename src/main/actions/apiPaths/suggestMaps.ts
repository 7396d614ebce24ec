import type { FileOperation, Suggestion } from '../../../shared/apiFile'
import type { ApiMap } from '../../../shared/apiMap'
import { isSameMap } from '../../../shared/sameMap'
import { isReadingPost, judgeMap } from '../../rules/apiMap'
import { type Described, matchOperations } from '../../rules/samples/matchOperations'
import { belowBase, mapOfSample } from '../../rules/samples/sampleMap'
import { readSteps } from '../../rules/samples/sampleUrl'
import { turn } from '../../rules/turn'
import {
  type ApiFileContent,
  type DescribedOperation,
  type KeptApiMap,
  sampleOf,
} from '../../transfer/apiFileContent'
import type { AskedAccount } from './askedAccount'

/** What a file would change of how an account's operations are asked. */
export interface Suggestions {
  readonly suggestions: readonly Suggestion[]
  /** So many are asked as the file says already. */
  readonly same: number
  /** Those of them that were only guessed: the file shows that the guess was right. */
  readonly confirmed: readonly KeptApiMap[]
  /** So many of the file's operations are none of the account's. */
  readonly leftOut: number
}

/** How an operation is asked now, and whether that is read in documentation. */
export interface MapNow {
  readonly map: ApiMap
  readonly isDocumented: boolean
}
type MapsNow = (operation: string) => MapNow
type Found = Pick<Suggestions, 'suggestions' | 'leftOut'>

const shownOf = ({ titles, method, path }: DescribedOperation): FileOperation => ({
  method,
  path,
  title: titles[0] ?? '',
})

/** So many of a large file are looked at before others have their turn. */
const AT_ONCE = 50

type OpenApi = ApiFileContent & { readonly kind: 'openapi' }

async function fromOpenApi(
  { operations, server }: AskedAccount,
  { operations: described, tooLong }: OpenApi,
  now: MapsNow,
): Promise<Found> {
  const placed: (DescribedOperation & Described & { readonly shown: FileOperation })[] = []
  for (const [at, one] of described.entries()) {
    if (at % AT_ONCE === 0) await turn()
    const steps = belowBase({ steps: readSteps(one.path), isWhole: false }, server.basePath)
    const below = steps === null ? null : `/${steps.map(({ text }) => text).join('/')}`
    placed.push({ ...one, below, shown: shownOf(one) })
  }
  const matched = await matchOperations(operations, placed)
  const suggestions: Suggestion[] = []
  for (const { operation, described: one, match } of matched) {
    await turn()
    const read = mapOfSample(operation, sampleOf(one), server.basePath, now(operation.id).map)
    // Methods that no map can have.
    if (typeof read === 'string') continue
    const issues = [...judgeMap(operation, read.map, server)]
    suggestions.push({
      operation: operation.id,
      map: read.map,
      from: one.shown,
      match,
      isTicked: match === 'exact' && issues.length === 0,
      issues,
      dropped: [...read.dropped],
      unplaced: [...read.unplaced],
    })
  }
  return { suggestions, leftOut: described.length + tooLong - suggestions.length }
}

/** That a POST only reads is said by its user, and by no file. */
const isSaidByFile = (map: ApiMap, now: ApiMap): boolean => isReadingPost(map) && !isReadingPost(now)

function fromMaps(
  { operations, server }: AskedAccount,
  { maps }: ApiFileContent & { kind: 'maps' },
  now: MapsNow,
): Found {
  const suggestions = maps.flatMap(({ operation: id, map }): Suggestion[] => {
    const operation = operations.find((one) => one.id === id)
    if (operation === undefined) return []
    const issues = [...judgeMap(operation, map, server)]
    return [
      {
        operation: id,
        map,
        from: { method: map.method, path: map.path, title: operation.titles[0] },
        match: 'exact',
        isTicked: issues.length === 0 && !isSaidByFile(map, now(id).map),
        issues,
        dropped: [],
        unplaced: operation.input.flatMap(({ name }) => (Object.hasOwn(map.inputs, name) ? [] : [name])),
      },
    ]
  })
  const unknown = maps.filter(({ operation }) => !operations.some(({ id }) => id === operation))
  return { suggestions, leftOut: unknown.length }
}

/**
 * What a file says of an account's operations that is not so already, judged; which of them are ticked to begin with: those
 * of which it is sure which they are, and that can be asked so.
 */
export async function suggestMaps(
  account: AskedAccount,
  content: ApiFileContent,
  now: MapsNow,
): Promise<Suggestions> {
  const { suggestions, leftOut } =
    content.kind === 'openapi' ? await fromOpenApi(account, content, now) : fromMaps(account, content, now)
  const isSame = ({ operation, map }: Suggestion) => isSameMap(map, now(operation).map)
  const same = suggestions.filter(isSame)
  const confirmed = same.filter(
    ({ operation, match }) => content.kind === 'openapi' && match === 'exact' && !now(operation).isDocumented,
  )
  return {
    suggestions: suggestions.filter((one) => !isSame(one)),
    same: same.length,
    confirmed: confirmed.map(({ operation, map }) => ({ operation, map })),
    leftOut,
  }
}
