import { randomUUID } from 'node:crypto'
import {
  type FleetPartRow,
  type LitemailAccountRow,
  neverReadPart,
  type OpenPass,
  type PartKey,
} from '../../../src/main/store/fleetRows'
import type { AnswerNote } from '../../../src/main/store/operationAnswers'
import type { ApiMap } from '../../../src/shared/apiMap'
import type { DomainFacts, MailboxFacts, WorkspaceFacts } from '../../../src/shared/litemail/facts'
import { NOON } from './rows'

export const aLitemailAccount = (given: Partial<LitemailAccountRow> = {}): LitemailAccountRow => ({
  id: randomUUID(),
  service: 'litemail',
  name: 'Fleet',
  origin: 'https://api.litemail.app',
  basePath: '/v1',
  authentication: 'api-key',
  userId: 'user-1',
  userEmail: 'me@acme.example',
  keyEndsAt: null,
  keyGeneration: 1,
  keyKept: 'keychain',
  keyStanding: 'accepted',
  createdAt: NOON,
  removedAt: null,
  ...given,
})

export const mailboxFacts = (id: string, given: Partial<MailboxFacts> = {}): MailboxFacts => ({
  id,
  email: `${id}@acme.example`,
  username: id,
  domain: 'acme.example',
  domainId: null,
  firstName: 'Ada',
  lastName: 'Long',
  status: 'ACTIVE',
  tags: ['client'],
  assignedAt: NOON,
  renewsAt: NOON + 1,
  createdAt: null,
  other: { plan: 'GOOGLE' },
  ...given,
})

export const domainFacts = (id: string, given: Partial<DomainFacts> = {}): DomainFacts => ({
  id,
  name: `${id}.example`,
  status: 'ACTIVE',
  mailboxCount: 3,
  registeredAt: NOON,
  expiresAt: NOON + 1,
  isAutoRenewing: true,
  forwardTo: '',
  forwardingEmail: null,
  catchAllEmail: null,
  dmarcEmail: null,
  tags: null,
  nameServers: ['ns1.example'],
  expectedNameServers: [],
  other: {},
  ...given,
})

export const workspaceFacts = (id: string, given: Partial<WorkspaceFacts> = {}): WorkspaceFacts => ({
  id,
  name: `Workspace ${id}`,
  isPrimary: false,
  domainCount: null,
  mailboxCount: null,
  other: {},
  ...given,
})

export const anOpenPass = (id: number, given: Partial<OpenPass> = {}): OpenPass => ({
  id,
  startedAt: NOON,
  pageSize: 100,
  done: 0,
  ahead: [],
  perPage: null,
  pages: null,
  most: null,
  met: 0,
  stale: 0,
  firstEmpty: null,
  lastFilled: 0,
  hasGap: false,
  problem: null,
  ...given,
})

export const aPart = (key: PartKey, given: Partial<FleetPartRow> = {}): FleetPartRow => ({
  ...neverReadPart(key),
  ...given,
})

/** An operation worked that is asked as the table says. */
export const anAnswer = (accountId: string, given: Partial<AnswerNote> = {}): AnswerNote => ({
  ...{ accountId, operation: 'mailboxes.list', changedAt: null },
  ...{ at: NOON, problem: null, shape: null },
  ...given,
})

/** A map that fits no operation but itself. */
export const aMap: ApiMap = {
  method: 'GET',
  path: '/elsewhere',
  inputs: {},
  authentication: 'account',
  rows: null,
  total: null,
  next: null,
  isReadingPost: false,
}
