import type { PaletteKind, PaletteRecent } from '../../../shared/palette'
import type { PaletteState } from '../../state/palette'
import { searchedWords } from '../list/marks'
import { keyOf, type PaletteEntry } from './entry'
import { fuzzyScoring, type Score } from './fuzzy'
import { allEntry, ROW_KINDS, rowEntries, rowEntry } from './rowEntries'

/** What is shown together, under one heading. */
export interface PaletteGroup {
  readonly id: PaletteKind | 'recent'
  readonly entries: readonly PaletteEntry[]
}

/** What is known before anything is asked. */
export interface FixedEntries {
  readonly action: readonly PaletteEntry[]
  readonly setting: readonly PaletteEntry[]
  readonly operation: readonly PaletteEntry[]
}

/** So many of each are shown once something is typed. */
const MOST_SHOWN = { action: 8, setting: 6, operation: 8 } as const
const MOST_RECENT = 8
/** Another name says less than the first one. */
const OTHER_NAME = 3

type Known = Pick<PaletteState, 'text' | 'found' | 'recent'>

const scoreOf = (score: Score, { name, also = [] }: PaletteEntry): number | null => {
  let best = score(name)
  for (const other of also) {
    const found = score(other)
    if (found !== null && (best === null || found + OTHER_NAME < best)) best = found + OTHER_NAME
  }
  return best
}

/** What was used at last, as it is now: the last first. */
function recentEntries(recent: PaletteRecent | null, fixed: FixedEntries): PaletteEntry[] {
  const byKey = new Map(
    [...fixed.action, ...fixed.setting, ...fixed.operation].map((entry) => [keyOf(entry), entry]),
  )
  return (recent ?? []).flatMap((used) => {
    const { kind, row } = used
    if (row !== null && (kind === 'address' || kind === 'mailbox' || kind === 'domain'))
      return rowEntry(kind, row)
    return byKey.get(keyOf(used)) ?? []
  })
}

/** What was used at last comes first among what is named equally well. */
const byRecency = (recent: PaletteRecent | null) => {
  const placeOf = new Map((recent ?? []).map((used, place) => [keyOf(used), place]))
  const place = (entry: PaletteEntry): number => placeOf.get(keyOf(entry)) ?? placeOf.size
  return (one: PaletteEntry, other: PaletteEntry): number => place(one) - place(other)
}

const withEntries = (groups: readonly PaletteGroup[]): readonly PaletteGroup[] =>
  groups.filter(({ entries }) => entries.length > 0)

/** What is known before anything is asked: all of it where nothing is typed, else what is named so. */
export function namedGroups(
  { text, recent }: Omit<Known, 'found'>,
  fixed: FixedEntries,
): readonly PaletteGroup[] {
  if (text.trim() === '') {
    return withoutRepetition([
      { id: 'recent', entries: recentEntries(recent, fixed).slice(0, MOST_RECENT) },
      { id: 'action', entries: fixed.action },
      { id: 'setting', entries: fixed.setting },
    ])
  }
  const score = fuzzyScoring(text)
  const compare = byRecency(recent)
  const named = (id: keyof FixedEntries): PaletteGroup => ({
    id,
    entries: fixed[id]
      .flatMap((entry) => {
        const worth = scoreOf(score, entry)
        return worth === null ? [] : { entry, worth }
      })
      .sort((one, other) => one.worth - other.worth || compare(one.entry, other.entry))
      .slice(0, MOST_SHOWN[id])
      .map(({ entry }) => entry),
  })
  return withEntries([named('action'), named('setting'), named('operation')])
}

/**
 * Rows that were found. While an answer is waited for, of the one before only what fits is left; they come after what is
 * known at once, so that the line that Enter means does not change when they arrive.
 */
export function rowGroups({ text, found, recent }: Known): readonly PaletteGroup[] {
  if (found === null || text.trim() === '') return []
  const isAnswer = found.text === text
  const words = searchedWords(text)
  const fits = ({ name, about }: PaletteEntry): boolean => {
    if (isAnswer) return true
    const plain = searchedWords(`${name} ${about}`).join(' ')
    return words.every((word) => plain.includes(word))
  }
  const compare = byRecency(recent)
  return withEntries(
    ROW_KINDS.map((kind): PaletteGroup => {
      const entries = rowEntries(kind, found).filter(fits).sort(compare)
      const all = isAnswer ? allEntry(kind, found, text) : null
      return { id: kind, entries: all === null ? entries : [...entries, all] }
    }),
  )
}

/** What stands in a group before does not stand in a later one again. */
function withoutRepetition(groups: readonly PaletteGroup[]): readonly PaletteGroup[] {
  const seen = new Set<string>()
  return withEntries(
    groups.map(({ id, entries }) => ({
      id,
      entries: entries.filter((entry) => {
        const key = keyOf(entry)
        if (seen.has(key)) return false
        seen.add(key)
        return true
      }),
    })),
  )
}
