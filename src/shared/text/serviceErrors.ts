import type { AppErrorOf } from '../errors'
import { isLikeDoOperationId, type LikeDoOperationId } from '../likedo/operations'
import type { Explanation } from './explanation'
import { said } from './phrases'
import { clockOrDay } from './time'

/** Of the one request that an error is about: an earlier one for the same address may have been sent. */
const NOT_SENT = 'The request was not sent.'

/** A request that never left. */
export function explainNoConnection({ reason, host }: AppErrorOf<'no-connection'>): Explanation {
  switch (reason) {
    case 'offline':
      return { reason: 'This computer is offline', advice: NOT_SENT, next: 'try-again' }
    case 'refused':
      return { reason: `Nobody answers at ${host}`, advice: NOT_SENT, next: 'try-again' }
    case 'name-not-found':
      return {
        reason: `The name ${host} was not found`,
        advice: `${NOT_SENT} Check the network, or the server address of the account.`,
        next: 'open-account',
      }
    case 'tls':
      return {
        reason: `No safe connection to ${host}: its certificate is not trusted`,
        advice: `${NOT_SENT} Check the network, or the server address of the account.`,
        next: 'open-account',
      }
    case 'proxy':
      return {
        reason: `The proxy did not connect to ${host}`,
        advice: `${NOT_SENT} Check the proxy in your system’s settings.`,
        next: 'try-again',
      }
    case 'not-made':
      return { reason: `No connection to ${host} could be made`, advice: NOT_SENT, next: 'try-again' }
    default:
      return reason satisfies never
  }
}

/** A request that came too soon, as the service or Mailroom counts. */
export function explainRateLimit({ by, until }: AppErrorOf<'rate-limited'>): Explanation {
  if (by === 'mailroom') {
    return {
      reason:
        until === null
          ? 'LikeDo’s requests for this hour are used up, as far as Mailroom counted'
          : `LikeDo’s requests are used up, as far as Mailroom counted, until ${clockOrDay(until)}`,
      advice: `${NOT_SENT} If your plan has more, try now.`,
      next: 'try-now',
    }
  }
  return {
    reason:
      until === null
        ? 'LikeDo says there were too many requests, not until when'
        : `LikeDo says there were too many requests; it takes more from ${clockOrDay(until)}`,
    advice: 'Wait a little before you try again.',
    next: 'try-again',
  }
}

/** What LikeDo is asked, inside a sentence. */
const asked: Readonly<Record<LikeDoOperationId, string>> = {
  'addresses.create': 'for an address',
  'addresses.list': 'for its addresses',
  'messages.list': 'for messages',
}
/** What its documentation does not name a path for. */
const INBOX: LikeDoOperationId = 'messages.list'
const GUESSED = 'LikeDo’s public documentation does not name this path, so that it is guessed.'

/** 404 or 405 for an operation of LikeDo's. For creating, its documentation has a second path. */
export function explainNoSuchPath({ operation, status }: AppErrorOf<'no-such-path'>): Explanation {
  const what = isLikeDoOperationId(operation) ? asked[operation] : `for “${operation}”`
  const reason = `This server does not know how Mailroom asks ${what} (${status})`
  if (operation === 'addresses.create') {
    return {
      reason,
      advice: 'LikeDo’s documentation names a second path. Mailroom takes it only when you say so.',
      next: 'try-other-path',
    }
  }
  const advice = operation === INBOX ? GUESSED : 'An older server may not have it at all.'
  return { reason, advice, next: 'fix-path' }
}

/**
 * What LikeDo did not accept: of a creation, what was asked for; of a read, how it was asked, since nobody typed anything
 * for it.
 */
export function explainRejected(error: AppErrorOf<'rejected'>): Explanation {
  const { operation, status } = error
  if (operation === null || operation === 'addresses.create') {
    return {
      reason: said('LikeDo did not accept the request', remarksOf(error)),
      advice: 'Change what it names and try again.',
      next: 'choose-name',
    }
  }
  const what = isLikeDoOperationId(operation) ? asked[operation] : null
  if (what === null || !isAboutForm(status)) {
    return {
      reason: said('LikeDo did not accept the request', remarksOf(error)),
      advice: '',
      next: 'try-again',
    }
  }
  return {
    reason: said(`LikeDo did not accept how Mailroom asks ${what} (${status})`, remarksOf(error)),
    advice: operation === INBOX ? `${GUESSED} ${CALLED_OTHERWISE}` : CALLED_OTHERWISE,
    next: 'fix-path',
  }
}

/** Behind a read that was not accepted. */
export const CALLED_OTHERWISE = 'Perhaps its inputs are called otherwise there.'

const PAYMENT_REQUIRED = 402

/** Whether a status that refuses a read may be about how it is asked; at gateways, 403 is what unknown paths answer. */
export const isAboutForm = (status: number): boolean => status !== PAYMENT_REQUIRED

/** The service's own words, field by field where it says which. */
export function remarksOf(error: AppErrorOf<'rejected'>): string | null {
  const remarks = error.remarks.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  )
  return remarks.length > 0 ? remarks.join('; ') : error.message
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

/** An answer that cannot be what was asked for. */
export function explainBadResponse(error: AppErrorOf<'bad-response'>): Explanation {
  const { operation, problem, place, status } = error
  const details = [status === null ? '' : String(status), place].filter((text) => text !== '')
  const where = details.length > 0 ? ` (${details.join(', ')})` : ''
  if (operation === INBOX) {
    const next = problem === 'shape' ? 'fix-path' : 'try-again'
    return { reason: `${badResponseReasons[problem]}${where}`, advice: '', next }
  }
  return {
    reason: `${badResponseReasons[problem]}${where}`,
    advice: 'LikeDo may have acted all the same. Check before you use or repeat it.',
    next: 'check-now',
  }
}
