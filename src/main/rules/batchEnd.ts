import type { AppError } from '../../shared/errors'

/**
 * Whether what refused one address of several will refuse the others as well. The others are not sent then: they stay
 * written down, instead of being refused one by one.
 */
export function refusesAll(problem: AppError): boolean {
  switch (problem.kind) {
    case 'no-connection':
    case 'unauthorized':
    case 'quota':
    case 'rate-limited':
    case 'no-such-path':
    case 'keychain':
    case 'key-replaced':
    case 'no-account':
    case 'not-found':
    case 'storage':
    case 'internal':
      return true
    default:
      return false
  }
}
