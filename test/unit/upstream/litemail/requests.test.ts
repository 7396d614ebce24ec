import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Inputs, operationRequest } from '../../../../src/main/upstream/litemail/requests'
import { litemailServer } from '../../../../src/shared/litemail/account'

const server = { origin: 'https://api.litemail.app', basePath: '/v1' }
const ask = (id: Parameters<typeof operationRequest>[1], inputs: Inputs = {}, workspaceId?: string) =>
  operationRequest(server, id, {
    inputs,
    timeoutMs: 5_000,
    ...(workspaceId === undefined ? {} : { workspaceId }),
  })
const refused = (...issues: string[]) => ({ ok: false, error: { kind: 'invalid-input', issues } })

describe('the request of an operation', () => {
  it('asks for a page of a list, in a workspace', () => {
    expect(ask('mailboxes.list', { page: 3, limit: 100 }, 'cm8u0k4xw0001')).toEqual({
      ok: true,
      value: {
        method: 'GET',
        url: 'https://api.litemail.app/v1/mailboxes?page=3&limit=100',
        headers: { Accept: 'application/json', 'x-workspace-key': 'cm8u0k4xw0001' },
        timeoutMs: 5_000,
        maxBytes: 16 * 1024 * 1024,
      },
    })
  })

  it('says nothing of a workspace where none is named: the primary one is meant', () => {
    for (const made of [ask('mailboxes.list'), ask('mailboxes.list', {}, '')]) {
      expect(made).toMatchObject({ value: { headers: { Accept: 'application/json' } } })
      expect(JSON.stringify(made)).not.toContain('workspace')
    }
  })

  it('reads one row up to 2 MB, and lists up to 16 MB', () => {
    expect(ask('mailboxes.get', { id: 'a' })).toMatchObject({ value: { maxBytes: 2 * 1024 * 1024 } })
    expect(ask('workspaces.list')).toMatchObject({ value: { maxBytes: 16 * 1024 * 1024 } })
  })

  it('stays below whatever path the account has', () => {
    for (const text of ['http://localhost:8080/a/b', 'https://mail.test', 'https://mail.test/a%20b//c/']) {
      const parsed = litemailServer.parse(text)
      const made = operationRequest(parsed, 'domains.get', { inputs: { id: 'x' }, timeoutMs: 1 })
      expect(made).toMatchObject({ value: { url: `${parsed.origin}${parsed.basePath}/domains/x` } })
    }
  })

  it('puts several values of a query into one, with commas', () => {
    expect(ask('domains.checkDns', { domainIds: ['a', 'b c'] })).toMatchObject({
      value: { url: 'https://api.litemail.app/v1/domains/dns/check?domainIds=a%2Cb%20c' },
    })
  })

  it('puts a body together of the inputs that are given', () => {
    expect(ask('tags.update', { id: 't', name: 'warm', color: '#2f9e44' })).toMatchObject({
      value: {
        method: 'PUT',
        url: 'https://api.litemail.app/v1/tags/t',
        headers: { 'Content-Type': 'application/json' },
        body: '{"name":"warm","color":"#2f9e44"}',
        maxBytes: 2 * 1024 * 1024,
      },
    })
  })

  it.each([
    ['../x', '..%2Fx'],
    ['a/b?c', 'a%2Fb%3Fc'],
    ['a#b', 'a%23b'],
    ['%2e%2e', '%252e%252e'],
    ['..\\x', '..%5Cx'],
    ['...', '...'],
    ['\u202eמזהה', '%E2%80%AE%D7%9E%D7%96%D7%94%D7%94'],
    ['<img onerror=alert(1)>', '%3Cimg%20onerror%3Dalert(1)%3E'],
    ['{id}', '%7Bid%7D'],
    ['$&', '%24%26'],
    ['//evil.test', '%2F%2Fevil.test'],
    ['x'.repeat(4_000), 'x'.repeat(4_000)],
  ])('takes the id %j as one step of the path', (id, step) => {
    expect(ask('mailboxes.get', { id })).toMatchObject({
      value: { url: `${server.origin}/v1/mailboxes/${step}` },
    })
  })

  it.each(['.', '..', '', '\ud800', 'a\udc00'])('cannot ask for the id %j', (id) => {
    expect(ask('mailboxes.get', { id })).toEqual(refused('inputs: path'))
  })

  it('cannot send without what the operation needs, with what it does not know, or with a list of nothing', () => {
    expect(ask('mailboxes.get')).toEqual(refused('inputs.id: missing'))
    expect(ask('mailboxes.list', { colour: 'red' })).toEqual(refused('inputs: unknown'))
    expect(ask('users.get', { toString: 'x' })).toEqual(refused('inputs: unknown'))
    expect(ask('exports.mailboxes', { apps: ['MANUAL'], ids: [] })).toEqual(refused('inputs.ids: empty'))
  })

  it.each(['a\r\nx-api-key: b', 'a\nb', 'מזהה', '\u202e', ' a', 'a ', '\u0000'])(
    'has no header for the workspace %j',
    (workspaceId) => {
      expect(ask('mailboxes.list', {}, workspaceId)).toEqual(refused('workspaceId: format'))
    },
  )

  it('never leaves its server, its base path and its own operation, whatever stands in ids, queries and workspaces', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({
        unit: fc.constantFrom('.', '/', '\\', '%', '2', 'e', 'E', '?', '#', '@', ':', '\t', '\n', ' ', ';'),
      }),
      fc.constantFrom('.', '..', '%2e', '%2E%2e', '/..', '\\..', '@evil.test', 'https://evil.test/'),
    )
    fc.assert(
      fc.property(hostile, hostile, hostile, (id, text, workspaceId) => {
        const one = operationRequest(server, 'mailboxes.get', { inputs: { id }, workspaceId, timeoutMs: 1 })
        if (one.ok) {
          const { origin, pathname, search, hash, username } = new URL(one.value.url)
          expect([origin, search, hash, username]).toEqual([server.origin, '', '', ''])
          expect(pathname.split('/').slice(0, 3)).toEqual(['', 'v1', 'mailboxes'])
          expect(decodeURIComponent(pathname.slice('/v1/mailboxes/'.length))).toBe(id)
          expect(one.value.headers['x-workspace-key'] ?? '').toBe(workspaceId)
        } else {
          expect(one.error.kind).toBe('invalid-input')
        }
        const list = operationRequest(server, 'mailboxes.list', { inputs: { contains: text }, timeoutMs: 1 })
        if (!list.ok) return
        const { origin, pathname, searchParams } = new URL(list.value.url)
        expect([origin, pathname, searchParams.get('contains')]).toEqual([
          server.origin,
          '/v1/mailboxes',
          text,
        ])
      }),
      { numRuns: 5_000 },
    )
  })
})
