import { randomUUID } from 'node:crypto'
import type { AccountRow, NewAddressWrite, Settlement } from '../../../src/main/store/rows'
import { type AddressView, newestFirst } from '../../../src/shared/addressView'
import type { AppError } from '../../../src/shared/errors'

export const NOON = Date.UTC(2026, 2, 9, 12)

export const anAccount = (given: Partial<AccountRow> = {}): AccountRow => ({
  id: randomUUID(),
  service: 'likedo',
  name: 'Mine',
  origin: 'https://like.do',
  plan: 'free',
  requestsPerHour: null,
  keyEndsOn: null,
  isDefault: false,
  keyGeneration: 1,
  keyKept: 'keychain',
  keyStanding: 'unchecked',
  canList: null,
  createdAt: NOON,
  removedAt: null,
  ...given,
})

/** The first rows of a view: the newest ones, unless it says otherwise; hidden ones are left out. */
export const firstRows = (given: Partial<AddressView> = {}, limit = 10) => ({
  view: { ...newestFirst, ...given },
  offset: 0,
  limit,
})

export const aWrite = (accountId: string | null, given: Partial<NewAddressWrite> = {}): NewAddressWrite => {
  const id = randomUUID()
  return {
    id,
    requestId: randomUUID(),
    accountId,
    keyGeneration: accountId === null ? null : 1,
    email: `${id}@ig.do`,
    drawnBits: 31.5,
    tag: null,
    note: '',
    via: 'window',
    plannedAt: NOON,
    ...given,
  }
}

export const TIMEOUT: AppError = { kind: 'timeout', afterMs: 10_000 }
export const NO_CONNECTION: AppError = { kind: 'no-connection', reason: 'refused', host: 'like.do' }
export const TOO_MANY: AppError = { kind: 'rate-limited', by: 'service', until: null }
export const REJECTED: AppError = {
  kind: 'rejected',
  operation: 'addresses.create',
  status: 400,
  message: 'no',
  remarks: [],
}

export const done = (given: Partial<Extract<Settlement, { state: 'done' }>> = {}): Settlement => ({
  state: 'done',
  at: NOON + 2_000,
  evidence: 'answer',
  serviceId: null,
  createdAt: null,
  ...given,
})
export const ended = (state: 'refused' | 'dropped' | 'unconfirmed', problem: AppError): Settlement => ({
  state,
  at: NOON + 2_000,
  problem,
})
