import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { AppError } from '../../shared/errors'
import type { Mailbox } from '../../shared/mailbox'
import type { FilledInputs, OperationAnswer } from '../../shared/operationAnswer'
import { call } from '../bridge'

/** What an operation told at last of one mailbox. */
export interface OnDemand {
  readonly mailboxId: string | null
  readonly answer: OperationAnswer | null
  readonly error: AppError | null
  readonly isAsking: boolean
}

/** One operation about a mailbox, asked on a press. */
export interface OnDemandStore {
  readonly operation: string
  readonly use: UseBoundStore<StoreApi<OnDemand>>
  /** What was answered before is shown with its age; nobody is asked. */
  readonly recall: (mailbox: Mailbox) => Promise<void>
  /** Asks the service. */
  readonly read: (mailbox: Mailbox) => Promise<void>
}

const nothing: OnDemand = { mailboxId: null, answer: null, error: null, isAsking: false }

function createOnDemand(operation: string, inputsOf: (mailbox: Mailbox) => FilledInputs): OnDemandStore {
  const use = create<OnDemand>(() => nothing)
  const isHere = ({ id }: Mailbox): boolean => use.getState().mailboxId === id
  const askedOf = (mailbox: Mailbox) => {
    const { accountId, workspaceId } = mailbox
    return { accountId, operation, workspaceId, inputs: inputsOf(mailbox) }
  }
  return {
    operation,
    use,
    async recall(mailbox) {
      use.setState({ ...nothing, mailboxId: mailbox.id })
      const kept = await call('operations.kept', askedOf(mailbox))
      const isAnswered = use.getState().answer !== null
      if (kept.ok && isHere(mailbox) && !isAnswered) use.setState({ answer: kept.value })
    },
    async read(mailbox) {
      use.setState({ isAsking: true, error: null })
      const read = await call('operations.read', askedOf(mailbox))
      if (!isHere(mailbox)) return
      use.setState({ isAsking: false, ...(read.ok ? { answer: read.value } : { error: read.error }) })
    },
  }
}

/** How warm a mailbox is. */
export const warmup = createOnDemand('mailboxes.warmup', ({ serviceId }) => ({ mailboxId: serviceId }))

/** All that the service tells of a mailbox by itself, of which its list is only a part; without credentials. */
export const allFields = createOnDemand('mailboxes.get', ({ serviceId }) => ({ id: serviceId }))
