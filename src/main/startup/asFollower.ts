import { commandLineText } from '../../shared/text/commandLine'
import type { CreateOrder } from '../desktop/commandLine'
import { endWith } from '../desktop/terminal'
import { exitCodeOf } from '../rules/exitCode'
import { openStore } from '../store/store'
import { systemClock } from '../upstream/clock'
import type { OwnerParts } from './asOwner'
import { endingLines } from './endingLines'
import { followOrder } from './follow'

/**
 * Another Mailroom has the lock and has been handed the address order that this one was started for: its row is followed
 * to its ending. Answers true when the other one is gone and this process has the lock now.
 */
export async function runAsFollower(
  parts: Pick<OwnerParts, 'profile' | 'mine'> & {
    readonly create: CreateOrder
    readonly claim: () => boolean
  },
): Promise<boolean> {
  const { create } = parts
  const { requestId } = parts.mine
  const followed = await followOrder({
    requestId,
    deadlineMs: create.timeout * 1000,
    openReader: () => openStore({ folder: parts.profile.folder, mode: 'read-only' }),
    claim: parts.claim,
    clock: systemClock,
  })
  if (followed.kind === 'claimed') return true
  if (followed.kind === 'no-answer') {
    endWith({ code: 8, stderr: commandLineText.noAnswer })
    return false
  }
  const { ending } = followed
  const isCreated = ending.ok && ending.value.state === 'created'
  const lines =
    isCreated && !create.isPrinted
      ? { stdout: commandLineText.createdByOther(ending.value.email) }
      : endingLines(ending, create.isPrinted)
  endWith({ code: exitCodeOf(ending), ...lines })
  return false
}
