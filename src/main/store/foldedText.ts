/** Accents and case make no difference to a search: both sides are folded alike. */
export const fold = (text: string): string =>
  // Capitals first: they alone write ß as SS. A small sigma has two shapes, the second for the end of a word.
  text
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')

/** The words of a search as typed, folded, each once. */
export const wordsOf = (search: string): string[] => [
  ...new Set(
    fold(search)
      .split(/\s+/u)
      .filter((word) => word !== ''),
  ),
]

/** Null for what is nothing but space. */
export const foldedOrNull = (text: string | null | undefined): string | null => {
  const folded = fold(text ?? '').trim()
  return folded === '' ? null : folded
}

/** So much of a note decides where it is sorted. */
const NOTE_START = 48

/** What a note is sorted by; null where there is none. A note of nothing but marks is a note all the same. */
export const foldedStart = (note: string): string | null =>
  note.trim() === '' ? null : fold(note).trim().slice(0, NOTE_START)

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** The month of a moment where this computer is, as `2026-03`. */
export const monthOf = (at: number): string => {
  const date = new Date(at)
  return `${String(date.getFullYear()).padStart(4, '0')}-${twoDigits(date.getMonth() + 1)}`
}

/** A day as people type it: `2026-03-14 14 march 2026`. */
export const dateTextOf = (at: number): string => {
  const date = new Date(at)
  const day = date.getDate()
  const name = monthNames[date.getMonth()] ?? ''
  return `${monthOf(at)}-${twoDigits(day)} ${day} ${name} ${date.getFullYear()}`
}

/** Tells apart where on earth this computer is, as far as it changes which day or month a moment belongs to. */
export const zoneMark = (): string => {
  const offsets: number[] = []
  for (let year = 2015; year < 2040; year++) {
    for (let month = 0; month < 12; month++) offsets.push(new Date(year, month).getTimezoneOffset())
  }
  return offsets.map((offset, index) => (offset === offsets[index - 1] ? '' : offset)).join(',')
}
