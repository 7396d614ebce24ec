import type { AppErrorOf } from '../errors'
import type { Explanation } from './explanation'

/** The keychain gave or took no key. */
export function explainKeychain({ problem }: AppErrorOf<'keychain'>): Explanation {
  switch (problem) {
    case 'missing':
      return {
        reason: 'This computer has no keychain that Mailroom can reach',
        advice:
          'Install and start one (GNOME Keyring, KWallet or KeePassXC with Secret Service), or use the key until Mailroom quits.',
        next: 'use-until-quit',
      }
    case 'locked':
      return {
        reason: 'The keychain is locked',
        advice: 'Unlock it and try again.',
        next: 'try-again',
      }
    case 'denied':
      return {
        reason: 'The keychain did not let Mailroom in',
        advice: 'Try again and allow it.',
        next: 'try-again',
      }
    case 'failed':
      return {
        reason: 'The keychain failed',
        advice: 'Try again, or use the key until Mailroom quits.',
        next: 'use-until-quit',
      }
    case 'no-key':
      return {
        reason: 'The keychain has no key for this account',
        advice: 'Enter the key again.',
        next: 'replace-key',
      }
    default:
      return problem satisfies never
  }
}

/** Nothing can be read or written down. It may fail behind a sending: what was sent is not said here. */
export function explainStorage({ problem }: AppErrorOf<'storage'>): Explanation {
  switch (problem) {
    case 'full':
      return {
        reason: 'The disk is full, so nothing can be written down',
        advice: 'Make room and try again; until then nothing is sent.',
        next: 'try-again',
      }
    case 'read-only':
      return {
        reason: 'Mailroom’s data cannot be written: the file or its folder is read-only',
        advice:
          'Give yourself the right to write there and start Mailroom again; until then nothing is sent.',
        next: 'open-data-folder',
      }
    case 'locked':
      return {
        reason: 'Another program holds Mailroom’s data',
        advice: 'Close the other program and start Mailroom again; until then nothing is sent.',
        next: 'open-data-folder',
      }
    case 'newer':
      return {
        reason: 'Mailroom’s data was written by a newer version of Mailroom',
        advice: 'It was left untouched. Install the newer version again.',
        next: 'open-data-folder',
      }
    case 'corrupt':
      return {
        reason: 'Mailroom’s data is damaged',
        advice:
          'Nothing was deleted. Start Mailroom again: it puts the file aside, shows what can still be read of it, and asks how to go on.',
        next: 'open-data-folder',
      }
    case 'failed':
      return {
        reason: 'Mailroom’s data could not be read or written',
        advice:
          'Look into the data folder and the logs, then start Mailroom again; until then nothing is sent.',
        next: 'open-data-folder',
      }
    default:
      return problem satisfies never
  }
}

/** Credentials, codes and links that are not shown. */
export const explainHidden = ({ why }: AppErrorOf<'hidden'>): Explanation =>
  why === 'sensitive'
    ? {
        reason: 'Sensitive data is hidden',
        advice: 'It can be shown, copied and opened again once “Hide Sensitive” is off.',
        next: 'show-sensitive',
      }
    : { reason: 'The credentials are hidden again', advice: 'Show them once more.', next: 'try-again' }
