import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, accountForTests, makePrivateFolder, makeTemporaryFolder } from './account'
import { isOwned, startBus, waitForOwner, withBus } from './bus'
import { openClipboard, type Selection } from './clipboard'
import { startDisplay } from './display'
import { type Ended, Programs, type RunOptions, type StartOptions } from './programs'
import { answerPrompt, type PromptAnswer } from './prompter'
import {
  deleteSecrets,
  isLocked,
  listSecrets,
  lock,
  type StoredSecret,
  storeSecrets,
  unlock,
} from './secretService'

/**
 * What keeps secrets: a keyring that is open; one that is locked, with nobody to ask for its password; one that is
 * locked and asks in a dialog; none on the bus.
 */
export type Keyring = 'unlocked' | 'locked' | 'locked-with-prompter' | 'none'

export interface SessionOptions {
  /** Default `unlocked`. */
  readonly keyring?: Keyring
  /** Default true. Without a bus there is no keyring either. */
  readonly bus?: boolean
  /** Default true: an X server of its own. */
  readonly display?: boolean
}

/** A desktop of its own: display, message bus, keyring and home of one user, seen by nothing else on this machine. */
export interface Session {
  readonly account: Account
  /** The whole environment of programs in the session. */
  readonly env: Readonly<Record<string, string>>
  /** Of its message bus; where it has none, nothing listens there. */
  readonly busAddress: string
  /** Everything of the session lies in here, `home`, `runtime` and `temporary` too; it goes with the session. */
  readonly folder: string
  readonly home: string
  readonly runtime: string
  readonly temporary: string

  /** Runs a program to its end as the session's user. */
  run(command: string, args?: readonly string[], options?: RunOptions): Promise<Ended>
  /** Starts a program as the session's user; it ends with the session at the latest. */
  start(command: string, args: readonly string[], options?: StartOptions): ChildProcess
  /** Makes a new folder that belongs to the session's user, below the session's own. */
  makeFolder(...path: readonly string[]): string

  /** What another program reads from the clipboard; null if nothing can be pasted. */
  readClipboard(selection?: Selection): Promise<string | null>
  /** Copies as another program does. */
  writeClipboard(text: string, selection?: Selection): Promise<void>

  lockKeyring(): Promise<void>
  unlockKeyring(): Promise<void>
  isKeyringLocked(): Promise<boolean>
  /** Everything that programs keep in the keyring; values are null while it is locked. Empty where there is no keyring; rejects without a bus. */
  secrets(): Promise<StoredSecret[]>
  /** Puts such items into the keyring, which must be open. */
  keepSecrets(secrets: readonly StoredSecret[]): Promise<void>

  /** Answers the dialog that asks for the keyring's password, once it appears (with `locked-with-prompter`). */
  answerPrompt(answer: PromptAnswer): Promise<void>

  /** Makes it as it was at first: the keyring empty, and open unless the session began with a locked one, nothing of ours on the clipboard. */
  reset(): Promise<void>
  /** Ends everything that runs in the session and removes its folder. */
  close(): Promise<void>
}

/** The password of every session's keyring. */
export const KEYRING_PASSWORD = 'correct horse'

const SECRETS = 'org.freedesktop.secrets'

const makeFolders = (account: Account) => {
  const folder = makeTemporaryFolder(account)
  const inside = (...path: string[]): string => makePrivateFolder(account, folder, ...path)
  const home = inside('home')
  return {
    folder,
    home,
    runtime: inside('run'),
    temporary: inside('tmp'),
    env: {
      XDG_CONFIG_HOME: inside('home', '.config'),
      XDG_CACHE_HOME: inside('home', '.cache'),
      XDG_DATA_HOME: inside('home', '.local', 'share'),
      XDG_STATE_HOME: inside('home', '.local', 'state'),
    },
  }
}

/**
 * Starts a desktop session of the account that tests run programs as. Several may run at once. It needs the Debian
 * packages xvfb, dbus, gnome-keyring and xclip, and xdotool to answer prompts.
 */
export const startSession = async (options: SessionOptions = {}): Promise<Session> => {
  const { keyring = 'unlocked', bus: hasBus = true, display: hasDisplay = true } = options
  const account = accountForTests()
  const { folder, home, runtime, temporary, env: folders } = makeFolders(account)
  // Filled below; programs see what is in it when they start.
  const env: Record<string, string> = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LANG: 'C.UTF-8',
    HOME: home,
    USER: account.name,
    LOGNAME: account.name,
    TMPDIR: temporary,
    XDG_RUNTIME_DIR: runtime,
    ...folders,
    // An address where nothing listens: without any, programs would start a bus by themselves.
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(runtime, 'no-bus')}`,
    // Nobody reads the screen to them, and no settings daemon runs.
    NO_AT_BRIDGE: '1',
    GSETTINGS_BACKEND: 'memory',
  }
  const programs = new Programs(account, env, home)
  const whenWeExit = (): void => {
    programs.killAll()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', whenWeExit)
  const close = async (): Promise<void> => {
    await programs.endAll()
    process.off('exit', whenWeExit)
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
  const clipboard = openClipboard(programs)
  const onBus = <T>(use: Parameters<typeof withBus<T>>[1]): Promise<T> => withBus(address(env), use)

  try {
    if (hasDisplay) env.DISPLAY = await startDisplay(programs)
    if (hasBus) {
      const prompter = keyring === 'locked-with-prompter'
      env.DBUS_SESSION_BUS_ADDRESS = await startBus(programs, runtime, { prompter, env })
      if (keyring !== 'none') await startKeyring(programs, address(env))
      if (keyring.startsWith('locked')) await onBus(lock)
    }
  } catch (error) {
    await close()
    throw error
  }

  return {
    account,
    env,
    busAddress: address(env),
    folder,
    home,
    runtime,
    temporary,
    run: (command, args, options) => programs.run(command, args, options),
    start: (command, args, options) => programs.start(command, args, options),
    makeFolder: (...path) => makePrivateFolder(account, folder, ...path),
    readClipboard: (selection = 'clipboard') => clipboard.read(selection),
    writeClipboard: (text, selection = 'clipboard') => clipboard.write(selection, text),
    lockKeyring: () => onBus(lock),
    unlockKeyring: () => onBus((bus) => unlock(bus, KEYRING_PASSWORD)),
    isKeyringLocked: () => onBus(isLocked),
    secrets: () => onBus(async (bus) => ((await isOwned(bus, SECRETS)) ? listSecrets(bus) : [])),
    keepSecrets: (secrets) => onBus((bus) => storeSecrets(bus, secrets)),
    answerPrompt: (answer) => answerPrompt(programs, answer),
    reset: async () => {
      await clipboard.clear()
      if (!hasBus || keyring === 'none') return
      await onBus(async (bus) => {
        await unlock(bus, KEYRING_PASSWORD)
        await deleteSecrets(bus)
        if (keyring.startsWith('locked')) await lock(bus)
      })
    },
    close,
  }
}

const address = (env: Readonly<Record<string, string>>): string => env.DBUS_SESSION_BUS_ADDRESS ?? ''

const startKeyring = async (programs: Programs, address: string): Promise<void> => {
  const args = ['--foreground', '--unlock', '--components=secrets']
  const daemon = programs.start('gnome-keyring-daemon', args, {
    stdio: ['pipe', 'ignore', 'ignore'],
    whenWeDie: 'TERM',
  })
  daemon.stdin?.end(KEYRING_PASSWORD)
  await waitForOwner(address, SECRETS)
}
