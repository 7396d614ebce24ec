/** What mailboxes may be exported to, as Litemail's documentation names it. */
export const platforms = [
  'REACHINBOX',
  'INSTANTLY',
  'SMARTLEAD',
  'REPLY_IO',
  'EMAILBISON',
  'PIPL',
  'MANUAL',
] as const
export type Platform = (typeof platforms)[number]

/** Whether a word names one of them. */
export const isPlatform = (word: string): word is Platform => platforms.some((platform) => platform === word)

/** The operations that hand mailboxes to a platform. */
export const exportingOperations = ['exports.connectInboxes', 'exports.mailboxes'] as const
export type ExportingOperation = (typeof exportingOperations)[number]
