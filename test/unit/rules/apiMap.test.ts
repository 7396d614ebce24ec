import { describe, expect, it } from 'vitest'
import { judgeMap, tableMap } from '../../../src/main/rules/apiMap'
import { isOwnHeader } from '../../../src/main/rules/mapInputs'
import type { ApiMap, InputMap } from '../../../src/shared/apiMap'
import { likedoOperations } from '../../../src/shared/likedo/operations'
import { type OperationId, operationOf, operations } from '../../../src/shared/litemail/operations'
import { isSameMap } from '../../../src/shared/sameMap'
import { explainMapIssue } from '../../../src/shared/text/mapIssues'

const server = { origin: 'https://api.litemail.app', basePath: '/v1' }
const judge = (id: OperationId, change: Partial<ApiMap> = {}) => {
  const operation = operationOf(id)
  return judgeMap(operation, { ...tableMap(operation), ...change }, server)
}
const placed = (id: OperationId, name: string, to: InputMap): Partial<ApiMap> => ({
  inputs: { ...tableMap(operationOf(id)).inputs, [name]: to },
})

describe('the table’s own map', () => {
  it('is fit for each of the 61 operations, and for those of LikeDo', () => {
    for (const operation of [...operations, ...likedoOperations]) {
      expect(judgeMap(operation, tableMap(operation), server)).toEqual([])
    }
  })

  it('is the same whatever order its inputs are in, and another where anything differs', () => {
    const map = tableMap(operationOf('mailboxes.list'))
    const { inputs, ...rest } = map
    const reversed = Object.fromEntries(Object.entries(inputs).toReversed())
    expect(isSameMap({ inputs, ...rest }, { ...rest, inputs: reversed })).toBe(true)
    const { page: _page, ...without } = inputs
    const others: readonly Partial<ApiMap>[] = [
      ...([{ method: 'POST' }, { path: '/boxes' }, { authentication: 'jwt' }] as const),
      ...[{ rows: '' }, { total: 'meta.total' }, { next: 'data.next' }, { isReadingPost: true }],
      ...[{ inputs: without }, placed('mailboxes.list', 'page', { place: 'query', name: 'p' })],
      placed('mailboxes.list', 'page', { place: 'header', name: 'page' }),
    ]
    for (const other of others) expect(isSameMap(map, { ...map, ...other })).toBe(false)
  })
})

describe('a map that somebody is still typing', () => {
  it('has all named that stands against it, also what is empty', () => {
    const inputs = {
      page: { place: 'query', name: '' },
      limit: { place: 'header', name: 'Cookie' },
      contains: { place: 'header', name: '' },
    } as const
    expect(
      judge('mailboxes.list', { path: '', inputs, rows: 'data..items', total: '.', next: 'a\n' }),
    ).toEqual([
      'path: begins',
      'inputs.page: query-name',
      'inputs.limit: header-name',
      'inputs.contains: header-name',
      'rows: place',
      'total: place',
      'next: place',
    ])
  })
})

describe('the method', () => {
  it('of a read is GET, or a POST of which is said that it only reads', () => {
    expect(judge('mailboxes.list', { method: 'POST', isReadingPost: true })).toEqual([])
    expect(judge('mailboxes.list', { method: 'POST' })).toEqual(['method: reading-post'])
    expect(judge('mailboxes.list', { isReadingPost: true })).toEqual(['isReadingPost: get'])
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
      expect(judge('mailboxes.list', { method, isReadingPost: true })).toEqual(['method: reads'])
    }
  })

  it('of a write is never that of a read, nor is a write ever said to only read', () => {
    for (const id of ['mailboxes.create', 'tags.update', 'domains.remove', 'wallet.addBalance'] as const) {
      expect(judge(id, { method: 'GET' })).toContain('method: writes')
      expect(judge(id, { method: 'POST', isReadingPost: true })).toEqual(['isReadingPost: writes'])
    }
  })

  it('of what removes nothing is never DELETE', () => {
    expect(judge('mailboxes.update', { method: 'DELETE' })).toEqual(['method: destroys'])
    expect(judge('domains.removeForwarding', { method: 'POST' })).toEqual([])
    expect(judge('tags.update', { method: 'PATCH' })).toEqual([])
  })

  it('of a link that is asked with GET is that of a read', () => {
    expect(judge('domains.purchaseLink', { method: 'DELETE' })).toEqual(['method: reads'])
  })
})

describe('the path', () => {
  it.each(['/mailboxes', '/mailboxes/', '/a/b-c_d.e~f/g', '/a:b', '/search(x)', '/mailboxes.json'])(
    'may be %s',
    (path) => {
      expect(judge('mailboxes.list', { path })).toEqual([])
    },
  )

  it('has each input that goes into it, once', () => {
    expect(judge('mailboxes.get', { path: '/boxes/{id}.json' })).toEqual([])
    expect(judge('mailboxes.get', { path: '/boxes' })).toEqual(['inputs.id: path-name'])
    expect(judge('mailboxes.get', { path: '/{id}/{id}' })).toEqual(['path: twice'])
    expect(judge('mailboxes.list', { path: '/boxes/{page}' })).toEqual(['path: unknown-input'])
    expect(
      judge('mailboxes.get', {
        path: '/boxes',
        ...placed('mailboxes.get', 'id', { place: 'query', name: 'box' }),
      }),
    ).toEqual([])
  })
})

describe('an input', () => {
  const page = (to: InputMap) => judge('mailboxes.list', placed('mailboxes.list', 'page', to))

  it('goes under another name into query and header, and of a POST into the body', () => {
    expect(page({ place: 'query', name: 'filter[page]' })).toEqual([])
    expect(page({ place: 'header', name: 'X-Page' })).toEqual([])
    expect(page({ place: 'body', name: 'paging.page' })).toEqual(['inputs.page: get-body'])
    expect(
      judge('mailboxes.list', {
        ...placed('mailboxes.list', 'page', { place: 'body', name: 'paging.page' }),
        ...{ method: 'POST', isReadingPost: true },
      }),
    ).toEqual([])
  })

  it.each([
    ...[
      'Cookie',
      'Authorization',
      'Host',
      'x-api-key',
      'X-Workspace-Key',
      'Content-Length',
      'Transfer-Encoding',
    ],
    ...[
      'X-HTTP-Method-Override',
      'Proxy-Authorization',
      'Sec-Fetch-Mode',
      'X-Forwarded-Host',
      'X-Host',
      'X-Impersonate-User',
      'Origin',
      'Referer',
    ],
    ...[
      'Accept-Encoding',
      'Connection',
      'Upgrade',
      'Expect',
      'If-Match',
      'X-Auth',
      'X-Session-Id',
      'Set-Cookie',
    ],
    ...['X Page', 'X-Page:', 'X-Page\r\nCookie', '', 'Ü', '-x', 'x'.repeat(65)],
  ])('does not go into the header %j', (name) => {
    expect(isOwnHeader(name)).toBe(false)
  })

  it('never goes where every object has something, or where another input goes', () => {
    for (const name of [
      '__proto__',
      'a.__proto__',
      'constructor',
      'a.prototype.b',
      'a..b',
      '.',
      'na\u202eme',
      'a\u200b',
    ]) {
      expect(judge('tags.create', placed('tags.create', 'name', { place: 'body', name }))).toEqual([
        'inputs.name: body-name',
      ])
    }
    const both = { place: 'body', name: 'tag' } as const
    expect(
      judge('tags.create', { inputs: { name: both, color: { place: 'body', name: 'tag.color' } } }),
    ).toEqual(['inputs.name: twice', 'inputs.color: twice'])
  })

  it('that is needed is not left out: no ids mean all of them elsewhere', () => {
    const { ids: _, ...others } = tableMap(operationOf('exports.mailboxes')).inputs
    expect(judge('exports.mailboxes', { inputs: others })).toEqual(['inputs.ids: left-out'])
    expect(judge('mailboxes.list', { inputs: {} })).toEqual([])
  })

  it('that is secret never goes into the address, which ends in logs on its way', () => {
    const password = (to: InputMap, path = '/exports') =>
      judge('exports.addAccount', { ...placed('exports.addAccount', 'password', to), path })
    const refused = ['inputs.password: secret-place']
    expect(password({ place: 'query', name: 'pwd' })).toEqual(refused)
    expect(password({ place: 'path', name: 'password' }, '/exports/{password}')).toEqual(refused)
    expect(password({ place: 'body', name: 'login.pwd' })).toEqual([])
  })

  it('is one that the operation has', () => {
    expect(judge('tags.list', { inputs: { colour: { place: 'query', name: 'c' } } })).toEqual([
      'inputs: unknown',
    ])
  })
})

it('everything that stands against a map has words, and no value of it', () => {
  const issues = [
    ...judge('mailboxes.list', { method: 'DELETE', path: '/\u0000secret' }),
    ...judge('mailboxes.get', { method: 'POST', path: 'x', inputs: {} }),
    ...judge('tags.create', { method: 'GET', isReadingPost: true }),
  ]
  expect(issues.length).toBeGreaterThan(6)
  for (const issue of issues) expect(explainMapIssue(issue)).toMatch(/^[^\0]{10,}$/)
  expect(issues.join()).not.toContain('secret')
  expect(explainMapIssue('toString')).toBeNull()
  expect(explainMapIssue('inputs.id: toString')).toBeNull()
})
