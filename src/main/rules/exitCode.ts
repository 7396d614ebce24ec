import type { Created } from '../../shared/address'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'

/** What the program ends with, as `mailroom --help` says. 1 is a fault of Mailroom itself. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/** The exit code of one creation. */
export function exitCodeOf(result: Result<Created, AppError>): ExitCode {
  if (result.ok) return result.value.state === 'created' ? 0 : 8
  return exitCodeOfError(result.error)
}

function exitCodeOfError(error: AppError): ExitCode {
  switch (error.kind) {
    case 'invalid-input':
      return 2
    case 'no-account':
    case 'unauthorized':
    case 'key-replaced':
    case 'operation-unauthorized':
    case 'other-user':
    case 'same-user':
      return 3
    case 'keychain':
      return 4
    case 'not-in-plan':
    case 'conflict':
    case 'rejected':
    case 'no-such-path':
      return 5
    case 'not-found':
      return error.what === 'account' ? 3 : 5
    case 'quota':
    case 'rate-limited':
    case 'busy':
      return 6
    case 'no-connection':
      return 7
    case 'timeout':
    case 'connection-lost':
    case 'interrupted':
    case 'owner-unknown':
    case 'service-failed':
    case 'bad-response':
      return 8
    case 'storage':
      return 9
    case 'clipboard':
    case 'clipboard-focus':
    case 'clipboard-late':
    case 'hidden':
    case 'nothing-to-undo':
    case 'plan':
    case 'shortcut':
    case 'file':
    case 'api-sample':
    case 'api-file':
    case 'backup':
    case 'given-up':
    case 'said-undone':
    case 'others-changed':
    case 'others-unknown':
    case 'forbidden':
    case 'unproven':
    case 'internal':
      return 1
    default:
      return error satisfies never
  }
}
