import type { KeyCheck } from '../../account'
import type { Output } from '../../contract'
import { figure } from './common'

const leftOut = (left: number): string =>
  left === 0 ? '' : `. ${figure(left)} left out: not confirmed by LikeDo.`

/** What the window says after something was done. */
export const noticesText = {
  copiedMany: ({ email, count, left }: Output<'addresses.copy'>) =>
    [count === 1 ? `Copied: ${email}` : `Copied ${figure(count)} addresses`, leftOut(left)].join(''),
  nothingToCopy: 'Nothing was copied: LikeDo has not confirmed it yet.',
  confirmed: (email: string) => `Confirmed: ${email} is yours.`,
  notConfirmed: (email: string, reason: string) => `Not confirmed: ${email}. ${reason}.`,
  mine: (email: string) => `Kept as yours: ${email}`,
  notMine: (email: string) => `Not yours, so no longer listed: ${email}`,
  forgotten: (email: string) => `Forgotten: ${email}. It was never sent.`,
  checked: {
    accepted: 'LikeDo accepts the key.',
    'cannot-check': 'This server cannot check keys; your next address will show whether it works.',
    'not-reached': 'The server was not reached, so the key was not checked.',
  } satisfies Record<KeyCheck, string>,
  connected: {
    accepted: 'Connected.',
    'cannot-check': 'Saved. This server cannot check keys; your first address will show whether it works.',
    'not-reached': 'Saved, not checked. Your first address will show whether the key works.',
  } satisfies Record<KeyCheck, string>,
  replaced: {
    accepted: 'Key replaced. LikeDo accepts the new one.',
    'cannot-check':
      'Key replaced. This server cannot check keys; your next address will show whether it works.',
    'not-reached': 'Key replaced, not checked. Your next address will show whether it works.',
  } satisfies Record<KeyCheck, string>,
  removed: (name: string) => `Removed: ${name}. Its addresses stay listed here.`,
} as const
