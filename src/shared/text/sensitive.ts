/** "Hide Sensitive": credentials, balances, links, and codes in messages. */
export const sensitiveText = {
  /** Stands for what is hidden, where it is read and not seen. */
  hidden: 'hidden',
  /** The same, where it is seen. */
  mask: '••••••',
  on: 'Sensitive data is hidden.',
  meaning:
    'Balances, links and codes of messages are masked everywhere; credentials and formatted messages are not shown.',
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

/** Where a domain leads: a link by what it is, in whatever form. */
const forwardName = /forward(?:s|ed|ing)?[ _-]?to$/i

/** Addresses of pages in a text, with a scheme or without. */
export const links =
  /(?<![a-z\d+.-])[a-z][a-z\d+.-]*:\/\/\S+|(?<![\p{L}\p{N}])www\.\S+|(?<![\p{L}\p{N}_.@-])[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?::\d+)?\/\S*/giu

/** Whether an address of a page stands in a text. */
export const hasLink = (text: string): boolean => text.search(links) !== -1

/** What a message says, as LikeDo's answer names it: there may be a code or a link in each. */
const messageName = /^(?:subject|text|html|headers|fromname|attachments)$/i

/**
 * Whether a fact of a service that no screen is designed for is masked while what is sensitive is hidden: balances,
 * links, and what messages say. `value` as it is shown, or as JSON.
 */
export const isSensitiveFact = (name: string, value: string): boolean =>
  amountName.test(name) ||
  messageName.test(name) ||
  linkName.test(name) ||
  linkNameInside.test(name) ||
  forwardName.test(name) ||
  hasLink(value)
