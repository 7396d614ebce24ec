import { figure } from './window/common'

/** What the small window says, beside the endings that every place says alike. */
export const quickCreateText = {
  title: 'New address',
  close: 'Close',
  openMailroom: 'Open Mailroom',
  showAddress: 'Show the address',
  howMany: 'How many',
  howManyRange: (most: number) => `A whole number from 1 to ${most}.`,
  oneName: 'A name goes to one address only. Empty it, or ask for 1.',
  create: (count: number) => (count === 1 ? 'Create' : `Create ${figure(count)}`),
  creating: 'Creating…',
  creatingMany: (done: number, count: number) => `Creating… ${figure(done)} of ${figure(count)}`,
  stop: 'Stop',
  copied: (email: string) => `Copied: ${email}`,
  copiedMany: (count: number) => `Copied: ${figure(count)} addresses, one a line`,
  /** Several were asked for, and not all of them came. */
  someCreated: (created: number, count: number, isCopied: boolean) =>
    isCopied
      ? `${figure(created)} of ${figure(count)} created and copied.`
      : `${figure(created)} of ${figure(count)} created. They are not on the clipboard.`,
  noneCreated: (count: number) => `0 of ${figure(count)} created. Your clipboard was not changed.`,
  someFailed: (count: number, reason: string) =>
    count === 1 ? `1 not created: ${reason}.` : `${figure(count)} not created: ${reason}.`,
  someUnconfirmed: (count: number) =>
    count === 1
      ? '1 is not confirmed. Mailroom is checking; do not use it yet.'
      : `${figure(count)} are not confirmed. Mailroom is checking; do not use them yet.`,
  someStopped: (count: number) =>
    count === 1 ? '1 was not asked for.' : `${figure(count)} were not asked for.`,
  addressesLeft: (left: number, limit: number) =>
    `${figure(left)} of about ${figure(limit)} addresses left this month`,
  /** Created, and waiting for a press that this desktop takes. */
  copyNeedsFocus: (what: string) =>
    `${what} created. Your desktop lets Mailroom copy only from a focused window: press Enter to copy.`,
  copyLate: (what: string) =>
    `${what} created. You copied something else meanwhile, so it was left alone: press Enter to copy.`,
  copyFailed: (what: string) => `${what} created, but not on the clipboard: press Enter to try again.`,
  one: (email: string) => `${email} is`,
  many: (count: number) => `${figure(count)} addresses are`,
  copy: 'Copy',
  copying: 'Copying…',
} as const
