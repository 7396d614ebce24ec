import type { AppErrorOf } from '../../../src/shared/errors'

/** A file that nobody would want to import, and why it is refused. */
export interface HostileFile {
  readonly what: string
  readonly content: () => string | Uint8Array
  readonly problem: AppErrorOf<'api-file'>['problem']
}

const inJson = (value: unknown): string => JSON.stringify(value)
const openApi = (paths: unknown): string => inJson({ openapi: '3.1.0', info: {}, paths })
const operation = { summary: 'Anything', responses: {} }
const maps = (change: object): string =>
  inJson({
    ...{
      format: 'mailroom.api-paths',
      version: 1,
      service: 'litemail',
      exportedAt: '2026-11-22T08:00:00.000Z',
    },
    ...{ paths: [], ...change },
  })
const aMap = {
  ...{ method: 'GET', path: '/tags', inputs: {}, authentication: 'account', isReadingPost: false },
  ...{ rows: null, total: null, next: null },
}
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`/p${index}`, { get: operation }]))

/** Nine anchors of nine aliases each: a thousand million texts where somebody follows them. */
const bomb = (): string => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const item = level === 0 ? '"lol"' : `*l${level - 1}`
    return `l${level}: &l${level} [${Array.from({ length: 9 }, () => item).join(', ')}]`
  })
  return ['openapi: 3.1.0', ...levels, 'paths: {}'].join('\n')
}

/** Refused as they are, before anything of them is suggested. */
export const hostileFiles: readonly HostileFile[] = [
  { what: 'an alias bomb', content: bomb, problem: 'alias' },
  {
    what: 'an alias that holds itself',
    content: () => 'openapi: 3.1.0\npaths: &paths\n  /a: *paths\n',
    problem: 'alias',
  },
  {
    what: 'keys that are merged in',
    content: () => 'a: &a {get: {}}\nopenapi: 3.1.0\npaths:\n  /a:\n    <<: *a\n',
    problem: 'alias',
  },
  {
    what: 'a tag that makes a function',
    content: () => 'openapi: 3.1.0\npaths: !!js/function "function () { return process }"\n',
    problem: 'tag',
  },
  {
    what: 'a tag of a program’s own',
    content: () => 'openapi: 3.1.0\npaths: !include /etc/passwd\n',
    problem: 'tag',
  },
  {
    what: 'a tag by a directive',
    content: () => '%TAG ! tag:evil.test,2026:\n---\nopenapi: 3.1.0\npaths: !run {}\n',
    problem: 'tag',
  },
  { what: 'bytes in a tag', content: () => 'openapi: 3.1.0\npaths: !!binary "AAAA"\n', problem: 'tag' },
  {
    what: '__proto__ in JSON',
    content: () => `{"openapi":"3.1.0","paths":{"/a":{"__proto__":{"get":{"summary":"List Tags"}}}}}`,
    problem: 'inherited-name',
  },
  {
    what: '__proto__ in YAML',
    content: () => 'openapi: 3.1.0\npaths:\n  /a:\n    __proto__:\n      get: {}\n',
    problem: 'inherited-name',
  },
  {
    what: '__proto__ among the fields of a body',
    content: () =>
      `{"openapi":"3.1.0","paths":{"/tags":{"post":{"summary":"Create Tag","requestBody":{"content":{"application/json":{"schema":{"properties":{"__proto__":{}}}}}}}}}}`,
    problem: 'inherited-name',
  },
  { what: '100 MB', content: () => Buffer.alloc(100 * 1024 * 1024, ' '), problem: 'too-large' },
  {
    what: 'a byte more than 10 MB',
    content: () => openApi({}).padEnd(10 * 1024 * 1024 + 1),
    problem: 'too-large',
  },
  { what: '2,001 operations', content: () => openApi(many(2_001)), problem: 'too-many' },
  {
    what: '50,000 levels in JSON',
    content: () => `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    problem: 'deep',
  },
  {
    what: '20,000 levels in YAML',
    content: () => `openapi: 3.1.0\npaths: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    problem: 'deep',
  },
  {
    what: '200 levels of objects',
    content: () => openApi(Array.from({ length: 200 }).reduce<unknown>((inner) => ({ a: inner }), 1)),
    problem: 'deep',
  },
  {
    what: 'Latin-1',
    content: () => Buffer.from('openapi: 3.1.0\ninfo: {title: é}\n', 'latin1'),
    problem: 'syntax',
  },
  {
    what: 'UTF-16 without its mark',
    content: () => Buffer.from('openapi: 3.1.0\npaths: {}\n', 'utf16le'),
    problem: 'syntax',
  },
  { what: 'zeros', content: () => new Uint8Array(1_000), problem: 'syntax' },
  { what: 'JSON that breaks off', content: () => openApi(many(3)).slice(0, -9), problem: 'syntax' },
  { what: 'YAML whose lines do not fit', content: () => 'openapi: 3.1.0\n  paths: {\n', problem: 'syntax' },
  { what: 'a key twice', content: () => 'openapi: 3.1.0\npaths: {}\npaths: {}\n', problem: 'syntax' },
  { what: 'two documents', content: () => 'openapi: 3.1.0\n---\nopenapi: 3.1.0\n', problem: 'syntax' },
  { what: 'nothing', content: () => '', problem: 'empty' },
  { what: 'spaces', content: () => ' \n\t\n', problem: 'empty' },
  { what: 'no operation', content: () => openApi({}), problem: 'empty' },
  {
    what: 'a web page',
    content: () => '<!doctype html><html><body>Sign in</body></html>',
    problem: 'unknown',
  },
  {
    what: 'a picture',
    content: () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    problem: 'syntax',
  },
  { what: 'another kind of JSON', content: () => inJson({ paths: many(1) }), problem: 'unknown' },
  { what: 'a bare text', content: () => 'tags are at /labels', problem: 'unknown' },
  {
    what: 'paths out of another file',
    content: () => openApi({ $ref: 'https://evil.test/paths.json' }),
    problem: 'empty',
  },
  { what: 'paths that refer to themselves', content: () => openApi({ $ref: '#/paths' }), problem: 'empty' },
  { what: 'maps of a newer Mailroom', content: () => maps({ version: 2 }), problem: 'newer' },
  { what: 'maps with more in them', content: () => maps({ host: 'https://evil.test' }), problem: 'damaged' },
  {
    what: 'maps with a method of their own',
    content: () => maps({ paths: [{ operation: 'tags.list', map: { ...aMap, method: 'CONNECT' } }] }),
    problem: 'damaged',
  },
  {
    what: 'maps with a host',
    content: () =>
      maps({ paths: [{ operation: 'tags.list', map: { ...aMap, origin: 'https://evil.test' } }] }),
    problem: 'damaged',
  },
  {
    what: 'maps with one operation twice',
    content: () => maps({ paths: [aMap, aMap].map((map) => ({ operation: 'tags.list', map })) }),
    problem: 'damaged',
  },
  { what: 'maps of another service', content: () => maps({ service: 'likedo' }), problem: 'other-service' },
]

/** A file that can be read, of which one operation cannot be asked as it says. */
export interface HostileSuggestion {
  readonly what: string
  readonly content: string
  readonly operation: string
  readonly issue: string
}

const mapped = (id: string, change: object): string =>
  maps({ paths: [{ operation: id, map: { ...aMap, ...change } }] })
const described = (path: string, method: string, summary: string): string =>
  openApi({ [path]: { [method]: { ...operation, summary } } })
const toHeader = (name: string) => ({ inputs: { page: { place: 'header', name } } })

/** Suggested, with what stands against them; they cannot be taken. */
export const hostileSuggestions: readonly HostileSuggestion[] = [
  {
    what: 'a list by DELETE',
    content: mapped('tags.list', { method: 'DELETE' }),
    operation: 'tags.list',
    issue: 'method: reads',
  },
  {
    what: 'a list by DELETE, described',
    content: described('/tags', 'delete', 'List Tags'),
    operation: 'tags.list',
    issue: 'method: reads',
  },
  {
    what: 'a list by a POST that is not said to read',
    content: described('/tags/search', 'post', 'List Tags'),
    operation: 'tags.list',
    issue: 'method: reading-post',
  },
  {
    what: 'what only adds, by DELETE',
    content: mapped('tags.create', { method: 'DELETE' }),
    operation: 'tags.create',
    issue: 'method: destroys',
  },
  {
    what: 'what removes, by GET',
    content: described('/tags/{id}', 'get', 'Delete Tag'),
    operation: 'tags.delete',
    issue: 'method: writes',
  },
  {
    what: 'the header Cookie',
    content: mapped('tags.list', toHeader('Cookie')),
    operation: 'tags.list',
    issue: 'inputs.page: header-name',
  },
  {
    what: 'the header Host',
    content: mapped('tags.list', toHeader('Host')),
    operation: 'tags.list',
    issue: 'inputs.page: header-name',
  },
  {
    what: 'the header of the key',
    content: mapped('tags.list', toHeader('x-api-key')),
    operation: 'tags.list',
    issue: 'inputs.page: header-name',
  },
  {
    what: 'a header with another one behind it',
    content: mapped('tags.list', toHeader('X-Page\r\nCookie')),
    operation: 'tags.list',
    issue: 'inputs.page: header-name',
  },
  {
    what: '__proto__ in a body',
    content: mapped('tags.list', {
      ...{ method: 'POST', isReadingPost: true },
      inputs: { page: { place: 'body', name: '__proto__.page' } },
    }),
    operation: 'tags.list',
    issue: 'inputs.page: body-name',
  },
  {
    what: 'another host',
    content: mapped('tags.list', { path: '//evil.test/tags' }),
    operation: 'tags.list',
    issue: 'path: begins',
  },
  {
    what: 'a path that leaves the base',
    content: mapped('tags.list', { path: '/../../tags' }),
    operation: 'tags.list',
    issue: 'path: dots',
  },
  {
    what: 'a path with a query',
    content: mapped('tags.list', { path: '/tags?all=1' }),
    operation: 'tags.list',
    issue: 'path: query',
  },
  {
    what: 'a path that leaves the base, described',
    content: described('/../admin', 'get', 'List Tags'),
    operation: 'tags.list',
    issue: 'path: dots',
  },
  {
    what: 'a key in the address',
    content: mapped('cloudflare.save', {
      ...{ method: 'POST', path: '/cloudflare' },
      inputs: { apiKey: { place: 'query', name: 'api_key' } },
    }),
    operation: 'cloudflare.save',
    issue: 'inputs.apiKey: secret-place',
  },
  {
    what: 'a key in the address, described',
    content: openApi({
      '/cloudflare': {
        post: {
          ...operation,
          summary: 'Save Credentials or Connect Domain',
          parameters: [{ name: 'api_key', in: 'query', schema: { type: 'string' } }],
        },
      },
    }),
    operation: 'cloudflare.save',
    issue: 'inputs.apiKey: secret-place',
  },
  {
    what: 'everything removed where the ids were',
    content: mapped('domains.removeForwarding', { method: 'POST', path: '/forwarding/remove' }),
    operation: 'domains.removeForwarding',
    issue: 'inputs.domainIds: left-out',
  },
]
