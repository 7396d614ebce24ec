import type { AppError, AppErrorOf } from '../errors'
import { perhapsGone } from '../litemail/rowReads'
import type { Explanation } from './explanation'
import { notUnderstood } from './mapIssues'
import { said, seconds } from './phrases'
import { CALLED_OTHERWISE, isAboutForm } from './serviceErrors'
import { clockOrDay } from './time'

/** A reading changes nothing, so that nothing has to be checked after one that failed. */
const KEPT = 'What was read before stays as it was.'

const badResponseReasons: Record<AppErrorOf<'bad-response'>['problem'], string> = {
  'not-json': 'Litemail’s answer could not be read',
  html: 'A web page came back instead of Litemail’s answer; the network may want you to sign in first',
  truncated: 'Litemail’s answer broke off',
  shape: 'Litemail’s answer is not one that Mailroom understands',
  'too-large': 'Litemail’s answer was too large and was cut off',
  redirect: 'The server sent Mailroom elsewhere, where your key does not go',
  status: 'Litemail answered with something unexpected',
}

/** What failed when Litemail was asked for something; null where the words are those of every service. */
export function explainLitemail(error: AppError): Explanation | null {
  switch (error.kind) {
    case 'timeout':
      return {
        reason: `Litemail did not answer within ${seconds(error.afterMs)}`,
        advice: KEPT,
        next: 'try-again',
      }
    case 'connection-lost':
      return {
        reason: 'The connection broke before Litemail’s answer arrived',
        advice: KEPT,
        next: 'try-again',
      }
    case 'interrupted':
      return { reason: 'Mailroom ended while Litemail was being asked', advice: KEPT, next: 'try-again' }
    case 'unauthorized':
      return {
        reason: said('Litemail refused the key', error.message),
        advice:
          'It may have ended or been deleted. Make a new one at Litemail and put it in place of this one.',
        next: 'replace-key',
      }
    case 'operation-unauthorized':
      return {
        reason: said(`Litemail takes this key, but not for “${error.operation}”`, error.message),
        advice: `${KEPT} Perhaps this operation wants the key to be sent otherwise.`,
        next: 'fix-path',
      }
    case 'rate-limited':
      return {
        reason:
          error.until === null
            ? 'Litemail says there were too many requests, not until when'
            : `Litemail takes more requests from ${clockOrDay(error.until)}`,
        advice: `${KEPT} Mailroom goes on by itself.`,
        next: 'try-again',
      }
    case 'rejected':
      return explainRejected(error)
    case 'no-such-path':
      return explainNoSuchPath(error)
    case 'service-failed':
      return { reason: `Litemail failed (${error.status})`, advice: KEPT, next: 'try-again' }
    case 'bad-response':
      return explainBadResponse(error)
    case 'clipboard':
      return { reason: 'It could not be put on the clipboard', advice: 'Copy it again.', next: 'try-again' }
    case 'same-user':
      return {
        reason: `“${error.accountName}” is an account of the same Litemail user already`,
        advice: 'Replace the key of that account if this is a newer one.',
        next: 'open-account',
      }
    case 'no-account':
      return {
        reason: 'No Litemail account is connected',
        advice: 'Connect one with its API key.',
        next: 'connect-litemail',
      }
    case 'invalid-input':
      return {
        reason: notUnderstood(error.issues),
        advice: 'Correct it and try again.',
        next: 'try-again',
      }
    default:
      return null
  }
}

/** A service without such a path, or without what was asked for there: it did not say which. */
function explainNoSuchPath(error: AppErrorOf<'no-such-path'>): Explanation {
  const { operation, status } = error
  const row = perhapsGone(error)
  const perhaps = row === null ? '' : `Perhaps the ${row} that was asked for is not there any more. `
  return {
    reason: `Litemail does not know where Mailroom asked for “${operation}” (${status})`,
    advice: `${perhaps}Litemail’s documentation does not name every path, so that some are guessed. ${KEPT}`,
    next: 'fix-path',
  }
}

/** Nobody typed what a read sends: how it is asked is what can be put right. */
function explainRejected({ operation, status, message }: AppErrorOf<'rejected'>): Explanation {
  const reason = said(`Litemail did not accept the request (${status})`, message)
  if (operation === null || !isAboutForm(status)) return { reason, advice: KEPT, next: 'try-again' }
  return { reason, advice: `${KEPT} ${CALLED_OTHERWISE}`, next: 'fix-path' }
}

function explainBadResponse({ problem, place, status }: AppErrorOf<'bad-response'>): Explanation {
  const details = [status === null ? '' : String(status), place].filter((text) => text !== '')
  const where = details.length > 0 ? ` (${details.join(', ')})` : ''
  // What answers is not what was asked for: the path, or where the answer has its rows.
  const next = problem === 'shape' ? 'fix-path' : 'try-again'
  return { reason: `${badResponseReasons[problem]}${where}`, advice: KEPT, next }
}
