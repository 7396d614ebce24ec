import { describe, expect, it } from 'vitest'
import { findProblem } from '../../../../src/main/upstream/litemail/answers'
import { decoders } from '../../../../src/main/upstream/litemail/decode/decoders'
import { type Inputs, operationRequest } from '../../../../src/main/upstream/litemail/requests'
import {
  isOperationId,
  type KnownOperation,
  openReads,
  operationOf,
  operations,
} from '../../../../src/shared/litemail/operations'
import { goldenOperations } from '../../../support/litemail/golden'
import { answerOf, asked } from './asking'

/** The inputs that a hand-written request was made of. */
function inputsOf({ path, input }: KnownOperation, target: string, body: unknown): Inputs {
  const url = new URL(target, 'https://api.litemail.app')
  const inPath = path
    .split('/')
    .flatMap((part, at) => (part === '{id}' ? [url.pathname.split('/')[at + 1] ?? ''] : []))
  const [id] = inPath
  const isListed = (name: string) =>
    input.some((field) => field.name === name && /^(ids|texts)$/.test(field.type))
  return {
    ...(id === undefined ? {} : { id: decodeURIComponent(id) }),
    ...Object.fromEntries(
      [...url.searchParams].map(([name, value]) => [name, isListed(name) ? value.split(',') : value]),
    ),
    ...(body as Inputs | undefined),
  }
}

describe('the table of operations', () => {
  it('has the 61 operations of the documentation, each once', () => {
    expect(operations).toHaveLength(61)
    expect(new Set(operations.map(({ id }) => id)).size).toBe(61)
    expect(operations.map(({ id }) => id).toSorted()).toEqual(goldenOperations.map(({ id }) => id).toSorted())
  })

  it('shows what was read in the documentation: nine paths', () => {
    const documented = operations.filter(({ evidence }) => evidence === 'documented')
    expect(documented.map(({ id }) => id)).toEqual([
      'users.get',
      'mailboxes.list',
      'mailboxes.create',
      'mailboxes.remove',
      'exports.connectInboxes',
      'subscriptions.list',
      'subscriptions.upgrade',
      'dns.create',
      'cloudflare.save',
    ])
  })

  it.each(goldenOperations.map((golden) => [golden.id, golden] as const))(
    '%s has the method, path and evidence of the hand-written example, whose request it makes and whose answer it reads',
    (id, golden) => {
      if (!isOperationId(id)) throw new Error(`no operation ${id}`)
      const operation = operationOf(id)
      expect(operation).toMatchObject({ method: golden.method, path: golden.path, evidence: golden.evidence })
      const { headers } = golden.request
      const made = operationRequest({ origin: 'https://api.litemail.app', basePath: '/v1' }, id, {
        inputs: inputsOf(operation, golden.request.target, golden.request.body),
        workspaceId: headers['x-workspace-key'] ?? '',
        timeoutMs: 1_000,
      })
      if (!made.ok) throw new Error(JSON.stringify(made.error))
      const url = new URL(made.value.url)
      expect(`${url.pathname}${url.search}`).toBe(golden.request.target)
      expect(made.value.method).toBe(golden.method)
      expect(made.value.headers['x-workspace-key']).toBe(headers['x-workspace-key'])
      expect(made.value.headers['Content-Type']).toBe(headers['content-type'])
      expect(made.value.body === undefined ? undefined : JSON.parse(made.value.body)).toEqual(
        golden.request.body,
      )
      expect(findProblem(id, answerOf(golden.answer.body, golden.answer.status), asked)).toBeNull()
    },
  )

  it('has an input for every place of a path, and no two of one name', () => {
    for (const { path, input } of operations) {
      const inBraces = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(input.filter(({ place }) => place === 'path').map(({ name }) => name)).toEqual(inBraces)
      expect(new Set(input.map(({ name }) => name)).size).toBe(input.length)
    }
  })

  it('sends nothing but what a query holds with a GET', () => {
    const gets = operations.filter(({ method }) => method === 'GET')
    expect(gets.flatMap(({ input }) => input.filter(({ place }) => place === 'body'))).toEqual([])
    expect(operations.filter(({ effect, method }) => effect === 'read' && method !== 'GET')).toEqual([])
  })

  it('knows operations that the documentation calls differently by each of their titles', () => {
    const titled = (title: string) =>
      operations.filter(({ titles }) => (titles as readonly string[]).includes(title))
    for (const [title, id] of [
      ['Add DNS Record', 'dns.create'],
      ['Create DNS Record', 'dns.create'],
      ['Connect Domains with LiteMail', 'domains.connect'],
      ['Connect Domains with LiteMail AI', 'domains.connect'],
      ['Connect Domains with Zapmail', 'domains.connect'],
      ['connect-inboxes', 'exports.connectInboxes'],
      ['Connect Inboxes (Export to Platform)', 'exports.connectInboxes'],
    ]) {
      expect(titled(title ?? '').map((operation) => operation.id)).toEqual([id])
    }
    const all = operations.flatMap(({ titles }) => titles)
    expect(new Set(all).size).toBe(all.length)
  })

  it('names the reads that need nothing to be known', () => {
    expect(openReads).toEqual([
      'users.get',
      'workspaces.list',
      'mailboxes.list',
      'mailboxes.warmup',
      'wallet.balance',
      'wallet.invoices',
      'exportHistory.list',
      'subscriptions.list',
      'domains.list',
      'domains.assignable',
      'tags.list',
      'placement.list',
      'dashboard.overview',
      'dashboard.statusCounts',
      'cloudflare.get',
      'webhooks.list',
    ])
  })

  it('tells its ids from any other word', () => {
    expect(['mailboxes.list', 'toString', '__proto__', ''].map(isOperationId)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('has one decoder for each operation', () => {
    expect(Object.keys(decoders).toSorted()).toEqual(operations.map(({ id }) => id).toSorted())
  })
})
