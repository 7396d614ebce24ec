import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { AppError } from '../../shared/errors'
import type { Mailbox } from '../../shared/mailbox'
import type { FilledInputs, OperationAnswer } from '../../shared/operationAnswer'
import { call } from '../bridge'

/** What an operation is asked about: a mailbox, an account. */
export interface Asked {
  readonly id: string
  readonly accountId: string
  /** '': without a workspace header. */
  readonly workspaceId: string
}

/** What an operation told at last of one of them. */
export interface OnDemand {
  readonly aboutId: string | null
  readonly answer: OperationAnswer | null
  /** Why the last press brought no answer. */
  readonly error: AppError | null
  /** Why it is not known what was answered before. */
  readonly keptError: AppError | null
  readonly isAsking: boolean
}

/** One operation about something, asked on a press. */
export interface OnDemandStore<About extends Asked> {
  readonly operation: string
  readonly use: UseBoundStore<StoreApi<OnDemand>>
  /** What was answered before is shown with its age; nobody is asked. */
  readonly recall: (about: About) => Promise<void>
  /** Asks the service. */
  readonly read: (about: About) => Promise<void>
}

const nothing: OnDemand = { aboutId: null, answer: null, error: null, keptError: null, isAsking: false }

/** What is told of this one: nothing, as long as it is still of another. */
export const toldOf = (told: OnDemand, { id }: Asked): OnDemand => (told.aboutId === id ? told : nothing)

function createOnDemand<About extends Asked>(
  operation: string,
  inputsOf: (about: About) => FilledInputs,
): OnDemandStore<About> {
  const use = create<OnDemand>(() => nothing)
  /** Of whom it is being asked: it stays so while somebody looks at another one. */
  const underWay = new Set<string>()
  const isHere = ({ id }: Asked): boolean => use.getState().aboutId === id
  const askedOf = (about: About) => {
    const { accountId, workspaceId } = about
    return { accountId, operation, workspaceId, inputs: inputsOf(about) }
  }
  return {
    operation,
    use,
    async recall(about) {
      use.setState({ ...nothing, aboutId: about.id, isAsking: underWay.has(about.id) })
      const kept = await call('operations.kept', askedOf(about))
      const isAnswered = use.getState().answer !== null
      if (!isHere(about) || isAnswered) return
      use.setState(kept.ok ? { answer: kept.value, keptError: null } : { keptError: kept.error })
    },
    async read(about) {
      if (underWay.has(about.id)) return
      underWay.add(about.id)
      if (isHere(about)) use.setState({ isAsking: true, error: null })
      const read = await call('operations.read', askedOf(about))
      underWay.delete(about.id)
      if (!isHere(about)) return
      const told = read.ok ? { answer: read.value, keptError: null } : { error: read.error }
      use.setState({ ...told, isAsking: false })
    },
  }
}

/** How warm a mailbox is. */
export const warmup = createOnDemand<Mailbox>('mailboxes.warmup', ({ serviceId }) => ({
  mailboxId: serviceId,
}))

/** All that the service tells of a mailbox by itself, of which its list is only a part; without credentials. */
export const allFields = createOnDemand<Mailbox>('mailboxes.get', ({ serviceId }) => ({ id: serviceId }))

/** What Litemail tells of an account at Cloudflare; without credentials. */
export const cloudflare = createOnDemand<Asked>('cloudflare.get', () => ({}))

/** What an account exported, as Litemail tells it. */
export const exportHistory = createOnDemand<Asked>('exportHistory.list', () => ({}))

/** So many invoices are asked for; a service may answer fewer. */
const INVOICES = 100

/** What an account was billed for. */
export const invoices = createOnDemand<Asked>('wallet.invoices', () => ({ limit: INVOICES }))
