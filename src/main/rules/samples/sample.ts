import type { DroppedPart } from '../../../shared/apiFile'

/** What a value in a sample, or a type in a file, looks like. */
export type Shape =
  | 'unknown'
  | 'text'
  | 'number'
  | 'boolean'
  | 'email'
  | 'url'
  | 'host'
  | 'color'
  | 'country'
  | 'id'
  /** Several texts or numbers. */
  | 'list'
  /** Several objects. */
  | 'rows'

/** Something that a service is told, at the place where a sample of its documentation tells it. */
export interface Slot {
  readonly place: 'path' | 'query' | 'body' | 'header'
  /** As the service calls it; in a body with dots between fields of fields. */
  readonly name: string
  readonly shape: Shape
}

/** One step of a sample's path. */
export interface Step {
  /** As it stands there, decoded. */
  readonly text: string
  /**
   * `word`: the path itself. `named`: a placeholder with a name, as `{id}`. `value`: looks like the id or the name of
   * something, as a sample has it in place of the reader's own.
   */
  readonly kind: 'word' | 'named' | 'value'
  /** Of a placeholder. */
  readonly name: string
  readonly shape: Shape
}

/** A request as documentation shows it, without whom it goes to and who asks. */
export interface Sample {
  /** In capitals. */
  readonly method: string
  /** Below the root of the server, first to last; '' at the end: the path ends with `/`. */
  readonly steps: readonly Step[]
  /** Whether the path stands behind a real host, and not behind a placeholder that may bring some of it. */
  readonly isWhole: boolean
  readonly slots: readonly Slot[]
  readonly dropped: readonly DroppedPart[]
}

const LONGEST_NAME = 100

/** Names of a part that is dropped are shown, and may be hostile. */
export const dropped = (what: DroppedPart['what'], name: string): DroppedPart => ({
  what,
  name: name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(0, LONGEST_NAME),
})
