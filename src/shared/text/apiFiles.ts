import type { AppErrorOf } from '../errors'
import type { Explanation } from './explanation'

/** A sample that was pasted and cannot be read. Nothing is changed by trying. */
export function explainApiSample({ problem }: AppErrorOf<'api-sample'>): Explanation {
  const next = 'try-again'
  switch (problem) {
    case 'no-curl':
      return {
        reason: 'This is no curl command',
        advice: 'Copy the whole sample of the operation, from “curl” to its end.',
        next,
      }
    case 'quotes':
      return {
        reason: 'A quotation mark of this command is not closed',
        advice: 'Copy the whole sample, to its last line.',
        next,
      }
    case 'no-url':
      return {
        reason: 'This command has no address',
        advice: 'Copy the whole sample of the operation.',
        next,
      }
    case 'url':
      return {
        reason: 'The address of this command is none that a service has',
        advice: 'It begins with https://, with the path, or with a placeholder for the server.',
        next,
      }
    case 'method':
      return {
        reason: 'No operation is asked with this method',
        advice: 'Mailroom knows GET, POST, PUT, PATCH and DELETE.',
        next,
      }
    case 'outside':
      return {
        reason: 'The path of this sample is not below the account’s server address',
        advice: 'Compare the server address in Settings with the one in the documentation.',
        next: 'open-account',
      }
    case 'too-long':
      return {
        reason: 'This is too long for a sample',
        advice: 'Copy the sample of one operation alone.',
        next,
      }
    default:
      return problem satisfies never
  }
}

const unchanged = 'Nothing was changed.'

/** A file that should say how operations are asked, and cannot be taken. Nothing of it is. */
export function explainApiFile({ problem, line }: AppErrorOf<'api-file'>): Explanation {
  const at = line === null ? '' : ` (line ${line})`
  const refused = (reason: string, advice = unchanged): Explanation => ({
    reason,
    advice,
    next: 'choose-file',
  })
  switch (problem) {
    case 'unknown':
      return refused('The file is neither an OpenAPI file nor API paths of Mailroom')
    case 'syntax':
      return refused(`The file is no JSON and no YAML that can be read${at}`)
    case 'alias':
      return refused(
        `The file has an alias${at}, which Mailroom does not follow`,
        `Save it without “*” and “&”, or as JSON. ${unchanged}`,
      )
    case 'tag':
      return refused(`The file has a tag of its own${at}, which Mailroom does not follow`)
    case 'deep':
      return refused('The file has more levels than any description of an API')
    case 'inherited-name':
      return refused(`The file has a name in it that no service gives to a field${at}`)
    case 'too-large':
      return refused('The file is larger than 10 MB')
    case 'too-many':
      return refused('The file has more than 2,000 operations')
    case 'too-much':
      return refused(
        'The file takes too long or too much memory to read',
        `Save it as JSON, which is read much faster. ${unchanged}`,
      )
    case 'empty':
      return refused('The file has no operation in it')
    case 'newer':
      return refused(
        'These API paths were written by a newer version of Mailroom',
        `Install the newer version to import them. ${unchanged}`,
      )
    case 'damaged':
      return refused('These API paths are damaged or not whole')
    case 'other-service':
      return refused('These API paths are those of another service than this account’s')
    default:
      return problem satisfies never
  }
}
