import type { Fields } from './written'

/** One thing that the service did because it was asked to. */
export interface Act {
  readonly operation: string
  /** The user's id at the service. */
  readonly user: string
  /** The workspace that it was asked under; null: none was named. */
  readonly workspace: string | null
  /** What was sent of it, and what it was about. */
  readonly row: Fields
}

const isMarked = (value: unknown, mark: string): boolean => {
  if (typeof value === 'string') return value.includes(mark)
  if (typeof value === 'number') return String(value) === mark
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((inner) => isMarked(inner, mark))
}

/** Those of which a stored text has the mark in it, or a stored number is it. */
export const actsWith = (acts: readonly Act[], mark: string): readonly Act[] =>
  acts.filter(({ row }) => isMarked(row, mark))
