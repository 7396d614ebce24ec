import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyPage } from '../../../src/main/store/content'
import type { Reads, Writes } from '../../../src/main/store/methods'
import type { Answer } from '../../../src/main/store/protocol'
import { createResponder } from '../../../src/main/store/serve'
import { domainsByName } from '../../../src/shared/domain'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import { randomFrom } from '../../support/random'
import { aLitemailAccount, aMap, anAnswer, aPart, mailboxFacts } from './fleetRows'
import { aJob } from './jobRows'
import { anAccount, aWrite, done, firstRows, NOON, TIMEOUT } from './rows'

const DATABASE = 'mailroom.sqlite'
const account = anAccount()
const write = aWrite(account.id)
const { view } = firstRows({ hidden: 'shown', search: 'o march' })
const listed = { serviceId: 's', email: 'listed.one@ig.do', tag: null, createdAt: NOON }
const imported = {
  accountId: null,
  email: 'imported.one@ig.do',
  note: 'n',
  labels: ['Shop'],
  tag: null,
  at: NOON,
  hiddenAt: null,
}

const fleet = aLitemailAccount()
const key = { accountId: fleet.id, noun: 'mailboxes', workspaceId: 'w' } as const
const part = aPart(key)
const taken = { noun: 'mailboxes', rows: [mailboxFacts('m-1')] } as const

const planned = aJob(account)
const askedTags = { accountId: fleet.id, operation: 'tags.list', workspaceId: 'w', inputs: { page: 2 } }
const aTableAnswer = {
  answer: { columns: ['id'], rows: [['"t-1"']], rowsLeft: 0, beside: [], message: null },
  json: '{}',
  isJsonCut: false,
  at: NOON,
  problem: null,
}

const everyRead: { readonly [M in keyof Reads]: Parameters<Reads[M]> } = {
  'accounts.list': [],
  'accounts.get': [account.id],
  'journal.get': [write.id],
  'journal.byRequestId': [write.requestId],
  'journal.unsettled': [{}],
  'journal.batch': ['batch'],
  'activity.list': [{ offset: 0, limit: 500 }],
  'jobs.get': [planned.id],
  'jobs.byRequestId': [planned.requestId],
  'jobs.open': [],
  'jobs.rows': [{ jobId: planned.id, offset: 0, limit: 500 }],
  'jobs.row': [planned.rows[0]?.id ?? ''],
  'jobs.request': [{ jobId: planned.id, request: 0 }],
  'jobs.next': [planned.id],
  'jobs.counts': [planned.id],
  'jobs.doubtful': [{ now: NOON, after: 0 }],
  'jobs.creation': [planned.rows[0]?.id ?? ''],
  'records.only': [
    {
      accountId: fleet.id,
      made: { list: 'records', domain: 'acme.example', type: 'TXT', host: '@', value: 'a' },
    },
  ],
  'activity.get': [{ id: write.id, now: NOON }],
  'activity.attention': [NOON],
  'targets.others': [
    {
      ...{ accountId: fleet.id, workspaceId: '', jobId: planned.id, request: 0 },
      ...{ fact: 'forwardTo', limit: 3 },
    },
  ],
  'targets.find': [{ accountId: fleet.id, noun: 'mailbox', serviceIds: ['m-1'] }],
  'operations.isUnlocked': [{ accountId: fleet.id, operation: 'mailboxes.remove' }],
  'addresses.list': [firstRows({}, 500)],
  'addresses.get': [write.id],
  'addresses.details': [write.id],
  'addresses.several': [[write.id]],
  'addresses.emails': [[write.id]],
  'addresses.known': [[write.email ?? ''], null],
  'addresses.newest': [{ accountId: account.id, limit: 20, olderThanKey: 2 }],
  'addresses.recent': [5],
  'addresses.facets': [view],
  'addresses.ids': [{ ...view, search: 'note', sort: { by: 'note', isDescending: false } }],
  'addresses.place': [{ view, id: write.id }],
  'addresses.countCreatedSince': [{ accountId: account.id, since: 0 }],
  'settings.get': [],
  'hints.isSaid': ['no-tray'],
  'listings.get': [account.id],
  'content.count': [],
  'windows.load': [],
  'limits.load': ['one'],
  'integrity.check': [],
  'litemail.accounts': [],
  'litemail.account': [fleet.id],
  'litemail.tried': [fleet.id],
  'apiMaps.list': [fleet.id],
  'apiMaps.get': [{ accountId: fleet.id, operation: 'mailboxes.list' }],
  'operations.answers': [fleet.id],
  'operations.answer': [{ accountId: fleet.id, operation: 'mailboxes.list' }],
  'operations.shape': [{ accountId: fleet.id, operation: 'mailboxes.list' }],
  'operations.keptAnswer': [askedTags],
  'operationViews.list': [fleet.id],
  'fleet.parts': [null],
  'fleet.counts': [],
  'fleet.known': [part],
  'fleet.workspaces': [fleet.id],
  'views.list': [],
  'fleet.missed': [{ key, limit: 10 }],
  'fleet.overview': [NOON],
  'billing.get': [NOON],
  'tags.known': [fleet.id],
  'workspaces.known': [fleet.id],
  'wallets.low': [NOON],
  'assigning.homes': [fleet.id],
  'assigning.known': [
    { accountId: fleet.id, domains: ['acme.example'], emails: ['ada@acme.example'], since: 0 },
  ],
  'assigning.editable': [['1']],
  'mailboxes.list': [{ view: mailboxesByAddress, offset: 0, limit: 100, now: NOON }],
  'mailboxes.facets': [{ view: mailboxesByAddress, now: NOON }],
  'mailboxes.place': [{ view: mailboxesByAddress, id: '1', now: NOON }],
  'mailboxes.ids': [{ view: { ...mailboxesByAddress, search: 'ada example' }, now: NOON }],
  'mailboxes.places': [{ view: { ...mailboxesByAddress, search: 'ada example' }, now: NOON }],
  'mailboxes.get': ['1'],
  'mailboxes.emails': [['1']],
  'mailboxes.several': [['1']],
  'domains.list': [{ view: domainsByName, offset: 0, limit: 100, now: NOON }],
  'domains.facets': [{ view: domainsByName, now: NOON }],
  'domains.place': [{ view: domainsByName, id: '1', now: NOON }],
  'domains.ids': [{ view: { ...domainsByName, search: 'acme' }, now: NOON }],
  'domains.places': [{ view: { ...domainsByName, search: 'acme' }, now: NOON }],
  'domains.get': ['1'],
  'domains.names': [['1']],
  'domains.several': [['1']],
  'dns.about': ['1'],
  'dns.records': [{ accountId: fleet.id, domainId: 'd-1' }],
  'dns.history': ['1'],
  'dns.due': [{ accountId: fleet.id, now: NOON, most: 10 }],
  'messages.get': ['m'],
  'messages.ofAddress': ['a'],
  'palette.find': [{ text: 'acme', now: NOON }],
  'palette.recent': [],
  'partFiles.list': [],
  'exports.begun': [fleet.id],
  'exports.notExported': [{ accountId: fleet.id, platform: 'INSTANTLY', since: NOON }],
}
const everyWrite: { readonly [M in keyof Writes]: Parameters<Writes[M]> } = {
  'accounts.insert': [account],
  'accounts.update': [{ id: account.id, patch: { name: 'Other' } }],
  'accounts.setDefault': [account.id],
  'journal.plan': [write],
  'journal.planMany': [{ writes: [aWrite(account.id)], batchId: 'batch' }],
  'journal.dropNew': [{ write: aWrite(null), at: NOON, problem: TIMEOUT }],
  'journal.startSending': [{ id: write.id, at: NOON }],
  'journal.rename': [{ id: write.id, email: 'other.name@ig.do', drawnBits: 40 }],
  'journal.settle': [{ id: write.id, settlement: done() }],
  'journal.recoverInterrupted': [NOON],
  'operations.lock': [{ accountId: fleet.id, operation: 'mailboxes.remove' }],
  'operations.unlock': [{ accountId: fleet.id, operation: 'mailboxes.remove', at: NOON }],
  'jobs.plan': [planned],
  'jobs.planMore': [{ id: planned.id, from: planned.rows.length, rows: [] }],
  'jobs.begin': [{ id: planned.id, at: NOON }],
  'jobs.rest': [{ id: planned.id, rest: null }],
  'jobs.startSending': [{ jobId: planned.id, request: 0, at: NOON, keyGeneration: account.keyGeneration }],
  'jobs.settle': [
    [{ id: planned.rows[0]?.id ?? '', settlement: { state: 'done', at: NOON, evidence: 'answer' } }],
  ],
  'jobs.confirm': [{ ids: [planned.rows[0]?.id ?? ''], at: NOON }],
  'jobs.confirmListed': [{ now: NOON, after: 0 }],
  'jobs.vouch': [planned.rows[0]?.id ?? ''],
  'jobs.dropWaiting': [{ id: planned.id, at: NOON }],
  'jobs.recoverInterrupted': [NOON],
  'jobs.pause': [planned.id],
  'jobs.forgetPlans': [{ id: null, at: NOON }],
  'addresses.setNote': [{ id: write.id, note: 'note' }],
  'addresses.label': [{ ids: [write.id], add: ['Shop'], remove: ['Work'] }],
  'addresses.renameLabel': [{ from: 'Shop', to: 'Shops' }],
  'addresses.hide': [{ ids: [write.id], isHidden: true, at: NOON }],
  'addresses.undo': [],
  'addresses.forgetChanges': [],
  'addresses.mergeListed': [{ accountId: account.id, at: NOON, rows: [listed] }],
  'import.merge': [[imported]],
  'restore.stage': [{ token: 'token', page: emptyPage }],
  'restore.forecast': [{ token: 'token', at: NOON, keys: 'kept' }],
  'restore.merge': [{ token: 'token', at: NOON, keys: 'kept' }],
  'restore.drop': ['token'],
  'batches.dropWaiting': [{ id: 'batch', at: NOON }],
  'listings.update': [{ accountId: account.id, patch: { at: NOON } }],
  'hints.say': ['no-tray'],
  'settings.update': [{ theme: 'light' }],
  'windows.save': [{ x: 0, y: 0, width: 9, height: 9, isMaximized: false }],
  'limits.save': [{ key: 'one', value: '{}' }],
  'litemail.insertAccount': [fleet],
  'litemail.updateAccount': [{ id: fleet.id, patch: { name: 'Other' } }],
  'litemail.saveTried': [{ accountId: fleet.id, tried: { at: NOON, reads: [] } }],
  'operations.noteAnswer': [anAnswer(fleet.id)],
  'operations.keepAnswer': [{ asked: askedTags, askedSince: null, answer: aTableAnswer }],
  'operationViews.save': [{ ...askedTags, name: 'Tags' }],
  'operationViews.remove': ['1'],
  'apiMaps.take': [
    { accountId: fleet.id, changes: [{ operation: 'mailboxes.list', map: aMap }], source: 'hand', at: NOON },
  ],
  'apiMaps.undo': [{ accountId: fleet.id, operation: 'mailboxes.list' }],
  'fleet.nextPass': [],
  'fleet.closePasses': [{ accountId: fleet.id, operations: ['mailboxes.list'] }],
  'fleet.savePart': [part],
  'fleet.takeSeen': [{ accountId: fleet.id, workspaceId: '', taken, at: NOON }],
  'fleet.take': [{ part, taken, pass: 1, at: NOON }],
  'fleet.endWhole': [{ part, pass: 2, at: NOON }],
  'fleet.decide': [{ key, areGone: true, at: NOON }],
  'fleet.giveUp': [{ key, at: NOON }],
  'fleet.markGone': [{ accountId: fleet.id, noun: 'mailboxes', serviceId: 'm-1', at: NOON }],
  'mailboxes.setNote': [{ id: '1', note: 'note' }],
  'domains.setNote': [{ id: '1', note: 'note' }],
  'fleet.forget': [fleet.id],
  'fleet.believeClock': [NOON],
  'fleet.sweep': [NOON],
  'wallets.markTold': [{ accountIds: [fleet.id], at: NOON }],
  'palette.use': [{ kind: 'action', id: 'new-address' }],
  'dns.takeChecks': [
    {
      ...{ accountId: fleet.id, at: NOON, tried: ['acme.example'] },
      checks: [{ domain: 'acme.example', mx: true, spf: false, dkim: null, dmarc: true }],
    },
  ],
  'dns.takeRecords': [
    {
      ...{ accountId: fleet.id, domain: 'acme.example', at: NOON },
      records: [{ id: 'r', type: 'MX', host: '@', value: 'mx.acme.example', priority: 10, ttl: 300 }],
    },
  ],
  'dns.takeNameServers': [
    { accountId: fleet.id, domain: 'a.example', at: NOON, nameServers: ['ns.example'] },
  ],
  'dns.takePropagation': [
    { accountId: fleet.id, domain: 'a.example', at: NOON, isWhole: false, areExpected: false },
  ],
  'dns.takeLosses': [{ id: 'told', now: NOON }],
  'doings.note': [
    {
      kind: 'credentials.show',
      what: null,
      accountId: fleet.id,
      email: 'a@acme.test',
      count: null,
      at: NOON,
    },
  ],
  'partFiles.note': ['/nowhere/one.csv.0a1b2c3d.part'],
  'partFiles.forget': ['/nowhere/one.csv.0a1b2c3d.part'],
  'views.save': [{ list: 'mailboxes', name: 'Mine', view: mailboxesByAddress }],
  'views.remove': ['1'],
  'messages.keep': [
    {
      ...{
        id: 'm',
        addressId: 'a',
        from: 'shop@example.com',
        fromName: null,
        to: null,
        cc: null,
        replyTo: null,
      },
      ...{
        subject: 'Hello',
        text: 'Hello',
        isCut: false,
        html: null,
        at: NOON,
        attachments: [],
        keptAt: NOON,
      },
    },
  ],
  'messages.forget': ['m'],
  'accounts.markRemoved': [{ id: account.id, at: NOON }],
}

/** Calls every method there is on the database in a folder, and answers what came of it. */
export const callAll = (folder: string): { opened: boolean; problems: string[]; note: string | null } => {
  const writer = createResponder({ role: 'writer', folder, busyTimeoutMs: 100 })
  const reader = createResponder({ role: 'reader', folder, busyTimeoutMs: 100 })
  const opening = writer({ kind: 'open' })
  if (!opening.ok) return { opened: false, problems: [opening.problem], note: null }
  const answers: Answer[] = [reader({ kind: 'open' })]
  const ask = (respond: typeof writer, method: string, input: readonly unknown[]): Answer => {
    const answer = respond({ kind: 'call', method, input })
    answers.push(answer)
    return answer
  }
  for (const [method, input] of Object.entries(everyRead)) ask(reader, method, input)
  const list = ask(reader, 'addresses.list', [firstRows()])
  for (const [method, input] of Object.entries(everyWrite)) ask(writer, method, input)
  for (const [method, input] of Object.entries(everyRead)) ask(reader, method, input)
  reader({ kind: 'close' })
  answers.push(writer({ kind: 'close' }))
  return {
    opened: true,
    problems: answers.flatMap((answer) => (answer.ok ? [] : [answer.problem])),
    note: list.ok ? noteOf(list.value) : null,
  }
}

const noteOf = (page: unknown): string | null => {
  const text = JSON.stringify(page)
  const found: unknown = JSON.parse(text).rows?.[0]?.note
  return typeof found === 'string' ? found : null
}

/** Damages a copy of the database in `template`, closed in order or killed, as the seed has it. */
const damagedCopy = (template: string, seed: number): string => {
  const random = randomFrom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'mailroom-damaged-'))
  const isKilled = random.chance(0.4)
  if (isKilled) copyFileSync(join(template, `killed.sqlite-wal`), join(folder, `${DATABASE}-wal`))
  const bytes = readFileSync(join(template, isKilled ? 'killed.sqlite' : DATABASE))
  for (let count = random.integer(1, 12); count > 0; count--) {
    const length = random.pick([1, 4, 64, 4096])
    const at = random.integer(0, bytes.length - 1)
    for (let n = at; n < Math.min(at + length, bytes.length); n++) bytes[n] = random.integer(0, 255)
  }
  const end = random.chance(0.1) ? random.integer(0, bytes.length) : bytes.length
  writeFileSync(join(folder, DATABASE), bytes.subarray(0, end))
  return folder
}

/** Uses one damaged copy after the other in this one process, and says after each that it still lives. */
export const survive = (template: string, seeds: number, say: (value: unknown) => void): void => {
  for (let seed = 0; seed < seeds; seed++) {
    const folder = damagedCopy(template, seed)
    try {
      say({ seed, ...callAll(folder) })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
