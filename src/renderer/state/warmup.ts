import { create } from 'zustand'
import type { AppError } from '../../shared/errors'
import type { Mailbox } from '../../shared/mailbox'
import type { OperationAnswer } from '../../shared/operationAnswer'
import { call } from '../bridge'

/** What Litemail told at last of how warm a mailbox is. */
export interface Warmup {
  readonly mailboxId: string | null
  readonly answer: OperationAnswer | null
  readonly error: AppError | null
  readonly isAsking: boolean
}

const nothing: Warmup = { mailboxId: null, answer: null, error: null, isAsking: false }

export const useWarmup = create<Warmup>(() => nothing)

const askedOf = ({ accountId, workspaceId, serviceId }: Mailbox) => ({
  accountId,
  operation: 'mailboxes.warmup',
  workspaceId,
  inputs: { mailboxId: serviceId },
})

const isHere = ({ id }: Mailbox): boolean => useWarmup.getState().mailboxId === id

/** What was answered before is shown with its age; nobody is asked. */
export async function recallWarmup(mailbox: Mailbox): Promise<void> {
  useWarmup.setState({ ...nothing, mailboxId: mailbox.id })
  const kept = await call('operations.kept', askedOf(mailbox))
  const isNewer = useWarmup.getState().answer !== null
  if (kept.ok && isHere(mailbox) && !isNewer) useWarmup.setState({ answer: kept.value })
}

/** Asks Litemail. */
export async function readWarmup(mailbox: Mailbox): Promise<void> {
  useWarmup.setState({ isAsking: true, error: null })
  const read = await call('operations.read', askedOf(mailbox))
  if (!isHere(mailbox)) return
  useWarmup.setState({ isAsking: false, ...(read.ok ? { answer: read.value } : { error: read.error }) })
}
