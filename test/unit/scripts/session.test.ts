import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { asUser, ensureAccount, environmentFor, findAccount } from '../../../scripts/setup/account.mjs'
import { forbidsUserNamespaces } from '../../../scripts/setup/sandbox.mjs'
import { openSession, planSession } from '../../../scripts/setup/session.mjs'

const account = { name: 'ann', uid: 1000, gid: 1001, home: '/home/ann' }

describe('what a start is given', () => {
  const desktop = { DISPLAY: ':0', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' }
  const linux = { isOneShot: false, platform: 'linux', isRoot: false, env: desktop }

  it.each([
    ['nothing on a desktop', linux, { display: 'own', needsBus: false }],
    [
      'nothing on Wayland',
      { ...linux, env: { WAYLAND_DISPLAY: 'wayland-0', XDG_RUNTIME_DIR: '/run/user/1000' } },
      { display: 'own', needsBus: false },
    ],
    [
      'a display and a bus where there is neither',
      { ...linux, env: {} },
      { display: 'virtual', needsBus: true },
    ],
    [
      'a display, with the own bus, over ssh',
      { ...linux, env: { XDG_RUNTIME_DIR: '/run/user/1000' } },
      { display: 'virtual', needsBus: false },
    ],
    ["a bus for root on root's desktop", { ...linux, isRoot: true }, { display: 'own', needsBus: true }],
    [
      'a display for root on Wayland, which is closed to others',
      { ...linux, isRoot: true, env: { WAYLAND_DISPLAY: 'wayland-0' } },
      { display: 'virtual', needsBus: true },
    ],
    [
      'no display for one printed line',
      { ...linux, isOneShot: true, env: {} },
      { display: 'none', needsBus: false },
    ],
    ['nothing on a Mac', { ...linux, platform: 'darwin', env: {} }, { display: 'own', needsBus: false }],
  ])('is %s', (_what, situation, expected) => {
    expect(planSession(situation)).toEqual(expected)
  })
})

describe('what runs as the ordinary user', () => {
  it('is the program itself where nobody else is to run it', () => {
    expect(asUser(undefined, 'electron', ['.'])).toEqual(['electron', ['.']])
  })

  it('changes to the user, and dies with us', () => {
    expect(asUser(account, 'electron', ['.'], { dieWithUs: 'TERM' })).toEqual([
      'setpriv',
      [
        '--pdeathsig=TERM',
        '--reuid=1000',
        '--regid=1001',
        '--init-groups',
        '--inh-caps=-all',
        '--',
        'electron',
        '.',
      ],
    ])
  })

  it("sees nothing of root's session", () => {
    const env = environmentFor(account, {
      HOME: '/root',
      XDG_RUNTIME_DIR: '/run/user/0',
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/0/bus',
      NPM_TOKEN: 'secret',
      LANG: 'de_DE.UTF-8',
      MAILROOM_LONG: '1',
    })
    expect(env).toEqual({
      HOME: '/home/ann',
      USER: 'ann',
      LOGNAME: 'ann',
      PATH: '/usr/local/bin:/usr/bin:/bin',
      LANG: 'de_DE.UTF-8',
      MAILROOM_LONG: '1',
    })
  })

  it('is found in the list of users by its whole name', () => {
    const passwd =
      'root:x:0:0:root:/root:/bin/bash\nann2:x:7:7::/:/bin/sh\nann:x:1000:1001::/home/ann:/usr/sbin/nologin\n'
    expect(findAccount(passwd, 'ann')).toEqual(account)
    expect(findAccount(passwd, 'an')).toBeUndefined()
  })
})

describe('user namespaces', () => {
  it.each([
    ['1', undefined, true],
    [undefined, '0', true],
    ['0', '1', false],
    [undefined, undefined, false],
  ])('with the switches %s and %s are forbidden: %s', (restricted, allowed, expected) => {
    expect(forbidsUserNamespaces(restricted, allowed)).toBe(expected)
  })
})

describe.runIf(process.platform === 'linux')('a session that nobody sees', () => {
  let session: Awaited<ReturnType<typeof openSession>> | undefined
  afterEach(() => session?.close())

  it('has a display for those with its cookie only, a bus, and no keychain that would ask', async () => {
    const user = await ensureAccount()
    session = await openSession({ display: 'virtual', needsBus: true }, user)
    const run = (env: NodeJS.ProcessEnv, command: string, ...args: string[]) => {
      const [program, all] = asUser(user, command, args)
      return spawnSync(program, all, { env, encoding: 'utf8', timeout: 10_000 })
    }

    expect(run(session.env, 'xdotool', 'getdisplaygeometry').stdout.trim()).toBe('1280 1024')
    const stranger = run({ ...session.env, XAUTHORITY: '/nowhere' }, 'xdotool', 'getdisplaygeometry')
    expect(stranger.status).not.toBe(0)

    const call = (name: string) =>
      run(
        session?.env ?? {},
        'dbus-send',
        '--session',
        '--print-reply',
        '--reply-timeout=5000',
        `--dest=${name}`,
        '/',
        'org.freedesktop.DBus.Peer.Ping',
      )
    expect(call('org.freedesktop.DBus').status).toBe(0)
    expect(call('org.freedesktop.secrets').stderr).toContain('org.freedesktop.DBus.Error.ServiceUnknown')
  })

  it('leaves nothing behind', async () => {
    const user = await ensureAccount()
    const opened = await openSession({ display: 'virtual', needsBus: true }, user)
    const folder = opened.env.XAUTHORITY ?? ''
    opened.close()
    expect(existsSync(folder)).toBe(false)
    await expect
      .poll(() => execFileSync('ps', ['-eo', 'stat,args'], { encoding: 'utf8' }).includes(folder), {
        timeout: 10_000,
      })
      .toBe(false)
  })
})
