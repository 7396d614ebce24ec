import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findProblem } from '../../../../src/main/upstream/litemail/answers'
import type { DomainFacts, MailboxFacts } from '../../../../src/shared/litemail/facts'
import { operations } from '../../../../src/shared/litemail/operations'
import { answerOf, asked, read } from './asking'

const runs = { numRuns: 3_000 }

/** Ids that are read back as they came, whatever stands in them. */
const id = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => !text.includes('\0')),
  fc.constantFrom(
    '../x',
    'a/b?c',
    '..',
    '\u202eabc',
    '<img onerror=alert(1)>',
    '__proto__',
    'x'.repeat(4_000),
  ),
)
const word = fc.stringMatching(/^[a-z][a-z0-9]{0,11}$/)
const status = fc.constantFrom('ACTIVE', 'IN_PROGRESS', 'SCHEDULED_FOR_REMOVAL', 'Brand New?')
const moment = fc.integer({ min: 1_000_000_000, max: 4_000_000_000 }).map((seconds) => seconds * 1_000)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 })
const tags = fc.array(fc.record({ id: word, name: word, color: fc.constant('#2f9e44') }), { maxLength: 3 })

/** How one service tells everything; each is drawn by itself. */
const manner = fc.record({
  envelope: fc.constantFrom('status', 'success', 'no-data', 'bare' as const),
  list: fc.constantFrom('array', 'paged', 'by-domain' as const),
  counts: fc.constantFrom('number', 'text' as const),
  moments: fc.constantFrom('iso', 'ms', 'seconds' as const),
  total: fc.constantFrom('totalSearchedCount', 'total', 'totalCount', null),
  page: fc.constantFrom('currentPage', 'page', null),
  hasEmail: fc.boolean(),
  isOdd: fc.boolean(),
})
type Manner = typeof manner extends fc.Arbitrary<infer M> ? M : never

const tellCount = (count: number, { counts }: Manner) => (counts === 'text' ? String(count) : count)
const tellMoment = (at: number | null, { moments }: Manner) => {
  if (at === null) return null
  if (moments === 'iso') return new Date(at).toISOString()
  return moments === 'ms' ? at : at / 1_000
}
const odd = ({ isOdd }: Manner) => (isOdd ? { warmup: { score: 3 }, list: [1] } : {})

/** Whatever is not wrapped in `data` must be an object to have an envelope; a list alone is a bare array. */
function wrap(content: unknown, { envelope }: Manner): unknown {
  if (envelope === 'status') return { status: 200, message: 'Fetched', data: content }
  if (envelope === 'success') return { success: true, message: 'Fetched', data: content }
  if (Array.isArray(content) || envelope === 'bare') return content
  return { message: 'Fetched', ...(content as object) }
}

const paging = (count: number, how: Manner) => ({
  ...(how.total === null ? {} : { [how.total]: tellCount(count, how) }),
  ...(how.page === null ? {} : { [how.page]: tellCount(1, how) }),
})

const mailbox = fc.record({
  id,
  username: word,
  domain: word.map((name) => `${name}.test`),
  domainId: word,
  firstName: maybe(word),
  lastName: maybe(word),
  status: maybe(status),
  tags: maybe(tags),
  assignedAt: maybe(moment),
  renewsAt: maybe(moment),
  createdAt: maybe(moment),
})
type Held = typeof mailbox extends fc.Arbitrary<infer M> ? M : never

const tellMailbox = (held: Held, how: Manner, isGrouped: boolean) => ({
  id: held.id,
  username: held.username,
  ...(how.hasEmail ? { email: `${held.username}@${held.domain}` } : {}),
  ...(isGrouped ? {} : { domain: held.domain, domainId: held.domainId }),
  firstName: held.firstName,
  lastName: held.lastName,
  status: held.status,
  ...(held.tags === null ? {} : { tags: held.tags }),
  assignedOn: tellMoment(held.assignedAt, how),
  expireOn: tellMoment(held.renewsAt, how),
  createdAt: tellMoment(held.createdAt, how),
  appPassword: 'canary',
  ...odd(how),
})

const mailboxFacts = (held: Held, how: Manner): MailboxFacts => ({
  ...held,
  email: `${held.username}@${held.domain}`,
  tags: held.tags?.map(({ name }) => name) ?? null,
  other: odd(how),
})

/** Each mailbox under its domain, and some domains with none. */
const group = (held: readonly Held[], how: Manner) => [
  ...held.map((one) => ({
    id: one.domainId,
    domain: one.domain,
    status: 'ACTIVE',
    mailboxes: [tellMailbox(one, how, true)],
  })),
  { id: 'none', domain: 'none.test', mailboxes: [] },
]

function tellMailboxes(held: readonly Held[], how: Manner): unknown {
  if (how.list === 'by-domain') return wrap({ ...paging(held.length, how), domains: group(held, how) }, how)
  const rows = held.map((one) => tellMailbox(one, how, false))
  return wrap(how.list === 'array' ? rows : { ...paging(held.length, how), mailboxes: rows }, how)
}

const domain = fc.record({
  id,
  name: word.map((name) => `${name}.test`),
  status: maybe(status),
  mailboxCount: fc.nat(),
  registeredAt: maybe(moment),
  expiresAt: maybe(moment),
  isAutoRenewing: fc.boolean(),
  forwardTo: maybe(word),
  forwardingEmail: maybe(word),
  catchAllEmail: maybe(word),
  dmarcEmail: maybe(word),
  tags: maybe(tags),
  nameServers: fc.array(word, { maxLength: 2 }),
  expectedNameServers: fc.array(word, { maxLength: 2 }),
})
type HeldDomain = typeof domain extends fc.Arbitrary<infer D> ? D : never

const tellDomain = (held: HeldDomain, how: Manner) => ({
  id: held.id,
  [how.hasEmail ? 'domain' : 'domainName']: held.name,
  status: held.status,
  assignedMailboxesCount: tellCount(held.mailboxCount, how),
  registeredOn: tellMoment(held.registeredAt, how),
  expireOn: tellMoment(held.expiresAt, how),
  autoRenew: held.isAutoRenewing,
  forwardTo: held.forwardTo,
  forwardingEmail: held.forwardingEmail,
  catchAllEmail: held.catchAllEmail,
  dmarcEmail: held.dmarcEmail,
  ...(held.tags === null ? {} : { tags: held.tags }),
  nameServers: held.nameServers,
  expectedNameServers: held.expectedNameServers,
  ...odd(how),
})

const domainFacts = (held: HeldDomain, how: Manner): DomainFacts => ({
  ...held,
  forwardTo: held.forwardTo ?? '',
  forwardingEmail: held.forwardingEmail ?? '',
  catchAllEmail: held.catchAllEmail ?? '',
  dmarcEmail: held.dmarcEmail ?? '',
  tags: held.tags?.map(({ name }) => name) ?? null,
  other: odd(how),
})

describe('whatever shape a service tells its lists in', () => {
  it('mailboxes are the same rows', () => {
    fc.assert(
      fc.property(fc.array(mailbox, { maxLength: 6 }), manner, (held, how) => {
        const answer = read('mailboxes.list', tellMailboxes(held, how))
        if (!answer.ok) throw new Error(JSON.stringify(answer.error))
        expect(answer.value.rows).toEqual(held.map((one) => mailboxFacts(one, how)))
        expect([null, held.length]).toContain(answer.value.total)
        if (how.list === 'paged') expect(answer.value.total).toBe(how.total === null ? null : held.length)
        expect(answer.value.page).toBe(how.list === 'array' || how.page === null ? null : 1)
      }),
      runs,
    )
  })

  it('domains are the same rows', () => {
    fc.assert(
      fc.property(fc.array(domain, { maxLength: 6 }), manner, (held, how) => {
        const rows = held.map((one) => tellDomain(one, how))
        const content = how.list === 'array' ? rows : { ...paging(held.length, how), domains: rows }
        const answer = read('domains.list', wrap(content, how))
        if (!answer.ok) throw new Error(JSON.stringify(answer.error))
        expect(answer.value.rows).toEqual(held.map((one) => domainFacts(one, how)))
      }),
      runs,
    )
  })

  it('a row that cannot be read makes no list shorter: it names the row', () => {
    const broken = fc.constantFrom(
      null,
      7,
      'x',
      [],
      {},
      { id: '' },
      { id: null, email: 'a@b.test' },
      { id: 'only' },
    )
    fc.assert(
      fc.property(fc.array(mailbox, { maxLength: 5 }), broken, fc.nat(5), manner, (held, row, at, how) => {
        const rows: unknown[] = held.map((one) => tellMailbox(one, how, false))
        const place = Math.min(at, rows.length)
        rows.splice(place, 0, row)
        const content = how.list === 'array' ? rows : { ...paging(9, how), mailboxes: rows }
        const answer = read('mailboxes.list', wrap(content, how))
        if (answer.ok || answer.error.kind !== 'bad-response') throw new Error('read')
        expect(`.${answer.error.place}.`).toContain(`.${place}.`)
      }),
      runs,
    )
  })
})

describe('whatever a service answers', () => {
  const names = fc.constantFrom(
    ...[
      'data',
      'status',
      'success',
      'message',
      'mailboxes',
      'domains',
      'workspaces',
      'currentWorkspace',
      'items',
    ],
    ...[
      'id',
      'email',
      'username',
      'domain',
      'tags',
      'total',
      'page',
      'nextPage',
      'mailbox',
      'user',
      'wallet',
      'errors',
    ],
    ...['walletBalance', 'autoRechargeDetails', 'password', '__proto__', 'constructor', 'toString', 'length'],
  )
  const { anything } = fc.letrec((tie) => ({
    anything: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.jsonValue(),
      fc.array(tie('anything'), { maxLength: 3 }),
      fc.dictionary(names, tie('anything'), { maxKeys: 5 }),
    ),
  }))
  const body = fc.oneof(
    { weight: 5, arbitrary: anything.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: anything.map((value) => JSON.stringify(value).slice(0, -1)) },
  )
  const code = fc.oneof({ weight: 4, arbitrary: fc.constant(200) }, fc.integer({ min: 100, max: 999 }))

  it('nothing is thrown, every problem is told with the operation, and no empty body is an answer', () => {
    const ids = operations.map((operation) => operation.id)
    fc.assert(
      fc.property(fc.constantFrom(...ids), body, code, (operation, text, answered) => {
        const problem = findProblem(operation, answerOf(text, answered), asked)
        if (problem?.kind === 'bad-response') expect(problem.operation).toBe(operation)
        if (answered < 200 || answered > 299 || text.trim() === '') expect(problem).not.toBeNull()
      }),
      { numRuns: 10_000 },
    )
  })

  it('no list of known rows is made of an answer without one', () => {
    const listless = fc.dictionary(
      fc.constantFrom('status', 'message', 'total', 'page', 'id', 'name', 'ok'),
      fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null)),
    )
    const lists = [
      'workspaces.list',
      'mailboxes.list',
      'domains.list',
      'subscriptions.list',
      'tags.list',
    ] as const
    fc.assert(
      fc.property(fc.constantFrom(...lists), listless, fc.boolean(), (operation, content, isWrapped) => {
        expect(read(operation, isWrapped ? { data: content } : content)).toMatchObject({
          ok: false,
          error: { kind: 'bad-response', operation },
        })
      }),
      runs,
    )
  })
})
