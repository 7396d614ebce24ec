import type { WalletFacts } from '../../shared/litemail/facts'

/** A page to pay at that was opened, and what is paid there, in dollars. */
export interface Opened {
  readonly rowId: string
  readonly amount: number
  readonly openedAt: number
}

/** Of more than so many it is not found out which were paid. */
const MOST = 10
const cents = (dollars: number): number => Math.round(dollars * 100)

/**
 * At which of the opened pages was paid what made the balance grow by so much: those, and no others, that come to just that.
 * None where others would as well, or where a recharge by itself may have been it.
 */
export function paidBy(
  opened: readonly Opened[],
  growth: number,
  { isAutoRecharging, rechargeBy }: Pick<WalletFacts, 'isAutoRecharging' | 'rechargeBy'>,
): readonly Opened[] {
  if (growth <= 0 || opened.length > MOST) return []
  if (isAutoRecharging === true && (rechargeBy === null || growth >= rechargeBy)) return []
  const sets: Opened[][] = [[]]
  for (const one of opened) sets.push(...sets.map((set) => [...set, one]))
  const sumOf = (set: readonly Opened[]) => set.reduce((sum, { amount }) => sum + amount, 0)
  const some = sets.filter((set) => cents(sumOf(set)) === cents(growth))
  return some.length === 1 ? (some[0] ?? []) : []
}
