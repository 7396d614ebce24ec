import { describe, expect, test } from 'vitest'
import { demoLitemail } from '../../../src/main/demo/demoLitemail'
import { createDemoLitemail } from '../../../src/main/demo/litemail'
import { createDemoTransport } from '../../../src/main/demo/transport'
import { findProblem, readAnswer } from '../../../src/main/upstream/litemail/answers'
import type { KnownRead } from '../../../src/main/upstream/litemail/readAnswers'
import { type OperationWish, operationRequest } from '../../../src/main/upstream/litemail/requests'
import { type OperationId, openReads } from '../../../src/shared/litemail/operations'

const since = Date.UTC(2025, 10, 18, 14, 0, 0)
const now = since + 40 * 86_400_000

const serviceOf = (mailboxes: number, key: string = demoLitemail.key) => {
  const app = createDemoLitemail({ mailboxes, since, now: () => now })
  const transport = createDemoTransport({ [demoLitemail.origin]: app })
  const ask = async (operation: OperationId, wish: Partial<OperationWish> = {}) => {
    const request = operationRequest(demoLitemail, operation, { timeoutMs: 10_000, ...wish })
    if (!request.ok) throw new Error('not a request')
    const authorized = { ...request.value, headers: { ...request.value.headers, 'x-api-key': key } }
    return { exchange: await transport(authorized), asked: { request: authorized, now } }
  }
  return {
    async read<O extends KnownRead>(operation: O, wish: Partial<OperationWish> = {}) {
      const { exchange, asked } = await ask(operation, wish)
      const answer = readAnswer(operation, exchange, asked)
      if (!answer.ok) throw new Error(JSON.stringify(answer.error))
      return answer.value
    },
    async problem(operation: OperationId, wish: Partial<OperationWish> = {}) {
      const { exchange, asked } = await ask(operation, wish)
      return findProblem(operation, exchange, asked)
    },
    ask,
  }
}

/** Everything that a list of all workspaces has. */
async function readAll(service: ReturnType<typeof serviceOf>, operation: 'mailboxes.list') {
  const { rows: workspaces } = await service.read('workspaces.list')
  const found = []
  for (const { id } of workspaces) {
    for (let page = 1; ; page += 1) {
      const wish = { workspaceId: id, inputs: { page, limit: 100 } }
      const { rows, pages } = await service.read(operation, wish)
      found.push(...rows)
      if (page >= (pages ?? 0)) break
    }
  }
  return found
}

describe('the sample Litemail', () => {
  test('has three workspaces, 120 domains and 2,400 mailboxes, each once', async () => {
    const service = serviceOf(demoLitemail.mailboxes)
    const { rows: workspaces } = await service.read('workspaces.list')
    const mailboxes = await readAll(service, 'mailboxes.list')
    expect(workspaces.map(({ isPrimary }) => isPrimary)).toEqual([true, false, false])
    expect(new Set(mailboxes.map(({ id }) => id)).size).toBe(2_400)
    expect(new Set(mailboxes.map(({ email }) => email)).size).toBe(2_400)
    expect(new Set(mailboxes.map(({ domain }) => domain)).size).toBe(120)
    const domains = await Promise.all(
      workspaces.map(({ id }) => service.read('domains.list', { workspaceId: id })),
    )
    expect(domains.map(({ total }) => total)).toEqual([60, 36, 24])
    expect(workspaces.map(({ mailboxCount }) => mailboxCount)).toEqual([1_200, 720, 480])
  })

  test('ends every address and every domain in .example', async () => {
    const service = serviceOf(300)
    for (const { email, domain } of await readAll(service, 'mailboxes.list')) {
      expect(email).toMatch(/^[a-z._-]+@[a-z]+\.example$/)
      expect(domain).toMatch(/^[a-z]+\.example$/)
    }
    const { rows } = await service.read('domains.list')
    const hosts = rows.flatMap((row) => [
      row.name,
      ...row.nameServers,
      row.forwardTo,
      row.dmarcEmail,
      row.catchAllEmail,
    ])
    for (const host of hosts.filter((text) => text !== null && text !== ''))
      expect(host).toMatch(/\.example$/)
  })

  test('is the same at every start, and a day later but for what has renewed', async () => {
    const read = () => serviceOf(240).read('mailboxes.list', { inputs: { limit: 100 } })
    expect(await read()).toEqual(await read())
    for (const { renewsAt, assignedAt } of (await read()).rows) {
      expect(renewsAt).toBeGreaterThanOrEqual(now)
      expect(assignedAt).toBeLessThan(since)
    }
  })

  test.each([1, 7, 59, 2_401])('is there in any size: %d', async (size) => {
    const mailboxes = await readAll(serviceOf(size), 'mailboxes.list')
    expect(new Set(mailboxes.map(({ email }) => email)).size).toBe(size)
  })

  test('has 100,000 mailboxes on 1,000 domains where they are wished for, and makes a page of them in no time', async () => {
    const service = serviceOf(100_000)
    const last = await service.read('mailboxes.list', { inputs: { page: 500, limit: 100 } })
    expect(last).toMatchObject({ total: 50_000, page: 500, pages: 500, hasNext: false })
    expect(last.rows).toHaveLength(100)
    const { rows: workspaces } = await service.read('workspaces.list')
    expect(workspaces.map(({ domainCount }) => domainCount)).toEqual([500, 300, 200])
  })

  test('answers every read that needs nothing to be known', async () => {
    const service = serviceOf(240)
    const problems = await Promise.all(openReads.map((operation) => service.problem(operation)))
    expect(problems).toEqual(openReads.map(() => null))
  })

  test('has tags and subscriptions of each workspace', async () => {
    const service = serviceOf(2_400)
    const { rows: workspaces } = await service.read('workspaces.list')
    const tags = await Promise.all(workspaces.map(({ id }) => service.read('tags.list', { workspaceId: id })))
    const subscriptions = await Promise.all(
      workspaces.map(({ id }) => service.read('subscriptions.list', { workspaceId: id })),
    )
    const idsOf = (pages: readonly { rows: readonly { id: string }[] }[]) =>
      pages.flatMap(({ rows }) => rows.map(({ id }) => id))
    expect(new Set(idsOf(tags)).size).toBe(15)
    expect(new Set(idsOf(subscriptions)).size).toBe(12)
    const mailboxes = await service.read('mailboxes.list', { inputs: { limit: 100 } })
    const names = tags.flatMap(({ rows }) => rows.map(({ name }) => name))
    const used = mailboxes.rows.flatMap((row) => row.tags ?? [])
    expect(used.length).toBeGreaterThan(10)
    expect(used.filter((tag) => !names.includes(tag))).toEqual([])
  })

  test('shows a mailbox and a domain by id, and none of another workspace', async () => {
    const service = serviceOf(240)
    const [, other] = (await service.read('workspaces.list')).rows
    const [mailbox] = (await service.read('mailboxes.list')).rows
    const [domain] = (await service.read('domains.list')).rows
    const inputs = { id: mailbox?.id ?? '' }
    expect(await service.read('mailboxes.get', { inputs })).toEqual(mailbox)
    expect(await service.read('domains.get', { inputs: { id: domain?.id ?? '' } })).toEqual(domain)
    expect(await service.problem('mailboxes.get', { inputs, workspaceId: other?.id ?? '' })).toEqual({
      kind: 'not-found',
      what: 'mailbox',
    })
    expect(await service.problem('domains.get', { inputs })).toEqual({ kind: 'not-found', what: 'domain' })
  })

  test('finds by a part of an address', async () => {
    const service = serviceOf(240)
    const [mailbox] = (await service.read('mailboxes.list')).rows
    const found = await service.read('mailboxes.list', {
      inputs: { contains: mailbox?.email.toUpperCase() ?? '' },
    })
    expect(found).toMatchObject({ rows: [mailbox], total: 1 })
  })

  test('refuses any key but its own, any workspace but its three, and rows that it does not have', async () => {
    expect(await serviceOf(10, 'lm_of_somebody').problem('users.get')).toMatchObject({ kind: 'unauthorized' })
    expect(await serviceOf(10).problem('mailboxes.list', { workspaceId: 'nobody' })).toMatchObject({
      kind: 'no-such-path',
    })
    const record = { domainId: 'x', host: '@', recordType: 'TXT', value: 'v=spf1 -all' }
    expect(await serviceOf(10).problem('dns.create', { inputs: record })).toMatchObject({
      ...{ kind: 'rejected', status: 404, message: 'Domain not found' },
    })
    expect(await serviceOf(10).problem('dns.list', { inputs: { domainId: 'x' } })).toEqual({
      kind: 'not-found',
      what: 'domain',
    })
    expect(await serviceOf(10).problem('mailboxes.list', { inputs: { page: 0 } })).toMatchObject({
      kind: 'rejected',
      status: 400,
    })
  })

  test('tells credentials as the service does, and none comes through', async () => {
    const { exchange } = await serviceOf(240).ask('mailboxes.list')
    expect(exchange.kind === 'answer' && exchange.body).toContain('appPassword')
    expect(JSON.stringify(await serviceOf(240).read('mailboxes.list'))).not.toMatch(/password/i)
  })
})
