import type { OtherFacts } from '../../../shared/litemail/facts'

const DOLLARS = /^\s*(?:USD|US\$|\$|)\s*$/i

/**
 * The amounts that a row tells, in dollars: Litemail counts in them. Where the row names another currency nobody knows what
 * they are in dollars: they are null then, and stay among what else it told.
 */
export function inDollars<K extends string>(
  amounts: Readonly<Record<K, number | null>>,
  other: OtherFacts,
): Readonly<Record<K, number | null>> & { readonly other: OtherFacts } {
  const { currency } = other
  if (typeof currency !== 'string' || DOLLARS.test(currency)) return { ...amounts, other }
  const unknown: Record<K, number | null> = { ...amounts }
  for (const name in unknown) unknown[name] = null
  return { ...unknown, other: { ...other, ...amounts } }
}
