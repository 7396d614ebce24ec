import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../../src/main/upstream/litemail/answers'
import type { KnownRead } from '../../../../src/main/upstream/litemail/readAnswers'
import type { Holdings } from '../../../support/litemail/records'
import { LitemailService } from '../../../support/litemail/service'
import { defaultSwitches, type Shapes, turn } from '../../../support/litemail/switches'
import { type Random, randomFrom } from '../../../support/random'
import { asked, now } from './asking'

/*
 * Two programs that were written apart: the service of the tests says in every likely shape what it holds, and the
 * decoders hear the same.
 */

const patience = process.env.MAILROOM_LONG ? 10 : 1
const choices: { readonly [S in keyof Shapes]: readonly Shapes[S][] } = {
  envelope: ['status', 'success'],
  hasErrorId: [true, false],
  workspaces: ['array', 'with-current'],
  mailboxes: ['array', 'paged', 'by-domain'],
  domains: ['array', 'paged'],
  subscriptions: ['array', 'paged'],
  tags: ['array', 'paged'],
  details: ['data', 'data.mailbox'],
  domainName: ['domain', 'domainName'],
  rowTags: ['objects', 'names', 'ids', 'none'],
  hasEmail: [true, false],
  hasCredentialsInList: [true, false],
  counts: ['string', 'number'],
  moments: ['iso', 'epoch-ms', 'epoch-seconds'],
  total: ['totalSearchedCount', 'total', 'totalCount', 'none'],
  page: ['currentPage', 'page', 'none'],
  hasNextPage: [true, false],
  hasTotalPages: [true, false],
}

const drawShapes = (random: Random): Shapes => {
  const drawn = Object.entries(choices).map(([name, values]) => [name, random.pick<unknown>(values)])
  // Exactly the names of Shapes, each with one of its values.
  return { ...defaultSwitches().shapes, ...(Object.fromEntries(drawn) as Partial<Shapes>) }
}

const serviceIn = (shapes: Shapes) => {
  const service = new LitemailService(() => now)
  service.addUser({ id: 'anna', keys: ['key'], holds: { workspaces: 2, domains: 6, mailboxes: 30, at: now } })
  turn(service.switches, { shapes })
  const read = <O extends KnownRead>(operation: O, path: string, query: Record<string, string> = {}) => {
    const headers = { 'x-api-key': 'key' }
    const { answer } = service.handle(
      { method: 'GET', path: `/v1${path}`, query, headers, body: '' },
      { commit: true },
    )
    const decoded = readAnswer(operation, { kind: 'answer', ...answer }, asked)
    if (!decoded.ok) throw new Error(JSON.stringify({ shapes, error: decoded.error }))
    return decoded.value
  }
  return { read, held: service.holdingsOf('anna') }
}

const moment = (iso: string | null) => (iso === null ? null : Date.parse(iso))
const tagWords = (tags: Holdings['tags'], { rowTags }: Shapes) =>
  rowTags === 'none' ? null : tags.map(({ id, name }) => (rowTags === 'ids' ? id : name))

const mailboxFacts = (mailbox: Holdings['mailboxes'][number], shapes: Shapes) => ({
  id: mailbox.id,
  email: mailbox.email,
  username: mailbox.username,
  domain: mailbox.domain,
  domainId: mailbox.domainId,
  firstName: mailbox.firstName,
  lastName: mailbox.lastName,
  status: mailbox.status,
  tags: tagWords([...mailbox.tags], shapes),
  assignedAt: moment(mailbox.assignedOn),
  renewsAt: moment(mailbox.expireOn),
  createdAt: moment(mailbox.createdAt),
})

const paging = (shapes: Shapes, total: number, pages: number) => ({
  total: shapes.total === 'none' ? null : total,
  page: shapes.page === 'none' ? null : 2,
  pages: shapes.hasTotalPages ? pages : null,
})
const untold = { total: null, page: null, pages: null }

describe('every likely shape', () => {
  it.each(Array.from({ length: 300 * patience }, (_, seed) => seed + 1))(
    'is heard as it was said, seed %i',
    (seed) => {
      const shapes = drawShapes(randomFrom(seed))
      const { read, held } = serviceIn(shapes)
      const mine = held.mailboxes.filter(({ workspaceId }) => workspaceId === held.workspaces[0]?.id)
      const second = { page: '2', limit: '10' }

      const mailboxes = read('mailboxes.list', '/mailboxes', second)
      expect(mailboxes.rows).toMatchObject(mine.slice(10, 20).map((each) => mailboxFacts(each, shapes)))
      expect(mailboxes).toMatchObject(shapes.mailboxes === 'array' ? untold : paging(shapes, 15, 2))
      expect(read('mailboxes.get', `/mailboxes/${mine[0]?.id}`)).toMatchObject(
        mine.slice(0, 1).map((each) => mailboxFacts(each, shapes))[0] ?? {},
      )

      const [domain] = held.domains
      const domains = read('domains.list', '/domains', { page: '2', limit: '2' })
      expect(domains).toMatchObject(shapes.domains === 'array' ? untold : paging(shapes, 3, 2))
      expect(domains.rows.map(({ id }) => id)).toEqual([held.domains[2]?.id])
      expect(read('domains.get', `/domains/${domain?.id}`)).toMatchObject({
        id: domain?.id,
        name: domain?.domain,
        status: domain?.status,
        mailboxCount: 5,
        registeredAt: moment(domain?.registeredOn ?? null),
        expiresAt: moment(domain?.expireOn ?? null),
        isAutoRenewing: domain?.autoRenew,
        nameServers: domain?.nameServers,
      })

      const { rows: workspaces } = read('workspaces.list', '/workspaces')
      expect(workspaces).toMatchObject(
        held.workspaces.map(({ id, name }) => ({ id, name, domainCount: 3, mailboxCount: 15 })),
      )
      expect(read('tags.list', '/tags').rows).toEqual(held.tags)
      expect(read('subscriptions.list', '/subscriptions').rows).toMatchObject(
        held.subscriptions.map(({ id, plan, price, periodEnd }) => ({
          id,
          plan,
          price,
          periodEnd: moment(periodEnd),
        })),
      )
      expect(read('users.get', '/users')).toMatchObject({ id: 'anna', email: held.person.email })
      expect(read('wallet.balance', '/wallet/balance')).toMatchObject({ balance: 142.5, rechargeBelow: 20 })
    },
  )

  it('leaves nothing of a credential in what was heard', () => {
    const { read, held } = serviceIn({ ...defaultSwitches().shapes, hasCredentialsInList: true })
    const heard = [
      read('mailboxes.list', '/mailboxes'),
      read('mailboxes.get', `/mailboxes/${held.mailboxes[0]?.id}`),
    ]

    expect(JSON.stringify(heard)).toContain(held.mailboxes[0]?.email)
    expect(JSON.stringify(heard)).not.toMatch(/QWZKM4TR7XH2VNDB|password|secret/i)
  })
})
