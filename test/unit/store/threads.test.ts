import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createReads, createWrites } from '../../../src/main/store/methods'
import type { Ask } from '../../../src/main/store/protocol'
import { createResponder } from '../../../src/main/store/serve'
import { openStore, type StoreFault } from '../../../src/main/store/store'
import { startThread } from '../../../src/main/store/thread'
import { topicsByWrite } from '../../../src/main/store/topics'
import type { Topic } from '../../../src/shared/contract'
import { LATE_MS } from '../../support/late'
import { bundleStoreWorker } from './bundleStoreWorker'
import { aLitemailAccount, aPart, mailboxFacts } from './fleetRows'
import { anAccount, aWrite, databaseIn, done, NOON, openTestStore, temporaryFolder } from './testStore'

const FAILED = { ok: false, error: { kind: 'storage', problem: 'failed' } }

/** A thread that does what the text says, as a bundle would be. */
const workerOf = (text: string): URL => {
  const file = join(temporaryFolder(), 'worker.mjs')
  writeFileSync(file, `import { parentPort } from 'node:worker_threads'\n${text}`)
  return pathToFileURL(file)
}
const setup = { role: 'writer', folder: '/nowhere', busyTimeoutMs: 1 } as const
const call: Ask = { kind: 'call', method: 'settings.get', input: [] }

describe('the store', () => {
  it('shows every write to the next read', async () => {
    const { store } = await openTestStore()
    const account = anAccount()
    await store.write('accounts.insert', account)
    for (let n = 0; n < 50; n++) {
      const write = aWrite(account.id)
      await store.write('journal.plan', write)
      expect(await store.read('journal.get', write.id)).toMatchObject({
        ok: true,
        value: { state: 'planned' },
      })
      await store.write('journal.startSending', { id: write.id, at: NOON })
      await store.write('journal.settle', { id: write.id, settlement: done() })
      expect(await store.read('addresses.get', write.id)).toMatchObject({ value: { state: 'created' } })
    }
  })

  it('keeps what was asked at once in the order it was asked', async () => {
    const { store } = await openTestStore()
    const values = Array.from({ length: 30 }, (_, n) => String(n))
    await Promise.all(values.map((value) => store.write('limits.save', { key: 'one', value })))
    expect(await store.read('limits.load', 'one')).toEqual({ ok: true, value: '29' })
  })

  it('makes one row of a press that arrives ten times at once', async () => {
    const { store } = await openTestStore()
    const account = anAccount()
    await store.write('accounts.insert', account)
    const requestId = aWrite(account.id).requestId
    const planned = await Promise.all(
      Array.from({ length: 10 }, () => store.write('journal.plan', aWrite(account.id, { requestId }))),
    )
    const ids = planned.map((result) => (result.ok ? result.value.row.id : 'failed'))
    expect(new Set(ids).size).toBe(1)
    expect(planned.filter((result) => result.ok && result.value.isNew)).toHaveLength(1)
  })

  it('tells after each write that was kept what it may have changed', async () => {
    const { store } = await openTestStore()
    const heard: Topic[][] = []
    const stop = store.onChanged((topics) => heard.push(topics))
    const account = anAccount()

    await store.write('accounts.insert', account)
    await store.write('windows.save', { x: 0, y: 0, width: 9, height: 9, isMaximized: false })
    await store.write('journal.plan', aWrite(anAccount().id))
    await store.write('journal.plan', aWrite(account.id))
    stop()
    await store.write('settings.update', { theme: 'dark' })

    expect(heard).toEqual([
      ['accounts', 'allowance'],
      ['addresses', 'activity'],
    ])
  })

  it('tells of lists only where a page brought them something', async () => {
    const { store } = await openTestStore()
    const account = aLitemailAccount()
    await store.write('litemail.insertAccount', account)
    const heard: Topic[][] = []
    store.onChanged((topics) => heard.push(topics))
    const part = aPart({ accountId: account.id, noun: 'mailboxes', workspaceId: 'w' })
    const taken = { noun: 'mailboxes', rows: [mailboxFacts('m-1')] } as const

    for (const pass of [1, 2]) await store.write('fleet.take', { part, taken, pass, at: NOON })
    await store.write('fleet.sweep', NOON)

    expect(heard).toEqual([['fleet', 'mailboxes', 'domains'], ['fleet']])
  })

  it('is all there after it was closed and opened again', async () => {
    const { store, folder } = await openTestStore()
    const account = anAccount({ isDefault: true })
    await store.write('accounts.insert', account)
    await store.close()
    const again = await openTestStore(folder)
    expect(await again.store.read('accounts.list')).toEqual({ ok: true, value: [account] })
  })

  it('answers what was asked before it was closed, and fails what is asked later', async () => {
    const { store, faults } = await openTestStore()
    const before = store.write('settings.update', { theme: 'dark' })
    const closing = Promise.all([store.close(), store.close()])
    expect(await before).toMatchObject({ ok: true })
    await closing
    expect(await store.write('settings.update', { theme: 'light' })).toEqual(FAILED)
    expect(await store.read('settings.get')).toEqual(FAILED)
    expect(faults.map((fault) => fault.method)).toEqual(['settings.update', 'settings.get'])
  })

  it('answers a fault with a problem, and its cause goes to the log without what was to be stored', async () => {
    const { store, faults } = await openTestStore()
    const write = aWrite(anAccount().id, { note: 'a note of mine' })
    expect(await store.write('journal.plan', write)).toEqual(FAILED)
    expect(faults).toEqual([
      {
        thread: 'writer',
        method: 'journal.plan',
        code: expect.stringContaining('SQLITE_CONSTRAINT'),
        message: expect.any(String),
      },
    ])
    expect(JSON.stringify(faults)).not.toMatch(/note of mine|ig\.do/)
  })

  it('fails what cannot be handed to its threads', async () => {
    const { store } = await openTestStore()
    const patch = Object({ theme: () => 'dark' })
    expect(await store.write('settings.update', patch)).toEqual(FAILED)
    expect(await store.read('settings.get')).toMatchObject({ ok: true })
  })

  it('follows beside another store, and says when there is none yet', async () => {
    const folder = temporaryFolder()
    const workerUrl = await bundleStoreWorker()
    expect(await openStore({ folder, mode: 'read-only', workerUrl })).toEqual({ ok: true, value: null })

    const { store } = await openTestStore(folder)
    const follower = await openStore({ folder, mode: 'read-only', workerUrl })
    if (!follower.ok || !follower.value) throw new Error('there is one')
    await store.write('settings.update', { theme: 'dark' })
    expect(await follower.value.read('settings.get')).toMatchObject({ value: { theme: 'dark' } })
    await follower.value.close()
    expect(await follower.value.read('settings.get')).toEqual(FAILED)
  })

  it('says what kept it from opening, and leaves no thread behind', async () => {
    const folder = temporaryFolder()
    writeFileSync(databaseIn(folder), 'not a database')
    const workerUrl = await bundleStoreWorker()
    const faults: unknown[] = []
    const onFault = (fault: unknown) => faults.push(fault)
    expect(await openStore({ folder, mode: 'own', workerUrl, onFault })).toEqual({
      ok: false,
      error: { kind: 'storage', problem: 'corrupt' },
    })
    expect(faults).toEqual([{ thread: 'writer', method: null, code: 'corrupt', message: 'not a database' }])
  })
})

describe('a store whose second thread joins later', () => {
  const TELLS_ITS_ROLE = `import { workerData } from 'node:worker_threads'
    parentPort.on('message', ({ id, ask }) =>
      parentPort.postMessage({ id, answer: { ok: true, value: workerData.role } }))`

  async function openWith(text: string, readerAfterMs: number) {
    const faults: StoreFault[] = []
    const onFault = (fault: StoreFault) => faults.push(fault)
    const options = { folder: temporaryFolder(), workerUrl: workerOf(text), readerAfterMs, onFault }
    const opened = await openStore({ mode: 'own', ...options })
    if (!opened.ok) throw new Error('not opened')
    onTestFinished(() => opened.value.close())
    return { store: opened.value, faults }
  }

  it('reads with the one that writes until then', async () => {
    const { store } = await openWith(TELLS_ITS_ROLE, 60_000)
    expect(await store.read('settings.get')).toEqual({ ok: true, value: 'writer' })
    await store.close()
    expect(await store.read('settings.get')).toEqual(FAILED)
  })

  it('reads with the second one from then on', async () => {
    const { store } = await openWith(TELLS_ITS_ROLE, 0)
    await vi.waitFor(
      async () => expect(await store.read('settings.get')).toEqual({ ok: true, value: 'reader' }),
      LATE_MS,
    )
    expect(await store.write('settings.update', {})).toEqual({ ok: true, value: 'writer' })
  })

  it('goes on reading with the first one where the second cannot be had', async () => {
    const broken = `${TELLS_ITS_ROLE}; if (workerData.role === 'reader') throw new Error('none')`
    const { store, faults } = await openWith(broken, 0)
    await vi.waitFor(() => expect(faults.length).toBeGreaterThan(0), LATE_MS)
    expect(faults[0]?.thread).toBe('reader')
    expect(await store.read('settings.get')).toEqual({ ok: true, value: 'writer' })
  })

  it('shows every write to the next read', async () => {
    const options = { folder: temporaryFolder(), workerUrl: await bundleStoreWorker(), readerAfterMs: 20 }
    const opened = await openStore({ mode: 'own', ...options })
    if (!opened.ok) throw new Error('not opened')
    const endsAt = Date.now() + 600
    for (let n = 0; Date.now() < endsAt; n++) {
      await opened.value.write('limits.save', { key: 'one', value: String(n) })
      expect(await opened.value.read('limits.load', 'one')).toEqual({ ok: true, value: String(n) })
    }
    await opened.value.close()
  })
})

describe('a thread that dies', () => {
  it.each([
    ['throws', 'setImmediate(() => { throw new Error("out") })'],
    ['exits', 'parentPort.on("message", () => process.exit(3))'],
    ['exits at once', 'process.exit(0)'],
    ['is no module', 'import "./nowhere.mjs"'],
  ])('fails what waits for it and all that comes later, once it %s', async (_, text) => {
    const causes: unknown[] = []
    const thread = startThread(workerOf(text), setup, (cause) => causes.push(cause))

    const answers = await Promise.all([thread.ask(call), thread.ask(call)])

    for (const answer of answers) expect(answer).toMatchObject({ ok: false, problem: 'failed' })
    expect(await thread.ask(call)).toMatchObject({ ok: false, problem: 'failed' })
    expect(causes).toHaveLength(1)
    await thread.end()
  })

  it.each([new URL('file:///nowhere/at/all.js'), new URL('https://like.do/worker.js')])(
    'or never lived fails an opening: %s',
    async (workerUrl) => {
      const folder = temporaryFolder()
      expect(await openStore({ folder, mode: 'own', workerUrl })).toEqual(FAILED)
    },
  )
})

describe('the tables of methods', () => {
  it('reach nothing that is not in them', () => {
    const folder = temporaryFolder()
    const respond = createResponder({ role: 'writer', folder, busyTimeoutMs: 1 })
    expect(respond(call)).toMatchObject({ ok: false, problem: 'failed' })
    respond({ kind: 'open' })
    for (const method of ['toString', 'constructor', '__proto__', 'settings', '']) {
      expect(respond({ kind: 'call', method, input: [] })).toMatchObject({
        ok: false,
        cause: { message: `no method ${method}` },
      })
    }
    const reader = createResponder({ role: 'reader', folder, busyTimeoutMs: 1 })
    reader({ kind: 'open' })
    expect(reader({ kind: 'call', method: 'settings.update', input: [{}] })).toMatchObject({
      ok: false,
      cause: { message: 'no method settings.update' },
    })
    reader({ kind: 'close' })
    expect(respond({ kind: 'close' })).toMatchObject({ ok: true })
  })

  it('have the same literal nowhere twice, and topics for every write', () => {
    const sql = {
      prepare: () => ({ get: () => undefined, all: () => [], run: () => 0 }),
      exec: () => {},
      pragma: () => undefined,
      transaction: <T>(_: unknown, work: () => T) => work(),
      close: () => {},
    }
    const writes = Object.keys(createWrites(sql))
    expect(Object.keys(topicsByWrite).sort()).toEqual([...writes].sort())
    expect(Object.keys(createReads(sql)).filter((name) => writes.includes(name))).toEqual([])
  })
})
