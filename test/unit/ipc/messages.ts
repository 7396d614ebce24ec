import { type Method, methods } from '../../../src/shared/contract'
import type { Random } from '../../support/random'

const view = {
  search: 'shop',
  labels: ['Work'],
  accountIds: ['0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11'],
  month: '2026-03',
  hidden: 'shown',
  isWithoutNote: false,
  sort: { by: 'created', isDescending: true },
}
const token = '3f0a9d0e-7d5b-4a57-8f0e-0b1c2d3e4f50'
const choice = { snapshot: token, except: ['a'] }
const reading = { format: 'csv', separator: ';', hasHeader: true, columns: ['address', null, 'note'] }

const accountId = '0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11'
const mailboxView = {
  search: 'sales',
  workspaces: [{ accountId, workspaceId: 'ws_1' }],
  domains: ['acme.example', null],
  statuses: ['ACTIVE', null],
  tags: ['warm'],
  renewsWithin: 7,
  isUnseen: false,
  sort: { by: 'renews', isDescending: true },
}
const domainView = {
  search: 'acme',
  workspaces: [{ accountId, workspaceId: '' }],
  statuses: [null],
  tags: [],
  health: ['dmarc', 'unchecked'],
  expiresWithin: 30,
  isUnseen: true,
  sort: { by: 'catch-all', isDescending: false },
}

const apiMap = {
  method: 'POST',
  path: '/v2/mailboxes/{id}',
  inputs: { id: { place: 'path', name: 'id' }, contains: { place: 'body', name: 'filter.text' } },
  authentication: 'jwt',
  rows: 'data.items',
  total: 'data.count',
  next: null,
  isReadingPost: true,
}

const askedDomains = {
  accountId,
  operation: 'domains.available',
  workspaceId: 'ws_1',
  inputs: { domainName: 'acme', tlds: ['com', 'net'], years: 1 },
}

/** One message that fits, for every method: what hostile ones are made of. */
const fitting: Record<Method, unknown> = {
  'app.info': {},
  'app.openLink': { link: 'likedo', accountId: '0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11' },
  'app.showFolder': { folder: 'logs' },
  'app.startDemo': {},
  'settings.get': {},
  'settings.update': { theme: 'dark', domains: [{ domain: 'ig.do', tier: 'everyone' }], hasHyphens: true },
  'apiPaths.list': { accountId },
  'apiPaths.get': { accountId, operation: 'mailboxes.get' },
  'apiPaths.judge': { accountId, operation: 'mailboxes.get', map: apiMap },
  'apiPaths.take': { accountId, operation: 'mailboxes.get', map: apiMap, source: 'curl' },
  'apiPaths.undo': { accountId, operation: 'addresses.create' },
  'apiPaths.reset': { accountId, operation: null },
  'apiPaths.readCurl': { accountId, operation: 'tags.list', text: 'curl https://api.litemail.app/v1/tags' },
  'apiPaths.openFile': { accountId },
  'apiPaths.takeFile': { accountId, file: token, operations: ['tags.list'] },
  'apiPaths.export': { accountId },
  'health.get': { id: '3' },
  'health.history': { id: '3' },
  'health.check': { id: '3' },
  'health.records': { id: '3' },
  'health.nameServers': { id: '3' },
  'health.propagation': { id: '3' },
  'health.copyNameServers': { id: '3' },
  'credentials.reveal': { id: '12' },
  'credentials.hide': {},
  'credentials.copy': { id: '12', what: 'app-password' },
  'operations.read': askedDomains,
  'operations.kept': askedDomains,
  'operations.request': askedDomains,
  'operations.copyCurl': askedDomains,
  'operations.openLink': { id: accountId },
  'operationViews.list': { accountId },
  'operationViews.save': { ...askedDomains, name: 'Free names' },
  'operationViews.remove': { id: '4' },
  'accounts.list': {},
  'accounts.add': {
    service: 'likedo',
    server: 'https://like.do',
    key: 'sk_live_1',
    plan: 'free',
    requestsPerHour: null,
    keyEndsOn: null,
    keyKept: 'until-quit',
    whenUnreached: 'say',
  },
  'accounts.replaceKey': {
    id: '0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11',
    key: 'sk_live_2',
    keyEndsOn: '2027-01-31',
    keyKept: 'keychain',
    whenUnreached: 'save-unchecked',
  },
  'accounts.update': { id: '0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11', name: 'Work', plan: 'pro' },
  'accounts.check': { id: '0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11' },
  'accounts.setDefault': { id: '0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11' },
  'accounts.remove': { id: '0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11' },
  'accounts.unsettled': { id: '0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11' },
  'accounts.allowance': { id: '0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11' },
  'addresses.list': { view, offset: 100, limit: 50 },
  'addresses.facets': { view },
  'addresses.snapshot': { view },
  'addresses.place': { view, id: 'a' },
  'addresses.get': { id: 'a' },
  'addresses.create': {
    requestId: '7d9d2f0a-54e5-4c1e-8f7e-7f4cf0f7c1a2',
    via: 'window',
    wish: { localPart: 'quiet.otter', domain: 'ig.do', tag: 'shop', note: 'for the shop' },
    isOverBudgetAllowed: false,
  },
  'addresses.preview': { style: 'words', localPart: 'quiet', prefix: 'me' },
  'addresses.copy': { choice: { ids: ['a', 'b'] } },
  'addresses.label': { choice, add: ['Shop'], remove: ['Work'] },
  'addresses.renameLabel': { from: 'Shop', to: 'Shops' },
  'addresses.hide': { choice, isHidden: true },
  'addresses.undo': {},
  'addresses.setNote': { id: 'a', note: 'for the shop' },
  'addresses.settle': { id: 'a' },
  'addresses.decide': { id: 'a', isMine: true },
  'addresses.sendWaiting': { id: 'a' },
  'addresses.dropWaiting': { id: 'a' },
  'messages.list': { addressId: 'a', page: 1 },
  'messages.refresh': { addressId: 'a', page: 1, isOverBudgetAllowed: false },
  'messages.watch': { addressId: 'a' },
  'messages.unwatch': { watch: token },
  'messages.get': { id: 'm' },
  'messages.html': { id: 'm' },
  'messages.copyCode': { id: 'm' },
  'messages.openLink': { id: 'm', link: 0 },
  'messages.keep': { id: 'm' },
  'messages.unkeep': { id: 'm' },
  'messages.order': {},
  'listings.list': {},
  'listings.refresh': { accountId: '0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11', isWhole: false },
  'listings.decide': { accountId: '0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11', isSameUser: true },
  'batches.read': { text: 'quiet.otter, for the shop', domain: 'ig.do' },
  'batches.start': {
    requestId: '7d9d2f0a-54e5-4c1e-8f7e-7f4cf0f7c1a2',
    via: 'list',
    style: 'words',
    items: [{ localPart: 'quiet.otter', note: 'for the shop' }, {}],
    isCopyWanted: true,
  },
  'batches.get': { id: 'a' },
  'batches.stop': { id: 'a' },
  'activity.list': { offset: 0, limit: 50 },
  'desktop.state': {},
  'desktop.setShortcut': { accelerator: 'Control+Shift+Space' },
  'desktop.setLogin': { startsAtLogin: true },
  'desktop.copyCommand': {},
  'quick.order': {},
  'quick.close': {},
  'quick.showAddress': { id: 'a' },
  'data.export': { format: 'csv', choice },
  'data.openImport': {},
  'data.readImport': { file: token, reading },
  'data.runImport': { file: token, reading, accountId: null, labels: ['Old'] },
  'data.closeImport': { file: token },
  'data.removeKeys': {},
  'data.deleteEverything': { isConfirmed: true },
  'data.diagnostics': {},
  'data.saveDiagnostics': {},
  'backup.save': { passphrase: 'correct horse battery' },
  'backup.open': {},
  'backup.preview': { file: token, passphrase: 'correct horse battery' },
  'backup.restore': { file: token },
  'backup.close': { file: token },
  'copies.list': {},
  'copies.preview': { id: 'a' },
  'recovery.get': {},
  'recovery.take': { from: 'readable' },
  'litemail.accounts': {},
  'litemail.connect': {
    server: 'https://api.litemail.app/v1',
    key: 'lm_key_1',
    authentication: 'api-key',
    name: 'Agency',
    keyKept: 'until-quit',
    whenUnreached: 'say',
  },
  'litemail.replaceKey': {
    id: accountId,
    key: 'lm_key_2',
    authentication: 'jwt',
    keyKept: 'keychain',
    whenUnreached: 'save-unchecked',
  },
  'litemail.rename': { id: accountId, name: 'Agency' },
  'litemail.check': { id: accountId },
  'litemail.remove': { id: accountId },
  'litemail.tryReads': { id: accountId },
  'litemail.triedReads': { id: accountId },
  'fleet.status': {},
  'fleet.refresh': { accountId },
  'fleet.decide': { accountId, workspaceId: 'ws_1', noun: 'mailboxes', areGone: true },
  'fleet.overview': {},
  'billing.get': {},
  'mailboxes.list': { view: mailboxView, offset: 100, limit: 50 },
  'mailboxes.facets': { view: mailboxView },
  'mailboxes.place': { view: mailboxView, id: '12' },
  'mailboxes.snapshot': { view: mailboxView },
  'mailboxes.get': { id: '12' },
  'mailboxes.copy': { choice },
  'mailboxes.setNote': { id: '12', note: 'for the shop' },
  'mailboxes.export': { requestId: token, what: { view: mailboxView } },
  'domains.list': { view: domainView, offset: 0, limit: 50 },
  'domains.facets': { view: domainView },
  'domains.place': { view: domainView, id: '3' },
  'domains.snapshot': { view: domainView },
  'domains.get': { id: '3' },
  'domains.copy': { choice: { ids: ['3'] } },
  'domains.setNote': { id: '3', note: 'renew in May' },
  'domains.export': { requestId: token, what: choice },
  'palette.find': { text: 'acme' },
  'palette.recent': {},
  'palette.use': { kind: 'mailbox', id: '12' },
  'palette.act': { act: 'zoom-in' },
  'views.list': {},
  'views.save': { list: 'mailboxes', name: 'Renewing soon', view: mailboxView },
  'views.remove': { id: 'a' },
}

const names = Object.keys(fitting) as Method[]

/** Texts that have broken programs before. */
const texts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '../../../etc/passwd',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'http://like.do',
  'https://user:password@like.do',
  'https://like.do/?key=sk',
  "'; DROP TABLE addresses; --",
  '{{7*7}}',
  '<img src=x onerror=alert(1)>',
  'A'.repeat(5_000),
  '\u202egnp.exe',
  '\ud800',
  '😀'.repeat(40),
  '0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11',
  '--new-address',
  'likedo',
]
const numbers = [
  0,
  -1,
  1,
  0.5,
  501,
  2 ** 53,
  -(2 ** 31),
  Number.MAX_VALUE,
  Number.NaN,
  Number.POSITIVE_INFINITY,
]
const strangeNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  'accounts.',
  'accounts.List',
  'accounts.list ',
  'accounts.keys',
  '0',
  'then',
]

/** Any value that can cross between processes. */
function anything(random: Random, depth = 0): unknown {
  const kind = random.integer(0, depth > 3 ? 5 : 11)
  switch (kind) {
    case 0:
      return null
    case 1:
      return undefined
    case 2:
      return random.chance(0.5)
    case 3:
      return random.pick(numbers)
    case 4:
      return random.pick(texts)
    case 5:
      return {}
    case 6:
      return Array.from({ length: random.integer(0, 6) }, () => anything(random, depth + 1))
    case 7:
      return random.pick([new Date(0), new Map([['id', 'a']]), new Set(['a']), new Uint8Array(8), /a/, 10n])
    case 8:
      return new Error(random.pick(texts))
    default:
      return Object.fromEntries(
        Array.from({ length: random.integer(0, 5) }, () => [
          random.pick([...strangeNames, 'id', 'key', 'limit', 'wish', 'note']),
          anything(random, depth + 1),
        ]),
      )
  }
}

/** The same with one part of it changed: another value, a part less, or a part more. */
function damaged(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return anything(random)
  const fields = Object.keys(value)
  const field = fields.length > 0 ? random.pick(fields) : 'id'
  const copy: Record<string, unknown> = { ...value }
  switch (random.integer(0, 4)) {
    case 0:
      delete copy[field]
      return copy
    case 1:
      return Object.fromEntries([...Object.entries(copy), [random.pick(strangeNames), anything(random)]])
    case 2:
      return { ...copy, [field]: random.pick(texts) }
    case 3:
      return { ...copy, [field]: damaged(random, copy[field]) }
    default:
      return anything(random)
  }
}

/** A message as a window that somebody else has taken over might send it; one in twenty fits. */
export function hostileMessage(random: Random): unknown {
  const method = random.pick(names)
  const input = fitting[method]
  switch (random.integer(0, 19)) {
    case 0:
      return { method, input }
    case 1:
      return anything(random)
    case 2:
      return { method: random.pick(strangeNames), input }
    case 3:
      return { method: anything(random), input }
    case 4:
      return damaged(random, { method, input })
    case 5:
      return { method, input: anything(random) }
    default:
      return { method, input: damaged(random, input) }
  }
}

/** Whether a message is one of the contract's, and what the contract makes of its input. */
export function readMessage(raw: unknown): { method: Method; input: unknown } | null {
  if (typeof raw !== 'object' || raw === null) return null
  const { method, input, ...rest } = raw as Record<string, unknown>
  const found = names.find((name) => name === method)
  if (found === undefined || Reflect.ownKeys(rest).length > 0 || !isPlain(input)) return null
  const parsed = methods[found].input.safeParse(input)
  return parsed.success ? { method: found, input: parsed.data } : null
}

/** What JSON has, and undefined: nothing else stands in a message of ours. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'bigint') return false
  if (typeof value !== 'object' || value === null) return true
  const isOurs = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
  return isOurs && Object.values(value).every(isPlain)
}
