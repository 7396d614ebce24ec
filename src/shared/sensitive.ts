/** Amounts that somebody has, and addresses at which something is paid for or entered, by the names that services give them. */
const sensitiveName = /balance|wallet|credits?$|(?:^|[^a-z])(?:url|href)$|(?:url|link|href)s?$/

/**
 * Whether a fact of a service that no screen is designed for is masked while what is sensitive is hidden: balances and
 * links. `value` as it is shown, or as JSON.
 */
export const isSensitiveFact = (name: string, value: string): boolean =>
  sensitiveName.test(name.toLowerCase()) || /^\W*https?:\/\//i.test(value)
