import type { PaletteKind } from '../../../shared/palette'
import type { PaletteState } from '../../state/palette'
import { searchedWords } from '../list/marks'
import { keyOf, type PaletteEntry } from './entry'
import { fuzzyScore } from './fuzzy'
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

const scoreOf = (typed: string, { name, also = [] }: PaletteEntry): number | null => {
  const scores = [
    fuzzyScore(typed, name),
    ...also.map((other) => {
      const score = fuzzyScore(typed, other)
      return score === null ? null : score + OTHER_NAME
    }),
  ].filter((score) => score !== null)
  return scores.length === 0 ? null : Math.min(...scores)
}

/** What was used at last, as it is now: the last first. */
function recentEntries({ recent }: Known, fixed: FixedEntries): PaletteEntry[] {
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

/** What the palette shows: what was used at last comes first, among what is named equally well too. */
export function groupsOf(known: Known, fixed: FixedEntries): readonly PaletteGroup[] {
  const { text, found } = known
  const recent = recentEntries(known, fixed)
  if (text.trim() === '') {
    const groups: PaletteGroup[] = [
      { id: 'recent', entries: recent.slice(0, MOST_RECENT) },
      { id: 'action', entries: fixed.action },
      { id: 'setting', entries: fixed.setting },
    ]
    return withoutRepetition(groups)
  }
  const placeOf = new Map(recent.map((entry, place) => [keyOf(entry), place]))
  const recency = (entry: PaletteEntry): number => placeOf.get(keyOf(entry)) ?? recent.length

  const named = (id: keyof FixedEntries): PaletteGroup => ({
    id,
    entries: fixed[id]
      .flatMap((entry) => {
        const score = scoreOf(text, entry)
        return score === null ? [] : { entry, score }
      })
      .sort((one, other) => one.score - other.score || recency(one.entry) - recency(other.entry))
      .slice(0, MOST_SHOWN[id])
      .map(({ entry }) => entry),
  })

  const words = searchedWords(text)
  /** While an answer is waited for, of the one before only what fits is left. */
  const fits = ({ name, about }: PaletteEntry): boolean => {
    const plain = searchedWords(`${name} ${about}`).join(' ')
    return words.every((word) => plain.includes(word))
  }
  const rows = ROW_KINDS.map((kind): PaletteGroup => {
    if (found === null) return { id: kind, entries: [] }
    const isAnswer = found.text === text
    const entries = rowEntries(kind, found)
      .filter((entry) => isAnswer || fits(entry))
      .sort((one, other) => recency(one) - recency(other))
    const all = isAnswer ? allEntry(kind, found, text) : null
    return { id: kind, entries: all === null ? entries : [...entries, all] }
  })
  // What is known at once comes first: the line that Enter means does not change when the rows arrive.
  return [named('action'), named('setting'), named('operation'), ...rows].filter(
    ({ entries }) => entries.length > 0,
  )
}

/** What stands in a group before does not stand in a later one again. */
function withoutRepetition(groups: readonly PaletteGroup[]): readonly PaletteGroup[] {
  const seen = new Set<string>()
  return groups
    .map(({ id, entries }) => ({
      id,
      entries: entries.filter((entry) => {
        const key = keyOf(entry)
        if (seen.has(key)) return false
        seen.add(key)
        return true
      }),
    }))
    .filter(({ entries }) => entries.length > 0)
}
