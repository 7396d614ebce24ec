import type { Choice } from '../../shared/contract'

/** All that a list showed at one moment, in its order, as main keeps it. */
export interface Snapshot {
  readonly snapshot: string
  readonly ids: readonly string[]
}

/** Rows that are chosen. */
export interface Chosen {
  /** Their ids, with the place that each had in the list when it was chosen. */
  readonly places: ReadonlyMap<string, number>
  /** Where the choice began: Shift chooses from here. */
  readonly start: { readonly index: number; readonly id: string | null } | null
  /** A snapshot that has most of them. */
  readonly snapshot: Snapshot | null
}

/** So many ids fit into one message to main, and so many exceptions from a snapshot. */
const MOST_IDS = 1000
const MOST_EXCEPTIONS = 900

export const nothingChosen: Chosen = { places: new Map(), start: null, snapshot: null }

export const only = (id: string, index: number): Chosen => ({
  places: new Map([[id, index]]),
  start: { index, id },
  snapshot: null,
})

/** With this row, or without it where it was chosen. */
export function toggle(chosen: Chosen, id: string, index: number): Chosen {
  const places = new Map(chosen.places)
  if (!places.delete(id)) places.set(id, index)
  return { ...chosen, places, start: { index, id } }
}

/** Without these rows: they have left the list. */
export function without(chosen: Chosen, ids: readonly string[]): Chosen {
  const places = new Map(chosen.places)
  for (const id of ids) places.delete(id)
  return places.size === 0 ? nothingChosen : { ...chosen, places }
}

interface Span {
  readonly start: NonNullable<Chosen['start']>
  /** The place of the first of `ids`. */
  readonly from: number
  readonly ids: readonly string[]
  readonly snapshot: Snapshot | null
}

/** Rows that follow one another. */
export const span = ({ start, from, ids, snapshot }: Span): Chosen => ({
  places: new Map(ids.map((id, at) => [id, from + at])),
  start,
  snapshot,
})

export const whole = (snapshot: Snapshot): Chosen => ({
  places: new Map(snapshot.ids.map((id, at) => [id, at])),
  start: null,
  snapshot,
})

/** The ids in the order of the list. */
export const idsInOrder = ({ places }: Chosen): string[] =>
  [...places].sort(([, a], [, b]) => a - b).map(([id]) => id)

/**
 * The choice as main takes it: by ids where they fit into a message, else as a part of a snapshot. Null where it is
 * neither.
 */
export function choiceOf(chosen: Chosen): Choice | null {
  const { places, snapshot } = chosen
  if (places.size === 0) return null
  if (places.size <= MOST_IDS) return { ids: idsInOrder(chosen) }
  if (snapshot === null) return null
  const from = snapshot.ids.findIndex((id) => places.has(id))
  const to = snapshot.ids.findLastIndex((id) => places.has(id))
  const listed = snapshot.ids.slice(from, to + 1)
  const except = listed.filter((id) => !places.has(id))
  const known = new Set(listed)
  const also = idsInOrder(chosen).filter((id) => !known.has(id))
  if (except.length > MOST_EXCEPTIONS || also.length > MOST_EXCEPTIONS) return null
  return { snapshot: snapshot.snapshot, from, to, except, also }
}
