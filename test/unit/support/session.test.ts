import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import dbus from 'dbus-next'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callMethod, withBus } from '../../support/desktop/bus'
import { processesIn } from '../../support/desktop/programs'
import { KEYRING_PASSWORD, type Session, startSession } from '../../support/desktop/session'
import { bundleEntry } from '../../support/process/bundle'
import { commandLines } from './processes'

/** Keeps a secret as keytar does; resolves with the path of a prompt, `/` where none was needed. */
const keep = (session: Session, account: string, value: string): Promise<unknown> =>
  withBus(session.env.DBUS_SESSION_BUS_ADDRESS ?? '', async (bus) => {
    const call = (path: string, member: string, part: string, signature: string, body: unknown[]) =>
      callMethod(
        bus,
        { destination: 'org.freedesktop.secrets', path, interface: `org.freedesktop.Secret.${part}`, member },
        signature,
        body,
      )
    const [, opened] = await call('/org/freedesktop/secrets', 'OpenSession', 'Service', 'sv', [
      'plain',
      new dbus.Variant('s', ''),
    ])
    const properties = {
      'org.freedesktop.Secret.Item.Label': new dbus.Variant('s', `mailroom/${account}`),
      'org.freedesktop.Secret.Item.Attributes': new dbus.Variant('a{ss}', { service: 'mailroom', account }),
    }
    const secret = [opened, Buffer.alloc(0), Buffer.from(value), 'text/plain']
    const created = await call(
      '/org/freedesktop/secrets/collection/login',
      'CreateItem',
      'Collection',
      'a{sv}(oayays)b',
      [properties, secret, true],
    )
    return created[1]
  })

/** Asks the keyring to unlock itself, as a program does; the prompt it answers with is shown at once. */
const askToUnlock = (session: Session): Promise<void> =>
  withBus(session.env.DBUS_SESSION_BUS_ADDRESS ?? '', async (bus) => {
    const target = { destination: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' }
    const login = '/org/freedesktop/secrets/collection/login'
    const [, prompt] = await callMethod(
      bus,
      { ...target, interface: 'org.freedesktop.Secret.Service', member: 'Unlock' },
      'ao',
      [[login]],
    )
    const completed = new Promise<void>((resolve) => {
      bus.on('message', (message) => message.member === 'Completed' && resolve())
    })
    const rule = "type='signal',interface='org.freedesktop.Secret.Prompt'"
    await callMethod(
      bus,
      {
        destination: 'org.freedesktop.DBus',
        path: '/org/freedesktop/DBus',
        interface: 'org.freedesktop.DBus',
        member: 'AddMatch',
      },
      's',
      [rule],
    )
    await callMethod(
      bus,
      { ...target, path: String(prompt), interface: 'org.freedesktop.Secret.Prompt', member: 'Prompt' },
      's',
      [''],
    )
    await completed
  })

describe('a session', () => {
  let session: Session
  beforeAll(async () => {
    session = await startSession()
  })
  afterAll(() => session.close())

  it('runs programs as an ordinary user, in an environment that has nothing of ours', async () => {
    process.env.MAILROOM_LEAK = 'ours'
    const { stdout } = await session.run('sh', ['-c', 'id -u; env'])
    delete process.env.MAILROOM_LEAK

    expect(stdout.split('\n')[0]).toBe(String(session.account.uid))
    expect(session.account.uid).not.toBe(0)
    expect(stdout).toMatch(`HOME=${session.home}`)
    expect(stdout).not.toMatch('MAILROOM_LEAK')
  })

  it('gives the exit code, both outputs and the signal, and feeds standard input', async () => {
    const script = 'read line; echo "out $line"; echo err >&2; exit 7'

    expect(await session.run('sh', ['-c', script], { input: 'text\n' })).toEqual({
      code: 7,
      signal: null,
      stdout: 'out text\n',
      stderr: 'err\n',
    })
    expect(await session.run('sh', ['-c', 'kill -SEGV $$'])).toMatchObject({ code: null, signal: 'SIGSEGV' })
  })

  it('kills what takes too long, with its children', async () => {
    const sleeping = `sleep 4321.${process.pid}`
    await expect(session.run('sh', ['-c', `${sleeping} & ${sleeping}`], { timeoutMs: 300 })).rejects.toThrow(
      /took more than 300 ms/,
    )

    await expect.poll(commandLines).not.toMatch(sleeping)
  })

  it('adds to the environment and takes away from it', async () => {
    const { stdout } = await session.run('env', [], { env: { MORE: 'yes', DISPLAY: undefined } })

    expect(stdout).toMatch('MORE=yes')
    expect(stdout).not.toMatch('DISPLAY=')
  })

  it('has a home and a runtime folder of its own, closed to others', () => {
    for (const folder of [
      session.folder,
      session.home,
      session.runtime,
      session.temporary,
      session.makeFolder('a', 'b'),
    ]) {
      expect(statSync(folder)).toMatchObject({ uid: session.account.uid })
      expect(statSync(folder).mode & 0o777).toBe(0o700)
    }
  })

  it('has a clipboard that other programs read and write', async () => {
    expect(await session.readClipboard()).toBeNull()

    await session.writeClipboard('quiet-otter-417@ig.do ✓')
    await session.writeClipboard('selected', 'primary')

    expect(await session.readClipboard()).toBe('quiet-otter-417@ig.do ✓')
    expect(await session.readClipboard('primary')).toBe('selected')
  })

  it('has a keyring whose items are listed, but not their values while it is locked', async () => {
    const attributes = { service: 'mailroom', account: 'first' }
    expect(await session.secrets()).toEqual([])
    await keep(session, 'first', 'sk_live_x')

    expect(await session.secrets()).toEqual([
      { label: 'mailroom/first', attributes: expect.objectContaining(attributes), secret: 'sk_live_x' },
    ])
    await session.lockKeyring()
    expect(await session.isKeyringLocked()).toBe(true)
    expect(await session.secrets()).toMatchObject([{ secret: null }])
    await session.unlockKeyring()
    expect(await session.secrets()).toMatchObject([{ secret: 'sk_live_x' }])
  })

  it('is as at first after a reset', async () => {
    await keep(session, 'first', 'sk_live_x')
    await session.writeClipboard('text')
    await session.lockKeyring()

    await session.reset()

    expect(await session.secrets()).toEqual([])
    expect(await session.isKeyringLocked()).toBe(false)
    expect(await session.readClipboard()).toBeNull()
  })

  it('shares nothing with another one', async () => {
    const other = await startSession()
    await session.writeClipboard('mine')

    expect(other.env.DISPLAY).not.toBe(session.env.DISPLAY)
    expect(other.env.DBUS_SESSION_BUS_ADDRESS).not.toBe(session.env.DBUS_SESSION_BUS_ADDRESS)
    expect(await other.readClipboard()).toBeNull()
    await keep(other, 'other', 'value')
    expect((await session.secrets()).map(({ label }) => label)).not.toContain('mailroom/other')
    await other.close()
  })
})

describe('the kinds of session', () => {
  it('with a locked keyring and nobody to ask: it stays locked, and keeping something is refused', async () => {
    const session = await startSession({ keyring: 'locked', display: false })

    expect(await session.isKeyringLocked()).toBe(true)
    await expect(keep(session, 'first', 'x')).rejects.toThrow(/locked/)
    await session.close()
  })

  it('with a locked keyring and a prompter: the user unlocks it, or does not', async () => {
    const session = await startSession({ keyring: 'locked-with-prompter' })

    await Promise.all([askToUnlock(session), session.answerPrompt('cancel')])
    expect(await session.isKeyringLocked()).toBe(true)
    await Promise.all([askToUnlock(session), session.answerPrompt({ password: KEYRING_PASSWORD })])
    expect(await session.isKeyringLocked()).toBe(false)
    await session.close()
  }, 30_000)

  it('without a keyring: nobody on the bus keeps secrets', async () => {
    const session = await startSession({ keyring: 'none', display: false })

    expect(await session.secrets()).toEqual([])
    await expect(keep(session, 'first', 'x')).rejects.toThrow(/org\.freedesktop\.secrets/)
    await session.close()
  })

  it('without a bus: none can be reached, and none is started by a program that wants one', async () => {
    const session = await startSession({ bus: false })
    const { code } = await session.run('dbus-send', [
      '--session',
      '--print-reply',
      '--dest=org.freedesktop.DBus',
      '/',
      'a.b',
    ])

    expect(code).not.toBe(0)
    await expect(session.secrets()).rejects.toThrow(/ENOENT/)
    await session.close()
  })
})

describe('the end of a session', () => {
  it('leaves no process and no file', async () => {
    const session = await startSession()
    await session.writeClipboard('text')
    session.start('sh', ['-c', 'setsid sleep 5432 & sleep 5432'])
    await expect.poll(() => processesIn(session.runtime).length).toBeGreaterThanOrEqual(7)

    await session.close()

    expect(existsSync(session.folder)).toBe(false)
    expect(processesIn(session.runtime)).toEqual([])
  })

  it('comes also when the tests are killed', async () => {
    const bundle = await bundleEntry(join(import.meta.dirname, 'openSession.ts'))
    const tests = spawn(process.execPath, [bundle.file], { stdio: ['pipe', 'pipe', 'inherit'] })
    const [line] = await once(createInterface(tests.stdout), 'line')
    const { folder, runtime } = JSON.parse(line)
    expect(processesIn(runtime).length).toBeGreaterThanOrEqual(3)

    tests.kill('SIGKILL')

    await expect.poll(() => processesIn(runtime), { timeout: 5_000 }).toEqual([])
    await bundle.remove()
    rmSync(folder, { recursive: true })
  })
})
