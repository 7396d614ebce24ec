import { describe, expect, it } from 'vitest'
import { type WritingId, writingIds } from '../../../src/shared/litemail/writing'
import type { FilledInputs } from '../../../src/shared/operationAnswer'
import { type Held, samplePerTest } from './samplePerTest'

const { held, cells, idOf, write } = samplePerTest()

const email = 'post@inbox.example'
const person = { firstName: 'Ida', lastName: 'Vik' }

interface Case {
  readonly inputs: (of: Held) => FilledInputs | Promise<FilledInputs>
  /** Which read shows it, what it then has, and what it has no more. */
  readonly read?: string
  readonly about?: (of: Held) => FilledInputs
  readonly has?: string
  readonly hasNot?: string
}

const ofDomain = ({ domain }: Held) => ({ domainId: domain })
const ofMailbox = ({ mailbox }: Held) => ({ id: mailbox })
const settings = (of: Held) => ({ id: of.domain })
const record = { recordType: 'TXT', host: '_verify', value: 'token=sample' }
const recordId = (of: Held) => idOf('dns.list', of, ofDomain(of), 'MX', 'mx1')

const cases: Readonly<Record<WritingId, Case>> = {
  'workspaces.create': { inputs: () => ({ name: 'Fjord' }), read: 'workspaces.list', has: 'Fjord' },
  'workspaces.update': {
    ...{ inputs: ({ workspaceId }) => ({ id: workspaceId, name: 'Fjord' }), read: 'workspaces.list' },
    ...{ has: 'Fjord', hasNot: 'Northwind' },
  },
  'billing.addDetails': {
    inputs: () => ({
      ...{ ...person, addressLineOne: 'Lindenweg 4', city: 'Basel', country: 'CH', postalCode: '4051' },
    }),
  },
  'mailboxes.create': {
    inputs: (of) => ({ ...ofDomain(of), ...person, username: 'ida.vik' }),
    ...{ read: 'mailboxes.list', about: () => ({ contains: 'ida.vik' }), has: 'ida.vik@' },
  },
  'mailboxes.assign': {
    inputs: (of) => ({
      ...ofDomain(of),
      ...{ 'mailboxes.firstName': 'Ida', 'mailboxes.lastName': 'Vik', 'mailboxes.username': 'vik.ida' },
    }),
    ...{ read: 'mailboxes.list', about: () => ({ contains: 'vik.ida' }), has: 'vik.ida@' },
  },
  'mailboxes.update': {
    ...{ inputs: (of) => ({ ...ofMailbox(of), lastName: 'Ravn' }), read: 'mailboxes.get', about: ofMailbox },
    has: 'Ravn',
  },
  'mailboxes.remove': {
    ...{ inputs: ofMailbox, read: 'mailboxes.get', about: ofMailbox, has: 'SCHEDULED_FOR_REMOVAL' },
  },
  'wallet.addBalance': { inputs: () => ({ amount: 50 }) },
  'wallet.autoRecharge': {
    inputs: () => ({ enable: true, threshold: 7, minimumRechargeAmount: 33 }),
    ...{ read: 'wallet.balance', has: '33' },
  },
  // The wallet held 36 dollars.
  'wallet.addCredit': { inputs: () => ({ amount: 25.5 }), read: 'wallet.balance', has: '61.5' },
  'exports.mailboxes': {
    inputs: ({ mailbox }) => ({ apps: ['PIPL'], ids: [mailbox] }),
    ...{ read: 'exportHistory.list', has: 'PIPL' },
  },
  'exports.addAccount': { inputs: () => ({ app: 'PIPL', email, password: 'sample' }) },
  'exports.updateAccount': { inputs: () => ({ app: 'PIPL', email, password: 'other' }) },
  'exports.connectInboxes': {
    inputs: ({ mailbox }) => ({ app: 'REPLY_IO', ids: [mailbox] }),
    ...{ read: 'exportHistory.list', has: 'REPLY_IO' },
  },
  'exportHistory.create': {
    inputs: ({ mailbox }) => ({ app: 'MANUAL', mailboxIds: [mailbox], status: 'COMPLETED' }),
    ...{ read: 'exportHistory.list', has: 'MANUAL' },
  },
  'subscriptions.cancel': {
    inputs: async (of) => ({ id: await idOf('subscriptions.list', of, {}, 'ACTIVE') }),
    ...{ read: 'subscriptions.list', has: 'CANCELLED' },
  },
  'subscriptions.upgrade': {
    inputs: async (of) => ({ id: await idOf('subscriptions.list', of, {}, 'Basic'), newPlan: 'Pro' }),
    ...{ read: 'subscriptions.list', has: 'Pro', hasNot: 'Basic' },
  },
  'domains.register': {
    inputs: () => ({ domainName: 'new-fjord.example', years: 1, useWallet: true }),
    ...{ read: 'domains.list', has: 'new-fjord.example' },
  },
  'domains.connect': {
    inputs: () => ({ domainNames: ['old-fjord.example'] }),
    ...{ read: 'domains.list', has: 'old-fjord.example' },
  },
  'domains.addDmarc': {
    inputs: ({ domain }) => ({ domainIds: [domain], email }),
    ...{ read: 'dns.list', about: ofDomain, has: `rua=mailto:${email}` },
  },
  'domains.addForwarding': {
    inputs: ({ domain }) => ({ domainIds: [domain], forwardTo: 'https://fjord.example' }),
    ...{ read: 'domains.get', about: settings, has: 'https://fjord.example' },
  },
  'domains.removeForwarding': {
    ...{ inputs: ({ domain }) => ({ domainIds: [domain] }), read: 'domains.get', about: settings },
    hasNot: 'https://www.',
  },
  'domains.enableEmailForwarding': {
    inputs: ({ domain }) => ({ domainIds: [domain], email }),
    ...{ read: 'domains.get', about: settings, has: email },
  },
  'domains.removeEmailForwarding': {
    ...{ inputs: ({ domain }) => ({ domainIds: [domain] }), read: 'domains.get', about: settings },
    hasNot: 'replies@',
  },
  'domains.enableCatchAll': {
    inputs: ({ domain }) => ({ domainIds: [domain], email }),
    ...{ read: 'domains.get', about: settings, has: email },
  },
  'domains.removeCatchAll': {
    ...{ inputs: ({ domain }) => ({ domainIds: [domain] }), read: 'domains.get', about: settings },
    hasNot: 'catch-all@',
  },
  'domains.remove': {
    inputs: async (of) => {
      await write('domains.connect', of.workspaceId, { domainNames: ['spare.example'] })
      return { id: await idOf('domains.list', of, {}, 'spare.example') }
    },
    ...{ read: 'domains.list', hasNot: 'spare.example' },
  },
  'dns.create': {
    inputs: (of) => ({ ...ofDomain(of), ...record }),
    ...{ read: 'dns.list', about: ofDomain, has: 'token=sample' },
  },
  'dns.update': {
    inputs: async (of) => ({
      ...{ ...ofDomain(of), id: await recordId(of), recordType: 'MX', host: '@' },
      ...{ value: 'mx9.sample-dns.example', priority: 10 },
    }),
    ...{ read: 'dns.list', about: ofDomain, has: 'mx9.', hasNot: 'mx1.' },
  },
  'dns.delete': {
    inputs: async (of) => ({ ...ofDomain(of), id: await recordId(of) }),
    ...{ read: 'dns.list', about: ofDomain, hasNot: 'mx1.' },
  },
  'tags.create': { inputs: () => ({ name: 'Fjord', color: '#123456' }), read: 'tags.list', has: 'Fjord' },
  'tags.update': {
    inputs: async (of) => ({
      id: await idOf('tags.list', of, {}, 'Paused'),
      name: 'Fjord',
      color: '#123456',
    }),
    ...{ read: 'tags.list', has: 'Fjord', hasNot: 'Paused' },
  },
  'tags.delete': {
    inputs: async (of) => ({ id: await idOf('tags.list', of, {}, 'Paused') }),
    ...{ read: 'tags.list', hasNot: 'Paused' },
  },
  'placement.create': {
    inputs: ({ mailbox }) => ({ name: 'Fjord test', mailboxIds: [mailbox] }),
    ...{ read: 'placement.list', has: 'Fjord test' },
  },
  'cloudflare.save': {
    inputs: () => ({ email, apiKey: 'sample-key-of-mine', accountId: 'cf_mine' }),
    ...{ read: 'cloudflare.get', hasNot: 'sample-key-of-mine' },
  },
  'webhooks.register': {
    inputs: () => ({ url: 'https://hooks.fjord.example/in', events: ['mailbox.created'] }),
    ...{ read: 'webhooks.list', has: 'hooks.fjord.example' },
  },
  'webhooks.delete': {
    inputs: async (of) => ({ id: await idOf('webhooks.list', of, {}, 'hooks.sample') }),
    ...{ read: 'webhooks.list', hasNot: 'hooks.sample' },
  },
}

describe('a write in sample data', () => {
  it.each(writingIds)('%s is done, and its read shows it', async (id) => {
    const of = await held()
    const { inputs, read, about, has, hasNot } = cases[id]
    // A workspace is in none.
    const workspaceId = id === 'workspaces.update' ? '' : of.workspaceId
    expect(await write(id, workspaceId, await inputs(of))).toEqual(['done'])
    if (read === undefined) return
    const answer = await cells(read, of, about?.(of))
    if (has !== undefined) expect(answer).toContain(has)
    if (hasNot !== undefined) expect(answer).not.toContain(hasNot)
  })
})
