import type { FileOperation, Suggestion } from '../../../shared/apiFile'
import type { ApiMap } from '../../../shared/apiMap'
import { isSameMap, judgeMap } from '../../rules/apiMap'
import { matchOperations } from '../../rules/samples/matchOperations'
import { belowBase, mapOfSample } from '../../rules/samples/sampleMap'
import type { ApiFileContent, DescribedOperation } from '../../transfer/apiFileContent'
import type { AskedAccount } from './askedAccount'

/** What a file would change of how an account's operations are asked. */
export interface Suggestions {
  readonly suggestions: readonly Suggestion[]
  /** So many are asked as the file says already. */
  readonly same: number
  readonly leftOut: readonly FileOperation[]
}

/** How an operation is asked now. */
type MapsNow = (operation: string) => ApiMap

const shownOf = ({ titles, method, path }: DescribedOperation): FileOperation => ({
  method,
  path,
  title: titles[0] ?? '',
})

function fromOpenApi(
  { operations, server }: AskedAccount,
  described: readonly DescribedOperation[],
  now: MapsNow,
): Omit<Suggestions, 'same'> {
  const placed = described.map((one) => {
    const steps = belowBase(one.sample, server.basePath)
    const path = steps === null ? null : `/${steps.map(({ text }) => text).join('/')}`
    return { ...one, path, shown: shownOf(one) }
  })
  const { matched, left } = matchOperations(operations, placed)
  const suggestions = matched.flatMap(({ operation, described: { sample, shown }, match }): Suggestion[] => {
    const read = mapOfSample(operation, sample, server.basePath, now(operation.id))
    // Methods that no map can have.
    if (typeof read === 'string') return []
    const issues = [...judgeMap(operation, read.map, server)]
    return [
      {
        operation: operation.id,
        map: read.map,
        from: shown,
        match,
        isTicked: match === 'exact' && issues.length === 0,
        issues,
        dropped: [...read.dropped],
        unplaced: [...read.unplaced],
      },
    ]
  })
  const used = new Set(suggestions.map(({ from }) => from))
  const unread = matched.flatMap(({ described: { shown } }) => (used.has(shown) ? [] : [shown]))
  return { suggestions, leftOut: [...left.map(({ shown }) => shown), ...unread] }
}

function fromMaps(
  { operations, server }: AskedAccount,
  { maps }: ApiFileContent & { kind: 'maps' },
): Omit<Suggestions, 'same'> {
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
        isTicked: issues.length === 0,
        issues,
        dropped: [],
        unplaced: operation.input.flatMap(({ name }) => (Object.hasOwn(map.inputs, name) ? [] : [name])),
      },
    ]
  })
  const unknown = maps.filter(({ operation }) => !operations.some(({ id }) => id === operation))
  return {
    suggestions,
    leftOut: unknown.map(({ operation, map }) => ({ method: map.method, path: map.path, title: operation })),
  }
}

/**
 * What a file says of an account's operations that is not so already, judged; which of them are ticked to begin with: those
 * of which it is sure which they are, and that can be asked so.
 */
export function suggestMaps(account: AskedAccount, content: ApiFileContent, now: MapsNow): Suggestions {
  const { suggestions, leftOut } =
    content.kind === 'openapi' ? fromOpenApi(account, content.operations, now) : fromMaps(account, content)
  const fresh = suggestions.filter(({ operation, map }) => !isSameMap(map, now(operation)))
  return { suggestions: fresh, same: suggestions.length - fresh.length, leftOut }
}
