import type { AppErrorOf } from '../errors'
import type { Explanation } from './explanation'

/** A file that the user chose could not be read or written. */
export function explainFile({ problem, line }: AppErrorOf<'file'>): Explanation {
  const choose = { next: 'choose-file' } as const
  switch (problem) {
    case 'gone':
      return { reason: 'The file is not there any more', advice: 'Choose it again.', ...choose }
    case 'not-readable':
      return {
        reason: 'The file cannot be read',
        advice: 'Give yourself the right to read it, or choose another one.',
        ...choose,
      }
    case 'not-writable':
      return {
        reason: 'The file could not be written',
        advice: 'Choose a folder that you may write to. What was there before is unchanged.',
        ...choose,
      }
    case 'full':
      return {
        reason: 'The disk is full, so the file could not be written',
        advice: 'Make room, or choose another disk. What was there before is unchanged.',
        next: 'try-again',
      }
    case 'too-large':
      return { reason: 'The file is too large', advice: 'Divide it and import its parts.', ...choose }
    case 'not-understood':
      return {
        reason:
          line === null ? 'The file is not of a kind that Mailroom reads' : `Line ${line} is not understood`,
        advice: 'Nothing was changed.',
        ...choose,
      }
    case 'empty':
      return { reason: 'The file has no rows', advice: 'Choose another one.', ...choose }
    default:
      return problem satisfies never
  }
}

/** A backup that cannot be opened. Nothing is changed by trying. */
export function explainBackup({ problem }: AppErrorOf<'backup'>): Explanation {
  switch (problem) {
    case 'wrong-passphrase':
      return {
        reason: 'The passphrase does not open this backup',
        advice: 'Nothing was changed. Try another one.',
        next: 'try-again',
      }
    case 'damaged':
      return {
        reason: 'The backup is damaged or not whole',
        advice: 'Nothing was changed. Choose another copy of it.',
        next: 'choose-file',
      }
    case 'newer':
      return {
        reason: 'The backup was made by a newer version of Mailroom',
        advice: 'Nothing was changed. Install the newer version to restore it.',
        next: 'choose-file',
      }
    case 'not-a-backup':
      return {
        reason: 'The file is not a backup of Mailroom',
        advice: 'Nothing was changed.',
        next: 'choose-file',
      }
    default:
      return problem satisfies never
  }
}

/** A global shortcut that was not set. */
export function explainShortcut({ problem }: AppErrorOf<'shortcut'>): Explanation {
  switch (problem) {
    case 'taken':
      return {
        reason: 'Another program has this shortcut',
        advice: 'The shortcut was not changed. Press another one.',
        next: 'choose-shortcut',
      }
    case 'invalid':
      return {
        reason: 'This cannot be a global shortcut',
        advice: 'Press Ctrl, Alt or Super together with a key.',
        next: 'choose-shortcut',
      }
    case 'not-here':
      return {
        reason: 'This desktop gives programs no global shortcuts',
        advice: 'Bind Mailroom’s command to a shortcut in the settings of your desktop.',
        next: 'choose-shortcut',
      }
    default:
      return problem satisfies never
  }
}
