import type { AppErrorOf } from '../errors'
import type { Explanation } from './explanation'

/** Why a plan is not run. */
export function explainPlan({ why }: AppErrorOf<'plan'>): Explanation {
  switch (why) {
    case 'used':
      return {
        reason: 'This was begun already',
        advice: 'Activity shows how it stands.',
        next: 'open-activity',
      }
    case 'lapsed':
      return {
        reason: 'What you were shown is older than ten minutes',
        advice: 'Look at it again. Nothing was sent.',
        next: 'try-again',
      }
    case 'path-changed':
      return {
        reason: 'The API path is another one than you were shown',
        advice: 'Look at it again. Nothing was sent.',
        next: 'try-again',
      }
    case 'rows-changed':
      return {
        reason: 'What is to be changed is not as you were shown it',
        advice: 'Look at it again. Nothing was sent.',
        next: 'try-again',
      }
    default:
      return why satisfies never
  }
}
