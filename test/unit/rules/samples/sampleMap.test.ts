import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeMap, tableMap } from '../../../../src/main/rules/apiMap'
import { readCurl } from '../../../../src/main/rules/samples/curlSample'
import { mapOfSample } from '../../../../src/main/rules/samples/sampleMap'
import { readSample } from '../../../../src/shared/apiFile'
import { likedoOperations } from '../../../../src/shared/likedo/operations'
import type { AnyOperation } from '../../../../src/shared/litemail/operation'
import { operations } from '../../../../src/shared/litemail/operations'

const operationOf = (id: string): AnyOperation => {
  const found = [...operations, ...likedoOperations].find((one) => one.id === id)
  if (found === undefined) throw new Error(`no operation ${id}`)
  return found
}

/** What is made of a command line, for an account below `base`. */
function made(id: string, text: string, base = '/v1') {
  const sample = readCurl(`curl ${text}`)
  if (!sample.ok) throw new Error(`not read: ${sample.error}`)
  const map = mapOfSample(operationOf(id), sample.value, base)
  if (typeof map === 'string') return map
  return {
    asks: `${map.map.method} ${map.map.path}`,
    inputs: Object.fromEntries(
      Object.entries(map.map.inputs).map(([input, { place, name }]) => [input, `${place} ${name}`]),
    ),
    unplaced: map.unplaced,
    dropped: map.dropped.filter(({ what }) => what !== 'host').map(({ what, name }) => `${what} ${name}`),
    issues: judgeMap(operationOf(id), map.map, { origin: 'https://api.litemail.app', basePath: base }),
  }
}

describe('the path of a sample', () => {
  it.each([
    ['https://api.litemail.app/v1/labels', '/v1', 'GET /labels'],
    ['https://api.litemail.app/v1/labels', '', 'GET /v1/labels'],
    ['https://api.litemail.app/v1/labels', '/proxy/v1', 'GET /labels'],
    ['https://proxy.test/proxy/v1/labels', '/proxy/v1', 'GET /labels'],
    ['$BASE/labels', '/v1', 'GET /labels'],
    ['/labels', '/v1', 'GET /labels'],
    ['/v1/labels', '/v1', 'GET /labels'],
    ['https://api.litemail.app/v1/labels/', '/v1', 'GET /labels/'],
  ])('%s, below %j: %s', (url, base, asks) => {
    expect(made('tags.list', `'${url}'`, base)).toMatchObject({ asks, issues: [] })
  })

  it.each([
    'https://api.litemail.app/v2/labels',
    'https://api.litemail.app/labels',
    'https://api.litemail.app',
  ])('%s leaves the account’s base', (url) => {
    expect(made('tags.list', url)).toBe('outside')
  })

  it('has a placeholder that is no input as it is, which nothing can be asked with', () => {
    expect(made('tags.list', "'/v1/teams/{team_id}/labels'")).toMatchObject({
      ...{ asks: 'GET /teams/{team_id}/labels', dropped: ['path team_id'], issues: ['path: unknown-input'] },
    })
  })

  it('has its own row’s id where several stand', () => {
    const path = '/v1/teams/cm8u0k4xw0001l508acme0000/inboxes/cm8u0k4xw0004l508anna0000'
    expect(made('mailboxes.get', path)).toMatchObject({
      asks: 'GET /teams/cm8u0k4xw0001l508acme0000/inboxes/{id}',
    })
    expect(made('dns.delete', "-X DELETE '/v1/domains/:domain/records/:record'")).toMatchObject({
      ...{ asks: 'DELETE /domains/{domainId}/records/{id}', issues: [], unplaced: [] },
    })
  })

  it('keeps whatever leads elsewhere, and is refused for it', () => {
    for (const [path, issue] of [
      ['/v1/../admin', 'path: dots'],
      ['/v1/tags//admin', 'path: empty-step'],
      ['/v1/%2e%2e/admin', 'path: percent'],
      ['/v1/a@b', 'path: at'],
      ['/v1/a\\\\b', 'path: backslash'],
    ] as const) {
      expect([path, made('tags.list', `'https://api.litemail.app${path}'`)]).toMatchObject([
        path,
        { issues: [issue] },
      ])
    }
  })
})

describe('names of a sample are matched to inputs', () => {
  it.each([
    [
      'written otherwise',
      'tags.create',
      '{"Name":"x","COLOR":"#fff"}',
      { name: 'body Name', color: 'body COLOR' },
    ],
    [
      'as others call them',
      'tags.create',
      '{"title":"x","colour":"#fff"}',
      { name: 'body title', color: 'body colour' },
    ],
    ['by what they look like', 'tags.create', '{"a":"x","b":"#fff"}', { name: 'body a', color: 'body b' }],
    ['because one is left', 'subscriptions.upgrade', '{"to":"Pro"}', { newPlan: 'body to' }],
    [
      'in fields of fields',
      'tags.create',
      '{"tag":{"name":"x","color":"#fff"}}',
      { name: 'body tag.name', color: 'body tag.color' },
    ],
    [
      'of several, not of one',
      'webhooks.register',
      '{"target":"https://a.test","on":["x"]}',
      { url: 'body target', events: 'body on' },
    ],
    [
      'of DNS',
      'dns.create',
      '{"zone":"z","type":"TXT","name":"@","content":"v","prio":1,"ttl":60}',
      {
        domainId: 'body zone',
        recordType: 'body type',
        host: 'body name',
        value: 'body content',
        priority: 'body prio',
        ttl: 'body ttl',
      },
    ],
    [
      'of a person',
      'mailboxes.create',
      '{"domain":"d","first":"A","last":"B","local":"a.b"}',
      {
        domainId: 'body domain',
        firstName: 'body first',
        lastName: 'body last',
        username: 'body local',
      },
    ],
  ] as const)('%s: %s', (_, id, body, inputs) => {
    const url = id === 'subscriptions.upgrade' ? '/v1/plans/:id' : '/v1/x'
    const put = id === 'subscriptions.upgrade' ? '-X PUT' : ''
    expect(made(id, `${put} '${url}' -d '${body}'`)).toMatchObject({ inputs, unplaced: [], issues: [] })
  })

  it('and in the query, in headers, and out of the body into the path', () => {
    expect(made('mailboxes.list', "'/v1/inboxes?search=x' -H 'X-Page: 1' -H 'X-Per-Page: 10'")).toMatchObject(
      {
        inputs: { contains: 'query search', page: 'header X-Page', limit: 'header X-Per-Page' },
        issues: [],
      },
    )
    expect(
      made('mailboxes.create', `/v1/domains/{d}/boxes -d '{"firstName":"a","lastName":"b","username":"c"}'`),
    ).toMatchObject({ asks: 'POST /domains/{domainId}/boxes', issues: [] })
  })

  it('but not where the value cannot be one, nor where it says another thing', () => {
    expect(made('tags.list', "'/v1/tags?offset=20&sort=name'")).toMatchObject({
      inputs: { page: 'query page', limit: 'query limit' },
      unplaced: ['page', 'limit'],
      dropped: ['query offset', 'query sort'],
    })
    const text = `/v1/dmarc -d '{"email":["a@b.test"],"domainIds":["d"]}'`
    expect(made('domains.addDmarc', text)).toMatchObject({ inputs: { domainIds: 'body domainIds' } })
  })
})

describe('what a sample does not show', () => {
  it('of a read stays as it was guessed', () => {
    expect(made('dns.list', '/v1/records')).toMatchObject({
      inputs: { domainId: 'query domainId' },
      unplaced: ['domainId'],
      issues: [],
    })
  })

  it('of what changes something is not asked without: its user says where it goes', () => {
    expect(made('domains.removeForwarding', '-X DELETE /v1/forwarding')).toMatchObject({
      inputs: {},
      unplaced: ['domainIds'],
      issues: ['inputs.domainIds: left-out'],
    })
  })

  it('and may be left out stays, within the same fields as what it does show', () => {
    expect(
      made('mailboxes.update', `-X PUT /v1/mailboxes/:id -d '{"mailbox":{"firstName":"A"}}'`),
    ).toMatchObject({
      inputs: {
        firstName: 'body mailbox.firstName',
        lastName: 'body mailbox.lastName',
        tagIds: 'body mailbox.tagIds',
      },
      issues: [],
    })
  })

  it('is not put where something else goes by now', () => {
    const read = made('mailboxes.list', "'/v1/inboxes?limit=1&page=10' -H 'X-Page: 2'")
    expect(read).toMatchObject({ dropped: [expect.stringMatching(/page/i)], issues: [] })
  })

  it('in who asks and where the answer stands is as it was', () => {
    const sample = readCurl('curl /v1/labels')
    const now = { ...tableMap(operationOf('tags.list')), authentication: 'jwt', rows: 'data.tags' } as const
    if (!sample.ok) throw new Error('not read')
    expect(mapOfSample(operationOf('tags.list'), sample.value, '/v1', now)).toMatchObject({
      map: { authentication: 'jwt', rows: 'data.tags', path: '/labels' },
    })
  })
})

describe('what an operation does is not changed by a sample', () => {
  it.each([
    ['tags.list', '-X DELETE /v1/tags', 'method: reads'],
    ['tags.list', `/v1/tags/search -d '{"page":1,"limit":2}'`, 'method: reading-post'],
    ['tags.delete', '/v1/tags/{id}', 'method: writes'],
    ['tags.create', `-X DELETE /v1/tags -d '{"name":"x","color":"#fff"}'`, 'method: destroys'],
  ])('%s: %s', (id, text, issue) => {
    expect(made(id, text)).toMatchObject({ issues: [issue] })
  })

  it('and a method that no operation has is none', () => {
    expect(made('tags.list', '-I /v1/tags')).toBe('method')
    expect(made('tags.list', '-X "GET\nHost: evil" /v1/tags')).toBe('method')
  })
})

it('LikeDo’s operations are read as its own pages show them, and as its predecessor’s did', () => {
  const body = `-d '{"email":"a@ig.do","tag":"shop"}'`
  const key = "-H 'Authorization: Bearer sk_live_1'"
  expect(made('addresses.create', `-X POST https://like.do/api/v1/emails ${key} ${body}`, '')).toMatchObject({
    ...{ asks: 'POST /api/v1/emails', inputs: { email: 'body email', tag: 'body tag' }, issues: [] },
  })
  expect(
    made(
      'messages.list',
      "'https://like.do/api/v2/inbox?emailAddress=a%40ig.do&page=1&size=20&key=sk_1'",
      '',
    ),
  ).toMatchObject({
    asks: 'GET /api/v2/inbox',
    inputs: { email: 'query emailAddress', page: 'query page', pageSize: 'query size' },
    dropped: ['key key'],
  })
})

it('no text makes it throw, or brings what a window may not be told', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom(
      ' -d ',
      ' -H ',
      '\\\n',
      "'",
      '"',
      '$',
      '{',
      '}',
      '{{',
      '<',
      '^',
      '/',
      '?',
      '&',
      '=',
      '%',
      '__proto__',
    ),
    fc.constantFrom(
      'https://a.test/v1/',
      '{"a":1}',
      '{"__proto__":{"a":1}}',
      '-X PUT',
      '-G',
      'x-page: 1',
      ':id',
    ),
  )
  const operation = fc.constantFrom(...operations)
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), operation, (pieces, one) => {
      const sample = readCurl(`curl https://a.test/v1/x ${pieces.join('')}`)
      if (!sample.ok) return
      const read = mapOfSample(one, sample.value, '/v1')
      if (typeof read !== 'string') expect(readSample.safeParse(read)).toMatchObject({ success: true })
    }),
    { numRuns: process.env.MAILROOM_LONG ? 20_000 : 2_000 },
  )
})
