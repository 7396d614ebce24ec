import { isSameLabel, plainLabel } from '../../list/sameLabel'

/** As many as an address may have, and as many characters as each may have; main takes no more. */
export const MOST_LABELS = 20
export const LONGEST_LABEL = 40

/** What may be chosen while a label is typed. */
export interface LabelChoice {
  readonly name: string
  /** Addresses that have it; null: it does not exist yet. */
  readonly count: number | null
}

/**
 * The labels that fit what was typed, those that begin with it first, each group in the order given; last the
 * typed one itself where it is new. Those that the address has are left out; case makes no difference.
 */
export function labelChoices(
  typed: string,
  all: readonly { readonly name: string; readonly count: number }[],
  taken: readonly string[],
): readonly LabelChoice[] {
  const wanted = plainLabel(typed)
  const free = all.filter(
    ({ name }) => plainLabel(name).includes(wanted) && !taken.some((other) => isSameLabel(name, other)),
  )
  const begins = free.filter(({ name }) => plainLabel(name).startsWith(wanted))
  const others = free.filter((choice) => !begins.includes(choice))
  const isKnown = [...all.map(({ name }) => name), ...taken].some((name) => isSameLabel(name, typed))
  return [...begins, ...others, ...(wanted === '' || isKnown ? [] : [{ name: typed.trim(), count: null }])]
}
