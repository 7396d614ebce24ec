import type { AppError, AppErrorOf } from '../errors'
import { clockTime } from './time'

/** What a user can do next; each is a control beside the words. */
export type NextStep =
  | 'try-again'
  | 'try-now'
  | 'check-now'
  | 'connect'
  | 'replace-key'
  | 'choose-domain'
  | 'choose-name'
  | 'open-plans'
  | 'open-likedo'
  | 'open-account'
  | 'try-other-path'
  | 'use-until-quit'
  | 'say-whose'
  | 'open-activity'
  | 'open-data-folder'
  | 'open-logs'
  | 'copy-again'

export const nextStepLabels: Record<NextStep, string> = {
  'try-again': 'Try again',
  'try-now': 'Try now',
  'check-now': 'Check now',
  connect: 'Connect LikeDo',
  'replace-key': 'Replace key',
  'choose-domain': 'Choose another domain',
  'choose-name': 'Choose another name',
  'open-plans': 'Open LikeDo’s plans',
  'open-likedo': 'Open LikeDo',
  'open-account': 'Open account settings',
  'try-other-path': 'Try the other path',
  'use-until-quit': 'Use this key until Mailroom quits',
  'say-whose': 'Show the address',
  'open-activity': 'Open Activity',
  'open-data-folder': 'Open data folder',
  'open-logs': 'Open logs',
  'copy-again': 'Copy',
}

export interface Description {
  /** What happened: a sentence without its full stop, so that it can stand inside another. */
  readonly reason: string
  /** What to do about it: whole sentences, or nothing. */
  readonly advice: string
  readonly next: NextStep
}

/** The words of every failure and its one next step. Exhaustive: a new kind does not compile without them. */
export function explain(error: AppError): Description {
  switch (error.kind) {
    case 'no-connection':
      return describeNoConnection(error)
    case 'timeout':
      return {
        reason: `LikeDo did not answer within ${Math.max(1, Math.round(error.afterMs / 1000))} seconds`,
        advice: 'It may have acted all the same. Check before you use or repeat it.',
        next: 'check-now',
      }
    case 'connection-lost':
      return {
        reason: 'The connection broke before LikeDo’s answer arrived',
        advice: 'It may have acted all the same. Check before you use or repeat it.',
        next: 'check-now',
      }
    case 'interrupted':
      return {
        reason: 'Mailroom ended while LikeDo was being asked',
        advice: 'LikeDo may have acted all the same. Check before you use or repeat it.',
        next: 'check-now',
      }
    case 'unauthorized':
      return {
        reason: said('LikeDo refused the API key', error.message),
        advice:
          'The key may have ended or been deleted. Make a new one at LikeDo and put it in place of this one.',
        next: 'replace-key',
      }
    case 'not-in-plan':
      return {
        reason: said(`Your LikeDo plan does not cover ${error.domain}`, error.message),
        advice: 'Choose another domain, or a plan that has this one.',
        next: 'choose-domain',
      }
    case 'quota':
      return {
        reason: said('Your LikeDo plan has no more addresses this month', error.message),
        advice: 'A larger plan has more, or wait for next month.',
        next: 'open-plans',
      }
    case 'rate-limited':
      return describeRateLimit(error)
    case 'conflict':
      return {
        reason: `LikeDo already has ${error.email}`,
        advice: 'Somebody, perhaps you, made it before. Choose another name.',
        next: 'choose-name',
      }
    case 'owner-unknown':
      return {
        reason: 'LikeDo says this address exists, not whose it is',
        advice: 'Look at LikeDo whether it is among yours.',
        next: 'say-whose',
      }
    case 'rejected':
      return {
        reason: said('LikeDo did not accept the request', remarksOf(error)),
        advice: 'Change what it names and try again.',
        next: 'choose-name',
      }
    case 'no-such-path':
      return {
        reason: `This server does not know how Mailroom asks for an address (${error.status})`,
        advice: 'LikeDo’s documentation names a second path. Mailroom takes it only when you say so.',
        next: 'try-other-path',
      }
    case 'service-failed':
      return {
        reason: `LikeDo failed (${error.status})`,
        advice: 'It may have acted all the same. Check before you use or repeat it.',
        next: 'check-now',
      }
    case 'bad-response':
      return describeBadResponse(error)
    case 'not-found':
      return {
        reason: notFoundReasons[error.what],
        advice: 'It may have been removed meanwhile.',
        next: 'open-activity',
      }
    case 'keychain':
      return describeKeychain(error)
    case 'storage':
      return describeStorage(error)
    case 'no-account':
      return {
        reason: 'No LikeDo account is connected',
        advice: 'Connect one with its API key.',
        next: 'connect',
      }
    case 'given-up':
      return { reason: 'You decided not to send it', advice: 'Nothing was sent.', next: 'open-activity' }
    case 'key-replaced':
      return {
        reason: 'It was asked for with a key that you replaced since, so Mailroom does not send it again',
        advice: 'Look at LikeDo whether it exists.',
        next: 'open-likedo',
      }
    case 'busy':
      return {
        reason: `${error.waiting} addresses are waiting in line already`,
        advice: 'Try again when one of them is done.',
        next: 'try-again',
      }
    case 'clipboard':
      return {
        reason: 'The address could not be put on the clipboard',
        advice: 'Copy it again, or read it from the list.',
        next: 'copy-again',
      }
    case 'invalid-input':
      return {
        reason: error.issues.length > 0 ? `Not understood: ${error.issues.join(', ')}` : 'Not understood',
        advice: 'Correct it and try again.',
        next: 'choose-name',
      }
    case 'forbidden':
      return { reason: 'Mailroom does not allow this', advice: '', next: 'open-logs' }
    case 'internal':
      return {
        reason: `Something in Mailroom broke (${error.ref})`,
        advice: 'The log says more under this number.',
        next: 'open-logs',
      }
    default:
      return error satisfies never
  }
}

/** The whole description as running text. */
export function sentence(error: AppError): string {
  const { reason, advice } = explain(error)
  return advice === '' ? `${reason}.` : `${reason}. ${advice}`
}

const said = (reason: string, message: string | null) =>
  message === null || message === '' ? reason : `${reason}: “${message.replace(/[.\s]+$/, '')}”`

function remarksOf(error: AppErrorOf<'rejected'>): string | null {
  const remarks = error.remarks.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  )
  return remarks.length > 0 ? remarks.join('; ') : error.message
}

function describeNoConnection({ reason, host }: AppErrorOf<'no-connection'>): Description {
  switch (reason) {
    case 'offline':
      return { reason: 'This computer is offline', advice: 'Nothing was sent.', next: 'try-again' }
    case 'refused':
      return { reason: `Nobody answers at ${host}`, advice: 'Nothing was sent.', next: 'try-again' }
    case 'name-not-found':
      return {
        reason: `The name ${host} was not found`,
        advice: 'Nothing was sent. Check the network, or the server address of the account.',
        next: 'open-account',
      }
    case 'tls':
      return {
        reason: `No safe connection to ${host}: its certificate is not trusted`,
        advice: 'Nothing was sent. Check the network, or the server address of the account.',
        next: 'open-account',
      }
    case 'proxy':
      return {
        reason: `The proxy did not connect to ${host}`,
        advice: 'Nothing was sent. Check the proxy in your system’s settings.',
        next: 'try-again',
      }
    default:
      return reason satisfies never
  }
}

function describeRateLimit({ by, until }: AppErrorOf<'rate-limited'>): Description {
  if (by === 'mailroom') {
    return {
      reason:
        until === null
          ? 'LikeDo’s requests for this hour are used up, as far as Mailroom counted'
          : `LikeDo’s requests are used up, as far as Mailroom counted, until ${clockTime(until)}`,
      advice: 'Nothing was sent. If your plan has more, try now.',
      next: 'try-now',
    }
  }
  return {
    reason:
      until === null
        ? 'LikeDo says there were too many requests, not until when'
        : `LikeDo says there were too many requests; it takes more from ${clockTime(until)}`,
    advice: 'It was not created.',
    next: 'try-again',
  }
}

const badResponseReasons: Record<AppErrorOf<'bad-response'>['problem'], string> = {
  'not-json': 'LikeDo’s answer could not be read',
  html: 'A web page came back instead of LikeDo’s answer; the network may want you to sign in first',
  truncated: 'LikeDo’s answer broke off',
  shape: 'LikeDo’s answer is not what its documentation says',
  'too-large': 'LikeDo’s answer was too large and was cut off',
  redirect: 'The server sent Mailroom elsewhere, where your key does not go',
  status: 'LikeDo answered with something unexpected',
}

function describeBadResponse({ problem, place, status }: AppErrorOf<'bad-response'>): Description {
  const details = [status === null ? '' : String(status), place].filter((text) => text !== '')
  const where = details.length > 0 ? ` (${details.join(', ')})` : ''
  return {
    reason: `${badResponseReasons[problem]}${where}`,
    advice: 'LikeDo may have acted all the same. Check before you use or repeat it.',
    next: 'check-now',
  }
}

const notFoundReasons: Record<AppErrorOf<'not-found'>['what'], string> = {
  account: 'There is no such account',
  address: 'This address is not here any more',
  activity: 'This row is not here any more',
  server: 'This server has nothing there',
}

function describeKeychain({ problem }: AppErrorOf<'keychain'>): Description {
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

function describeStorage({ problem }: AppErrorOf<'storage'>): Description {
  switch (problem) {
    case 'full':
      return {
        reason: 'The disk is full, so nothing can be written down',
        advice: 'Nothing was sent. Make room and try again.',
        next: 'try-again',
      }
    case 'read-only':
      return {
        reason: 'Mailroom’s data cannot be written: the file or its folder is read-only',
        advice: 'Nothing was sent. Give yourself the right to write there and start Mailroom again.',
        next: 'open-data-folder',
      }
    case 'locked':
      return {
        reason: 'Another program holds Mailroom’s data',
        advice: 'Nothing was sent. Close the other program and start Mailroom again.',
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
        advice: 'It was left untouched. Copies made before updates are in the data folder.',
        next: 'open-data-folder',
      }
    case 'failed':
      return {
        reason: 'Mailroom’s data could not be read or written',
        advice: 'Nothing was sent. Look into the data folder and the logs, then start Mailroom again.',
        next: 'open-data-folder',
      }
    default:
      return problem satisfies never
  }
}
