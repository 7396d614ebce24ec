import type { FileMatch } from '../../../shared/apiFile'
import type { AnyOperation } from '../../../shared/litemail/operation'
import { singular, wordsOf } from './inputNames'

/** An operation as a file describes it, its path below the account's base. */
export interface Described {
  readonly titles: readonly string[]
  readonly method: string
  /** Null where it is not below the base. */
  readonly path: string | null
}

export interface Matched<T extends Described> {
  readonly operation: AnyOperation
  readonly described: T
  readonly match: FileMatch
}

const titleKey = (title: string): string => wordsOf(title).join(' ')

/** Paths are the same whatever their placeholders are called. */
const pathKey = (path: string): string => path.replace(/\{[^{}]*\}/g, '{}').replace(/\/$/, '')

/** Words that say the same, for what an operation does. */
const doings: readonly (readonly [string, RegExp])[] = [
  ['read', /^(?:get|retrieve|list|fetch|read|show|find|view|query|search)$/],
  ['make', /^(?:create|add|new|register|make|post|insert)$/],
  ['change', /^(?:update|edit|change|modify|patch|put|set)$/],
  ['remove', /^(?:delete|remove|destroy|cancel|disable)$/],
]
const idle = new Set([
  'a',
  'an',
  'the',
  'all',
  'of',
  'for',
  'to',
  'with',
  'by',
  'in',
  'and',
  'or',
  'from',
  'detail',
  'details',
  'api',
])

interface Meaning {
  readonly doing: string
  readonly words: ReadonlySet<string>
}

/** What a title says: what is done, and with what. */
function meaning(title: string): Meaning {
  const words = wordsOf(title).filter((word) => !idle.has(word))
  const [doing = ''] = words.flatMap((word) => doings.find(([, form]) => form.test(word))?.[0] ?? [])
  const others = words.filter((word) => !doings.some(([, form]) => form.test(word)))
  return { doing, words: new Set(others.map(singular)) }
}

/** How alike two titles are, 0 to 1; 0 where they say that something else is done. */
function likeness(mine: Meaning, theirs: Meaning): number {
  if (mine.doing !== theirs.doing && mine.doing !== '' && theirs.doing !== '') return 0
  const common = [...mine.words].filter((word) => theirs.words.has(word)).length
  const all = mine.words.size + theirs.words.size - common
  return all === 0 ? 0 : common / all
}
const ALIKE = 0.6

const bestLikeness = (some: readonly Meaning[], others: readonly Meaning[]): number =>
  Math.max(0, ...some.flatMap((mine) => others.map((theirs) => likeness(mine, theirs))))

/**
 * Which operations of a file are which of ours, each once at most: first those of one title and method, of which there is only
 * one; then those of one path and method; then those of one method whose titles are most alike; last those of one title or
 * path, but another method.
 */
export function matchOperations<T extends Described>(
  operations: readonly AnyOperation[],
  described: readonly T[],
): { readonly matched: readonly Matched<T>[]; readonly left: readonly T[] } {
  const matched = new Map<AnyOperation, Matched<T>>()
  const used = new Set<T>()
  const meanings = new Map(described.map((one) => [one, one.titles.map(meaning)]))
  const byTitle = groupBy(described, ({ titles }) => titles.map(titleKey))
  const byWord = groupBy(described, (one) => (meanings.get(one) ?? []).flatMap(({ words }) => [...words]))
  const byPath = groupBy(described, ({ path }) => (path === null ? [] : [pathKey(path)]))
  const pass = (match: FileMatch, find: (operation: AnyOperation) => readonly T[]): void => {
    for (const operation of operations) {
      if (matched.has(operation)) continue
      const [found] = find(operation).filter((one) => !used.has(one))
      if (found === undefined) continue
      matched.set(operation, { operation, described: found, match })
      used.add(found)
    }
  }
  const titled = ({ titles }: AnyOperation) => [
    ...new Set(titles.flatMap((title) => byTitle.get(titleKey(title)) ?? [])),
  ]
  const placed = ({ path }: AnyOperation) => byPath.get(pathKey(path)) ?? []
  const sameMethod =
    ({ method }: AnyOperation) =>
    (one: T) =>
      one.method === method
  pass('exact', (operation) => {
    const found = titled(operation).filter(sameMethod(operation))
    return found.length === 1 ? found : []
  })
  pass('path', (operation) => placed(operation).filter(sameMethod(operation)))
  pass('title', (operation) => {
    const mine = operation.titles.map(meaning)
    // Those that have no word in common are not alike.
    const near = new Set(mine.flatMap(({ words }) => [...words].flatMap((word) => byWord.get(word) ?? [])))
    const alike = described
      .filter((one) => near.has(one) && one.method === operation.method && !used.has(one))
      .map((one) => ({ one, likeness: bestLikeness(mine, meanings.get(one) ?? []) }))
      .filter((found) => found.likeness >= ALIKE)
    return alike.toSorted((one, other) => other.likeness - one.likeness).map(({ one }) => one)
  })
  pass('method', titled)
  pass('method', placed)
  return {
    matched: operations.flatMap((operation) => matched.get(operation) ?? []),
    left: described.filter((one) => !used.has(one)),
  }
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
    }
  }
  return groups
}
