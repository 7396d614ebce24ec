/** "Hide Sensitive": credentials, balances and links. */
export const sensitiveText = {
  /** Stands for what is hidden, where it is read and not seen. */
  hidden: 'hidden',
  /** The same, where it is seen. */
  mask: '••••••',
  on: 'Sensitive data is hidden.',
  meaning: 'Credentials, balances and links are masked everywhere, and credentials are not shown.',
  show: 'Show it again',
} as const

/** Words with something sensitive in them, as a name or a notification says them. */
export const toldUnlessHidden = (words: string, isHidden: boolean): string =>
  isHidden ? sensitiveText.hidden : words
