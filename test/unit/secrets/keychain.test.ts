import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { KeyName } from '../../../src/main/secrets/keychain'
import {
  KEYRING_PASSWORD,
  type Session,
  type SessionOptions,
  startSession,
} from '../../support/desktop/session'
import { bundleEntry } from '../../support/process/bundle'
import { type KeychainClient, startKeychain } from './keychainClient'

const KEY = 'sk_live_4f1c0a77e2'
const locked = { ok: false, error: { kind: 'keychain', problem: 'locked' } }
const missing = { ok: false, error: { kind: 'keychain', problem: 'missing' } }

const nameOf = (origin = 'https://like.do'): KeyName => ({
  service: 'likedo',
  origin,
  accountId: randomUUID(),
  generation: 1,
})

let program: Awaited<ReturnType<typeof bundleEntry>>
const opened: (Session | KeychainClient)[] = []

beforeAll(async () => {
  program = await bundleEntry(join(import.meta.dirname, 'keychainProgram.ts'))
})
afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await ('stop' in thing ? thing.stop() : thing.close())
})
afterAll(() => program.remove())

async function start(options: SessionOptions) {
  const session = await startSession({ display: false, ...options })
  opened.push(session)
  return { session, keychain: another(session) }
}

function another({ env }: Session): KeychainClient {
  const keychain = startKeychain(program.file, env)
  opened.push(keychain)
  return keychain
}

describe('in an open keychain', () => {
  it('keeps a key, under a name that a person recognises, and gives it back to another process', async () => {
    const { session, keychain } = await start({})
    const name = nameOf('https://mail.example')

    expect(await keychain.set(name, KEY)).toEqual({ ok: true })
    expect(await another(session).get(name)).toEqual({ ok: true, value: KEY })

    const account = `likedo https://mail.example ${name.accountId} 1`
    expect(await session.secrets()).toEqual([
      {
        label: `Mailroom/${account}`,
        attributes: { 'xdg:schema': 'org.freedesktop.Secret.Generic', service: 'Mailroom', account },
        secret: KEY,
      },
    ])
  })

  it('says null for a key that it has not, and nothing else', async () => {
    const { keychain } = await start({})
    expect(await keychain.get(nameOf())).toEqual({ ok: true, value: null })
  })

  it('tells apart service, origin, account and generation', async () => {
    const { keychain } = await start({})
    const name = nameOf()
    await keychain.set(name, KEY)
    for (const other of [
      { ...name, generation: 2 },
      { ...name, origin: 'https://like.do:8443' },
      { ...name, accountId: randomUUID() },
    ]) {
      expect(await keychain.get(other)).toEqual({ ok: true, value: null })
    }
  })

  it('deletes a key, and is content when there is none', async () => {
    const { session, keychain } = await start({})
    const name = nameOf()
    await keychain.set(name, KEY)
    expect(await keychain.delete(name)).toEqual({ ok: true })
    expect(await keychain.delete(name)).toEqual({ ok: true })
    expect(await session.secrets()).toEqual([])
  })

  it('replaces a key of the same name', async () => {
    const { session, keychain } = await start({})
    const name = nameOf()
    await keychain.set(name, KEY)
    await keychain.set(name, 'another')
    expect((await session.secrets()).map(({ secret }) => secret)).toEqual(['another'])
  })
})

describe('in a locked keychain with nobody to ask', () => {
  it('never says that there is no key, neither for one that it has nor for one that it has not', async () => {
    const { session, keychain } = await start({})
    const name = nameOf()
    await keychain.set(name, KEY)
    await session.lockKeyring()

    expect(await keychain.get(name)).toEqual(locked)
    expect(await keychain.get(nameOf())).toEqual(locked)
    expect(await another(session).get(name)).toEqual(locked)
  })

  it('neither saves nor deletes, and says so', async () => {
    const { session, keychain } = await start({})
    const name = nameOf()
    await keychain.set(name, KEY)
    await session.lockKeyring()

    expect(await keychain.set(nameOf(), 'another')).toEqual(locked)
    expect(await keychain.delete(name)).toEqual(locked)
    await session.unlockKeyring()
    expect((await session.secrets()).map(({ secret }) => secret)).toEqual([KEY])
  })

  it('reads again once the user has unlocked it', async () => {
    const { session, keychain } = await start({})
    const name = nameOf()
    await keychain.set(name, KEY)
    await session.lockKeyring()
    expect(await keychain.get(name)).toEqual(locked)
    await session.unlockKeyring()
    expect(await keychain.get(name)).toEqual({ ok: true, value: KEY })
  })
})

describe('in a locked keychain that asks', () => {
  async function startLocked() {
    const { session, keychain } = await start({ keyring: 'locked-with-prompter', display: true })
    const name = nameOf()
    await session.unlockKeyring()
    await keychain.set(name, KEY)
    await session.lockKeyring()
    return { session, keychain, name }
  }

  it('waits for the password, asks everybody at once, and gives each the key', async () => {
    const { session, keychain, name } = await startLocked()
    const answers = Promise.all([keychain.get(name), keychain.get(name), keychain.get(nameOf())])
    await session.answerPrompt({ password: KEYRING_PASSWORD })
    expect(await answers).toEqual([
      { ok: true, value: KEY },
      { ok: true, value: KEY },
      { ok: true, value: null },
    ])
  })

  it('takes a dismissed dialog for a no, for everybody who was waiting, without asking twice', async () => {
    const { session, keychain, name } = await startLocked()
    const denied = { ok: false, error: { kind: 'keychain', problem: 'denied' } }
    const answers = Promise.all([keychain.get(name), keychain.get(nameOf()), keychain.delete(name)])
    await session.answerPrompt('cancel')
    expect(await answers).toEqual([denied, denied, denied])
  })
})

describe('when Mailroom quits while the keychain asks', () => {
  it('tells those who wait that it is locked, and takes the question away', async () => {
    const { session, keychain } = await start({ keyring: 'locked-with-prompter', display: true })
    const isAsking = async () =>
      (await session.run('xdotool', ['search', '--onlyvisible', '--class', 'gcr-prompter'])).stdout !== ''
    const answer = keychain.get(nameOf())
    await vi.waitUntil(isAsking, 10_000)
    keychain.quit()
    expect(await answer).toEqual(locked)
    await vi.waitUntil(async () => !(await isAsking()), 10_000)
  })
})

describe('without a keychain', () => {
  it('says that none is there, when nobody serves it on the bus', async () => {
    const { keychain } = await start({ keyring: 'none' })
    expect(await keychain.get(nameOf())).toEqual(missing)
    expect(await keychain.set(nameOf(), KEY)).toEqual(missing)
    expect(await keychain.delete(nameOf())).toEqual(missing)
  })

  it('says that none is there, when there is no bus', async () => {
    const { keychain } = await start({ bus: false })
    expect(await keychain.get(nameOf())).toEqual(missing)
    expect(await keychain.set(nameOf(), KEY)).toEqual(missing)
  })

  it('starts no bus for the asking', async () => {
    const { session } = await start({ bus: false, display: true })
    const { DBUS_SESSION_BUS_ADDRESS: _address, XDG_RUNTIME_DIR: _runtime, ...env } = session.env
    const keychain = startKeychain(program.file, env)
    opened.push(keychain)
    expect(await keychain.get(nameOf())).toEqual(missing)
    // Where GLib writes down the bus that it started for a display.
    expect(existsSync(join(session.home, '.dbus'))).toBe(false)
  })
})

it('never repeats a key in what it writes', async () => {
  const { session, keychain } = await start({})
  await session.lockKeyring()
  await keychain.set(nameOf(), KEY)
  await session.unlockKeyring()
  await keychain.set(nameOf(), KEY)
  expect(keychain.words()).not.toContain(KEY)
})
