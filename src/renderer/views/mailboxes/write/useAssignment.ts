import type { Assignment, AssignmentWish } from '../../../../shared/assignment'
import { call } from '../../../bridge'
import { type PausedReading, usePausedReading } from '../../pastedList/usePausedReading'

/** Has main read what new mailboxes are wanted, with every pause. Null: there is nothing to read yet. */
export const useAssignment = (wish: AssignmentWish | null, again: number): PausedReading<Assignment> => {
  const question = wish === null ? null : JSON.stringify([wish, again])
  const reading = usePausedReading<Assignment>(question, () =>
    // Asked only where there is a question.
    call('mailboxes.readAssignment', wish as AssignmentWish),
  )
  return question === null ? { read: null, isCurrent: false } : reading
}
