import type { FleetPart } from '../../../shared/litemail/fleet'

/**
 * Whether every list of subscriptions of these accounts was once read to its end; null where that is not known. `parts`: what
 * is known of the reading of lists, undefined while nothing is.
 */
export function areRead(
  parts: readonly Pick<FleetPart, 'accountId' | 'noun' | 'wholeAt' | 'isIncomplete'>[] | undefined,
  accounts: readonly { readonly accountId: string }[],
): boolean | null {
  const lists = parts?.filter(({ noun }) => noun === 'subscriptions') ?? []
  const isKnown = accounts.every(({ accountId }) => lists.some((list) => list.accountId === accountId))
  if (parts === undefined || !isKnown) return null
  return lists
    .filter((list) => accounts.some(({ accountId }) => list.accountId === accountId))
    .every(({ wholeAt, isIncomplete }) => wholeAt !== null && !isIncomplete)
}
