import type { Batch } from '../../../shared/batch'

type Item = Batch['items'][number]

/** How many of a list stand how. */
export function countStates(items: readonly Item[]): Readonly<Record<Item['state'], number>> {
  const counts = { waiting: 0, sending: 0, created: 0, unconfirmed: 0, 'not-created': 0 }
  for (const { state } of items) counts[state] += 1
  return counts
}

/** Nothing more will become of them without the user. */
export const countSettled = (items: readonly Item[]) =>
  items.filter(({ state }) => state !== 'waiting' && state !== 'sending').length

/** The lines of those that were refused, as they were typed, to be tried again. */
export const refusedLines = (items: readonly Item[], lines: readonly string[]): string =>
  items
    .map(({ state, email, note }, place) =>
      state === 'not-created' ? (lines[place] ?? (note === '' ? email : `${email}, ${note}`)) : null,
    )
    .filter((line) => line !== null)
    .join('\n')
