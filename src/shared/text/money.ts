const whole = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 })
const exact = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' })

/** An amount in whole cents, which sums of them in binary are not; nothing is never less than nothing. */
export const inCents = (amount: number): number => Math.round(amount * 100) / 100 + 0

/** An amount of money as the service has it, in dollars: `$84`, `$84.50`. */
export function dollars(amount: number): string {
  const cents = inCents(amount)
  return (Number.isInteger(cents) ? whole : exact).format(cents)
}
