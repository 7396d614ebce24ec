import type { JobTarget } from '../../shared/job'
import { isFinal, type WritingId } from '../../shared/litemail/writing'
import type { Confirmation } from '../../shared/plan'

/** So many rows that can be taken back need no more than a press. */
const MOST_BY_BUTTON = 10

/** How a plan is confirmed: by its name where one domain or subscription is at stake, by its number where many are. */
export function confirmationOf(id: WritingId, targets: readonly (JobTarget | null)[]): Confirmation {
  const [only = null] = targets
  const isOne = targets.length === 1 && (only?.noun === 'domain' || only?.noun === 'subscription')
  if (!isFinal(id)) {
    return targets.length <= MOST_BY_BUTTON ? { by: 'button' } : { by: 'number', number: targets.length }
  }
  // Where the service tells no name, it is known by its number.
  return isOne && only !== null
    ? { by: 'name', name: only.name.trim() || only.serviceId }
    : { by: 'number', number: targets.length }
}
