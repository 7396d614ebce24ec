import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Surroundings } from '../../../src/main/actions/context'
import { makeCopy } from '../../../src/main/actions/localCopies'
import { deleteEverything, removeKeys } from '../../../src/main/actions/removeEverything'
import type { Keychain } from '../../../src/main/secrets/keychain'
import { createMemoryKeychain } from '../../../src/main/secrets/memoryKeychain'
import { closeContext, type OpenedContext, openContext } from '../../../src/main/startup/openContext'
import type { AccountRow } from '../../../src/main/store/rows'
import { err, ok } from '../../../src/shared/result'
import { nodeTransport } from '../../support/actions/nodeTransport'
import { take } from '../../support/actions/world'
import { bundleStoreWorker } from '../store/bundleStoreWorker'
import { anAccount, NOON } from '../store/rows'

const opened: { folder: string; context: OpenedContext }[] = []
afterEach(async () => {
  for (const { folder, context } of opened.splice(0)) {
    await closeContext(context.context)
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A profile with two accounts whose keys are in `keychain`, and what was done around it. */
const open = async (keychain: Keychain, around: Partial<Surroundings> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'mailroom-remove-'))
  const done: string[] = []
  const context = await openContext({
    folder,
    keychain,
    createTransport: async () => nodeTransport,
    copy: async () => ok(undefined),
    secretClipboard: { copy: async () => ok(undefined), clear: async () => undefined },
    markClipboard: async () => ({ at: 0, text: null }),
    files: { open: async () => null, save: async () => null },
    tellChanged: () => undefined,
    announce: () => undefined,
    logFault: () => undefined,
    workerUrl: await bundleStoreWorker(),
    around: {
      facts: () => ({}),
      readLog: async () => '',
      async removeLog() {
        done.push('log')
        return true
      },
      async removeLoginItem() {
        done.push('login-item')
        return ok(undefined)
      },
      ...around,
    },
  })
  opened.push({ folder, context })
  const accounts: AccountRow[] = []
  for (const name of ['One', 'Two']) {
    const row = take(await context.context.store.write('accounts.insert', anAccount({ name })))
    take(await context.context.keys.keep(row, `key of ${name}`))
    accounts.push(row)
  }
  take(
    await context.context.store.write('import.merge', [
      { accountId: null, email: 'a@ig.do', note: '', labels: [], tag: null, at: NOON, hiddenAt: null },
    ]),
  )
  const nameOf = ({ service, origin, id, keyGeneration }: AccountRow) => ({
    ...{ service, origin, accountId: id, generation: keyGeneration },
  })
  const keysLeft = async () => {
    const found = await Promise.all(accounts.map((account) => keychain.get(nameOf(account))))
    return found.filter((key) => key.ok && key.value !== null).length
  }
  return { folder, context: context.context, done, keysLeft }
}

/** What opens a mailbox, as it is held while it is shown. */
const credentials = {
  id: '1',
  accountId: 'a',
  email: 'a@b.example',
  password: 'p',
  appPassword: null,
  code: null,
}

/** A keychain that lets go of nothing. */
const stubborn = (): Keychain => ({
  ...createMemoryKeychain(),
  delete: async () => err({ kind: 'keychain', problem: 'locked' }),
})

describe('removing all keys from this computer', () => {
  it('leaves accounts and addresses, which say that no key is here', async () => {
    const { context, keysLeft } = await open(createMemoryKeychain())
    expect(take(await removeKeys(context))).toEqual({ removed: 2, left: 0 })
    expect(await keysLeft()).toBe(0)
    const accounts = take(await context.store.read('accounts.list'))
    expect(accounts.map(({ keyStanding }) => keyStanding)).toEqual(['absent', 'absent'])
    expect(take(await context.store.read('content.count')).addresses).toBe(1)
    expect(take(await removeKeys(context))).toEqual({ removed: 0, left: 0 })
  })

  it('shows nothing any more that was fetched with one', async () => {
    const { context } = await open(createMemoryKeychain())
    take(await context.shown.show('1', async () => ok(credentials)))
    take(await removeKeys(context))
    expect(context.shown.current()).toBeNull()
  })

  it('says which the keychain did not let go of', async () => {
    const { context } = await open(stubborn())
    expect(take(await removeKeys(context))).toEqual({ removed: 0, left: 2 })
  })
})

describe('deleting everything', () => {
  it('removes keys, the entry at login, the database with its copies, and the log', async () => {
    const { context, folder, done, keysLeft } = await open(createMemoryKeychain())
    take(await makeCopy(context, 'hide'))
    writeFileSync(join(folder, 'mailroom.damaged-2026-03-09T12-00-00-000Z.sqlite'), 'old')
    mkdirSync(join(folder, 'browser'))
    expect(take(await deleteEverything(context))).toEqual({ stays: [] })
    expect(await keysLeft()).toBe(0)
    expect(done).toEqual(['login-item', 'log'])
    // What Electron holds open while it runs has nothing of the user's in it.
    expect(readdirSync(folder)).toEqual(['browser'])
    // Whatever still comes does not bring it back.
    expect(
      await context.store.write('windows.save', { x: 0, y: 0, width: 1, height: 1, isMaximized: false }),
    ).toMatchObject({ ok: false })
    expect(existsSync(join(folder, 'mailroom.sqlite'))).toBe(false)
  })

  it('goes on where something cannot be removed, and says what stays', async () => {
    const { context, folder } = await open(stubborn(), {
      removeLog: async () => false,
      removeLoginItem: async () => err({ kind: 'file', problem: 'not-writable', line: null }),
    })
    expect(take(await deleteEverything(context))).toEqual({ stays: ['keys', 'login-item', 'log'] })
    expect(readdirSync(folder)).toEqual([])
  })
})
