/** "Hide Sensitive": credentials, balances and links. */
export const sensitiveText = {
  /** Stands for what is hidden, where it is read and not seen. */
  hidden: 'hidden',
  /** The same, where it is seen. */
  mask: '••••••',
  on: 'Sensitive data is hidden.',
  meaning: 'Credentials, balances and links are masked everywhere, and credentials are not shown.',
  title: 'Sensitive data',
  hide: 'Hide sensitive data',
  keys: 'Also in the View menu, and with Ctrl+Shift+H.',
} as const

/** Words with something sensitive in them, as a name or a notification says them. */
export const toldUnlessHidden = (words: string, isHidden: boolean): string =>
  isHidden ? sensitiveText.hidden : words

/** Amounts that somebody has, by the names that services give them. */
const amountName = /balance|wallet|credits?$/i
/** Addresses at which something is paid for or entered: `url`, `payment_link`, `invoiceUrl`. */
const linkName = /(?:^|[^a-z])(?:url|link|href)s?$/i
const linkNameInside = /[a-z\d](?:Url|URL|Link|Href)s?$/

/**
 * Whether a fact of a service that no screen is designed for is masked while what is sensitive is hidden: balances and
 * links. `value` as it is shown, or as JSON.
 */
export const isSensitiveFact = (name: string, value: string): boolean =>
  amountName.test(name) || linkName.test(name) || linkNameInside.test(name) || /^\W*https?:\/\//i.test(value)
