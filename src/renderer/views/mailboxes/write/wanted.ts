import type { AssignmentReading, AssignmentWish, TypedMailbox } from '../../../../shared/assignment'

/** From where new mailboxes come. */
export type Source = 'typed' | 'text' | 'file'
export const SOURCES: readonly Source[] = ['typed', 'text', 'file']

/** A file that was chosen. */
export interface ChosenFile {
  readonly file: string
  readonly fileName: string
  readonly bytes: number
}

/** What is filled in of new mailboxes. */
export interface Wanted {
  readonly accountId: string
  readonly source: Source
  readonly typed: TypedMailbox
  readonly text: string
  readonly file: ChosenFile | null
  /** Null: main finds out. */
  readonly reading: AssignmentReading | null
  readonly domain: string
  readonly pattern: string
}

export const PATTERNS = [
  '{first}.{last}',
  '{f}.{last}',
  '{f}{last}',
  '{first}{last}',
  '{first}',
  '{first}.{l}',
  '{last}.{first}',
] as const

/** Whether user names can be made by it. */
export const isPattern = (pattern: string): boolean =>
  /^(?:\{(?:first|last|f|l)\}|[a-z0-9._-])+$/.test(pattern) && pattern.includes('{')

/** As many characters as main reads of a pasted list. */
const LONGEST_LIST = 60_000

/** Whether a pasted list is longer than main reads: none of it is read then, for its last line may be cut anywhere. */
export const isTooLong = ({ source, text }: Pick<Wanted, 'source' | 'text'>): boolean =>
  source === 'text' && text.length > LONGEST_LIST

function fromOf({ source, typed, text, file }: Wanted): AssignmentWish['from'] | null {
  switch (source) {
    case 'typed':
      return Object.values(typed).every((value) => value.trim() === '') ? null : { typed }
    case 'text':
      return text.trim() === '' ? null : { text }
    case 'file':
      return file === null ? null : { file: file.file }
    default:
      return source satisfies never
  }
}

/** What main is to read; null: there is nothing yet. */
export function wishOf(wanted: Wanted): AssignmentWish | null {
  const from = isTooLong(wanted) ? null : fromOf(wanted)
  const { accountId, pattern, domain, reading } = wanted
  if (from === null || accountId === '') return null
  return {
    ...{ accountId, from, pattern, domain: domain.trim() },
    reading: wanted.source === 'typed' ? null : reading,
  }
}
