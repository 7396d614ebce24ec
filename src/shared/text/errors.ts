import type { AppError, AppErrorOf } from '../errors'
import { explainApiFile, explainApiSample } from './apiFiles'
import type { Explanation } from './explanation'
import { explainBackup, explainFile, explainShortcut } from './fileErrors'
import { explainLitemail } from './litemailErrors'
import { explainHidden, explainKeychain, explainStorage } from './localErrors'
import { notUnderstood } from './mapIssues'
import { said, seconds } from './phrases'
import { explainPlan } from './planErrors'
import {
  explainBadResponse,
  explainNoConnection,
  explainNoSuchPath,
  explainRateLimit,
  explainRejected,
} from './serviceErrors'

export { type Explanation, type NextStep, nextStepLabels } from './explanation'

/** Who was asked. */
export type AtWhom = 'likedo' | 'litemail'

/**
 * The words of every failure and its one next step. Exhaustive: a new kind does not compile without them.
 * `at`: which service it happened with; a failure within this computer has the same words for both.
 */
export function explain(error: AppError, at: AtWhom = 'likedo'): Explanation {
  return (at === 'litemail' ? explainLitemail(error) : null) ?? explainLikeDo(error)
}

function explainLikeDo(error: AppError): Explanation {
  switch (error.kind) {
    case 'no-connection':
      return explainNoConnection(error)
    case 'timeout':
      return {
        reason: `LikeDo did not answer within ${seconds(error.afterMs)}`,
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
      return explainRateLimit(error)
    case 'conflict':
      return {
        reason: `LikeDo already has ${error.email}`,
        advice: 'Somebody, perhaps you, made it before. Choose another name.',
        next: 'choose-name',
      }
    case 'owner-unknown':
      return {
        reason: 'LikeDo says this address exists, not whose it is',
        advice: 'Open LikeDo to see whether it is among yours.',
        next: 'say-whose',
      }
    case 'rejected':
      return explainRejected(error)
    case 'no-such-path':
      return explainNoSuchPath(error)
    case 'unproven':
      return {
        reason: `“${error.operation}” is asked with a POST that has not worked here yet`,
        advice: 'Mailroom does not send it by itself before you have read it once in Operations.',
        next: 'open-operation',
      }
    case 'service-failed':
      return {
        reason: `LikeDo failed (${error.status})`,
        advice: 'It may have acted all the same. Check before you use or repeat it.',
        next: 'check-now',
      }
    case 'bad-response':
      return explainBadResponse(error)
    case 'not-found':
      return notFoundExplanations[error.what]
    case 'keychain':
      return explainKeychain(error)
    case 'storage':
      return explainStorage(error)
    case 'operation-unauthorized':
      return {
        reason: said(`The service takes this key, but not for “${error.operation}”`, error.message),
        advice: 'Its documentation says how this operation wants to be asked.',
        next: 'fix-path',
      }
    case 'other-user':
      return {
        reason: 'This key belongs to another user of Litemail than this account',
        advice: 'Enter a key of the same user, or connect another account.',
        next: 'replace-key',
      }
    case 'same-user':
      return {
        reason: `“${error.accountName}” is an account of the same user already`,
        advice: 'Replace the key of that account if this is a newer one.',
        next: 'open-account',
      }
    case 'no-account':
      return {
        reason: 'No LikeDo account is connected',
        advice: 'Connect one with its API key.',
        next: 'connect',
      }
    case 'given-up':
      return { reason: 'You decided not to send it', advice: 'Nothing was sent.', next: 'open-activity' }
    case 'said-undone':
      return { reason: 'You said that Litemail did not do it', advice: 'It was sent.', next: 'open-activity' }
    case 'key-replaced':
      return {
        reason: 'It was asked for with a key that you replaced since, so Mailroom does not send it again',
        advice: 'Open LikeDo to see whether it exists.',
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
    case 'clipboard-focus':
      return {
        reason: 'Your desktop lets Mailroom copy only from a focused window',
        advice: 'Go to Mailroom’s window and copy it there.',
        next: 'copy-again',
      }
    case 'clipboard-late':
      return {
        reason: 'The clipboard was used for something else meanwhile, so it was left alone',
        advice: 'Copy the address when you want it.',
        next: 'copy-again',
      }
    case 'hidden':
      return explainHidden(error)
    case 'plan':
      return explainPlan(error)
    case 'others-changed':
      return {
        reason: `Litemail changed others as well: ${error.name}, which this removal did not name, is not as it was`,
        advice: 'Nothing more is sent. Look at your domains at Litemail before anything else is removed.',
        next: 'open-activity',
      }
    case 'others-unknown':
      return { reason: `It is not known whether ${error.name} changed`, advice: '', next: 'open-activity' }
    case 'nothing-to-undo':
      return { reason: 'There is nothing to take back', advice: '', next: 'open-activity' }
    case 'shortcut':
      return explainShortcut(error)
    case 'file':
      return explainFile(error)
    case 'api-sample':
      return explainApiSample(error)
    case 'api-file':
      return explainApiFile(error)
    case 'backup':
      return explainBackup(error)
    case 'invalid-input':
      return {
        reason: notUnderstood(error.issues),
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
export function sentence(error: AppError, at: AtWhom = 'likedo'): string {
  const { reason, advice } = explain(error, at)
  return advice === '' ? `${reason}.` : `${reason}. ${advice}`
}

const notFoundExplanations: Record<AppErrorOf<'not-found'>['what'], Explanation> = {
  account: {
    reason: 'There is no such account',
    advice: 'Look at the accounts in Settings.',
    next: 'open-account',
  },
  address: {
    reason: 'This address is not here any more',
    advice: 'Activity shows what became of it.',
    next: 'open-activity',
  },
  activity: {
    reason: 'This row stands otherwise by now',
    advice: 'Activity shows what became of it.',
    next: 'open-activity',
  },
  server: {
    reason: 'This server has nothing there',
    advice: 'Check the server address of the account.',
    next: 'open-account',
  },
  file: {
    reason: 'Mailroom does not hold this file open any more',
    advice: 'Choose it again.',
    next: 'choose-file',
  },
  batch: {
    reason: 'These addresses are not asked for together any more',
    advice: 'The list and Activity show what became of each.',
    next: 'open-activity',
  },
  plan: {
    reason: 'What you were shown is not planned any more',
    advice: 'Look at it again. Nothing was sent.',
    next: 'try-again',
  },
  job: {
    reason: 'This is not known any more',
    advice: 'Activity shows what became of each row.',
    next: 'open-activity',
  },
  snapshot: {
    reason: 'What was selected is not known any more',
    advice: 'Select it again.',
    next: 'try-again',
  },
  mailbox: {
    reason: 'This mailbox is not here any more',
    advice: 'Read the mailboxes again.',
    next: 'try-again',
  },
  credential: {
    reason: 'Litemail told no such credential of this mailbox',
    advice: 'Show its credentials to see what there is.',
    next: 'try-again',
  },
  domain: {
    reason: 'This domain is not here any more',
    advice: 'Read the domains again.',
    next: 'try-again',
  },
  operation: {
    reason: 'The service has no such operation',
    advice: 'Look at what it has in Operations.',
    next: 'open-operation',
  },
  message: {
    reason: 'This message is not here any more',
    advice: 'Read the messages again.',
    next: 'try-again',
  },
  view: { reason: 'This view is not here any more', advice: 'Save it again.', next: 'try-again' },
  copy: {
    reason: 'This copy is not there any more',
    advice: 'Look into the data folder.',
    next: 'open-data-folder',
  },
}
