import { figure } from './common'

const KB = 1_000
const MB = 1_000_000

/** Messages of an address, in its details and in the small window. */
export const messagesText = {
  title: 'Messages',
  of: (email: string) => `Messages of ${email}`,
  reading: 'Reading messages…',
  failed: 'Messages not read',
  none: 'No messages yet',
  noneLead: 'Mail to this address appears here.',
  notRead: 'Not read yet',
  noAccount: 'No connected LikeDo account has this address, so its mail cannot be read from here.',
  check: 'Check now',
  checking: 'Checking…',
  checked: 'Checked',
  /** Shown while an inbox is read again by itself. */
  watching: (seconds: number, until: string) => `Checked every ${figure(seconds)} s until ${until}.`,
  resting: 'Not checked by itself any more.',
  budget: (left: number, limit: number) =>
    `About ${figure(left)} of ${figure(limit)} requests left this hour`,
  budgetUnknown: 'What is left of this hour’s requests is not known',
  older: 'Older messages',
  masked: 'Codes and links in messages are masked while sensitive data is hidden.',
  newest: 'Newest code or link',
  list: 'Messages, newest first',
  unknownSender: 'Unknown sender',
  noSubject: 'No subject',
  noDate: 'No date',
  kept: 'Kept',
  withAttachments: (count: number) => (count === 1 ? '1 attachment' : `${figure(count)} attachments`),
  code: 'Code',
  link: 'Link',
  back: 'All messages',
  message: 'Message',
  from: 'From',
  to: 'To',
  cc: 'Cc',
  replyTo: 'Reply to',
  date: 'Date',
  copyCode: (code: string) => `Copy code ${code}`,
  codeCopied: (code: string) => `Copied: ${code}`,
  openLink: (host: string) => `Open link at ${host}`,
  showFormatting: 'Show formatting',
  showText: 'Show text only',
  formattingTitle: 'The message as its sender formatted it',
  formattingMeaning:
    'Without pictures, scripts or forms. Nothing in it is fetched, and its links lead nowhere.',
  formattingCut: 'Only the beginning is shown.',
  readingFormatting: 'Reading the formatting…',
  textCut: 'The message is longer than what is shown.',
  noText: 'This message has no text.',
  textNotTold: 'LikeDo’s answer has no text of this message under a name that Mailroom knows.',
  untold: (what: readonly ('text' | 'date')[]) =>
    `LikeDo’s answer has no ${what.map((one) => untoldNames[one]).join(' and no ')} of these messages under a name that Mailroom knows.`,
  showAnswer: 'Show in Operations',
  links: 'Links',
  linksMore: (count: number) => `Show all ${figure(count)} links`,
  attachments: 'Attachments',
  attachmentsMeaning: 'Mailroom does not open them. They are at LikeDo.',
  attachment: (name: string | null, type: string | null, bytes: number | null) =>
    [name ?? 'Without a name', type, bytes === null ? null : sizeOf(bytes)]
      .filter((each) => each !== null)
      .join(' · '),
  keep: 'Keep this message',
  keepMeaning: 'Kept messages stay on this computer, are found by search and are in backups.',
  keptPlain: 'Its formatting is too large to be kept.',
  forget: 'Forget',
  forgotten: 'Forgotten here. What LikeDo has of it stays there.',
  isKept: 'Kept on this computer.',
  openMailroom: 'Open in Mailroom',
  noOrder: 'No address is chosen',
  copyAddress: 'Copy address',
  addressCopied: 'Address copied.',
  confirmTitle: 'Open this link?',
  confirmLead: 'It opens in your browser. Whoever sent the message chose where it leads.',
  confirmShownAs: (said: string) => `The message calls it ${said}. It leads elsewhere.`,
} as const

const untoldNames = { text: 'texts', date: 'dates' } as const

const sizeOf = (bytes: number): string =>
  bytes < KB
    ? `${bytes} B`
    : bytes < MB
      ? `${figure(Math.round(bytes / KB))} KB`
      : `${(bytes / MB).toFixed(1)} MB`
