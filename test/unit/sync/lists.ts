import { domainsByName } from '../../../src/shared/domain'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import { take } from '../../support/actions/take'
import { KEY, type Simulation } from './simulation'

const ALL = { offset: 0, limit: 1_000_000 }

/** One row as both sides know it. */
export interface Listed {
  readonly id: string
  readonly workspaceId: string
  readonly isUnseen: boolean
}

const inOrder = (rows: Listed[]): Listed[] => rows.sort((one, other) => (one.id < other.id ? -1 : 1))

/** The mailboxes that lists show. */
export async function keptMailboxes({ context, clock }: Simulation): Promise<Listed[]> {
  const page = { view: mailboxesByAddress, ...ALL, now: clock.now() }
  const { rows } = take(await context.store.read('mailboxes.list', page))
  return inOrder(
    rows.map(({ serviceId, workspaceId, isUnseen }) => ({ id: serviceId, workspaceId, isUnseen })),
  )
}

/** The domains that lists show, by name. */
export async function keptDomains({ context, clock }: Simulation): Promise<Listed[]> {
  const page = { view: domainsByName, ...ALL, now: clock.now() }
  const { rows } = take(await context.store.read('domains.list', page))
  return inOrder(rows.map(({ name, workspaceId, isUnseen }) => ({ id: name, workspaceId, isUnseen })))
}

/** The mailboxes of the service. */
export const heldMailboxes = ({ service }: Simulation, key = KEY): Listed[] =>
  inOrder(
    service.holdingsOf(key).mailboxes.map(({ id, workspaceId }) => ({ id, workspaceId, isUnseen: false })),
  )

/** The domains of the service, by name. */
export const heldDomains = ({ service }: Simulation, key = KEY): Listed[] =>
  inOrder(
    service
      .holdingsOf(key)
      .domains.map((domain) => ({ id: domain.domain, workspaceId: domain.workspaceId, isUnseen: false })),
  )
