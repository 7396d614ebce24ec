import type { FileMatch } from '../../../shared/apiFile'
import type { AnyOperation } from '../../../shared/litemail/operation'
import { turn } from '../turn'
import { singular, wordsOf } from './inputNames'

/** An operation as a file describes it. */
export interface Described {
  readonly titles: readonly string[]
  readonly method: string
  /** Its path below the account's base; null where it is elsewhere. */
  readonly below: string | null
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

/** So many of a file are read before others have their turn. */
const AT_ONCE = 50

/** What a file describes, by what it is found by. */
interface Index<T extends Described> {
  readonly meanings: ReadonlyMap<T, readonly Meaning[]>
  readonly byTitle: ReadonlyMap<string, readonly T[]>
  readonly byWord: ReadonlyMap<string, readonly T[]>
  readonly byPath: ReadonlyMap<string, readonly T[]>
}

async function makeIndex<T extends Described>(described: readonly T[]): Promise<Index<T>> {
  const meanings = new Map<T, readonly Meaning[]>()
  const [byTitle, byWord, byPath] = [new Map<string, T[]>(), new Map<string, T[]>(), new Map<string, T[]>()]
  const add = (groups: Map<string, T[]>, keys: readonly string[], one: T): void => {
    for (const key of new Set(keys)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [one])
      else group.push(one)
    }
  }
  for (const [at, one] of described.entries()) {
    if (at % AT_ONCE === 0) await turn()
    const said = one.titles.map(meaning)
    meanings.set(one, said)
    add(byTitle, one.titles.map(titleKey), one)
    add(
      byWord,
      said.flatMap(({ words }) => [...words]),
      one,
    )
    if (one.below !== null) add(byPath, [pathKey(one.below)], one)
  }
  return { meanings, byTitle, byWord, byPath }
}

/**
 * Which operations of a file are which of ours, each once at most: first those of one title and method, of which there is only
 * one; then those of one path and method; then those of one method whose titles are most alike; last those of one title or
 * path, but another method. A large file takes a while, in which others have their turn.
 */
export async function matchOperations<T extends Described>(
  operations: readonly AnyOperation[],
  described: readonly T[],
): Promise<readonly Matched<T>[]> {
  const matched = new Map<AnyOperation, Matched<T>>()
  const used = new Set<T>()
  const { meanings, byTitle, byWord, byPath } = await makeIndex(described)
  const pass = async (
    match: FileMatch,
    find: (operation: AnyOperation) => readonly T[] | Promise<readonly T[]>,
  ): Promise<void> => {
    for (const operation of operations) {
      if (matched.has(operation)) continue
      const [found] = (await find(operation)).filter((one) => !used.has(one))
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
  await pass('exact', (operation) => {
    const found = titled(operation).filter(sameMethod(operation))
    return found.length === 1 ? found : []
  })
  await pass('path', (operation) => placed(operation).filter(sameMethod(operation)))
  await pass('title', async (operation) => {
    const mine = operation.titles.map(meaning)
    // Those that have no word in common are not alike.
    const near = new Set(mine.flatMap(({ words }) => [...words].flatMap((word) => byWord.get(word) ?? [])))
    const alike: { readonly one: T; readonly likeness: number }[] = []
    // In the order of the file, of which the first counts where several are as alike.
    for (const [at, one] of described.entries()) {
      if (at % (AT_ONCE * 4) === 0) await turn()
      if (!near.has(one) || one.method !== operation.method || used.has(one)) continue
      const likeness = bestLikeness(mine, meanings.get(one) ?? [])
      if (likeness >= ALIKE) alike.push({ one, likeness })
    }
    return alike.toSorted((one, other) => other.likeness - one.likeness).map(({ one }) => one)
  })
  await pass('method', titled)
  await pass('method', placed)
  return operations.flatMap((operation) => matched.get(operation) ?? [])
}
