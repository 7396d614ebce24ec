import type { AppErrorOf } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { Keychain, KeyName } from './keychain'
import { openSecretService, type Standing } from './secretService'

/** What the items of Mailroom are called in the keychain. */
const SERVICE = 'Mailroom'

type Problem = AppErrorOf<'keychain'>['problem']
type Keytar = typeof import('keytar')

/**
 * The keychain of the operating system, through keytar. Loaded when it is first asked. Whoever asks while
 * the user is already being asked shares that question and its answer. Nothing that the keychain or
 * keytar says goes further than one of five words: their texts are in the system's language and may
 * repeat what they were given. Whoever still waits when `quitting` resolves is told "locked".
 */
export function createOsKeychain(quitting: Promise<void>): Keychain {
  let opening: Promise<Standing> | null = null

  const open = async (account: string): Promise<Standing> => {
    // Secret Service is what keytar speaks on Linux; elsewhere the system asks by itself inside the call.
    if (process.platform !== 'linux') return 'open'
    while (opening !== null) {
      const standing = await opening
      if (standing !== 'open') return standing
    }
    opening = openSecretService({ service: SERVICE, account }, quitting).finally(() => {
      opening = null
    })
    return opening
  }

  return {
    async get(name) {
      const account = accountOf(name)
      const standing = await open(account)
      if (standing !== 'open') return fail(standing === 'empty' ? 'missing' : standing)
      const found = await ask(quitting, (keytar) => keytar.getPassword(SERVICE, account))
      if (!found.ok || found.value !== null) return found
      // It may have been locked in between, which looks the same.
      const after = await open(account)
      return after === 'open' ? found : fail(after === 'empty' ? 'missing' : after)
    },

    async set(name, key) {
      const account = accountOf(name)
      const standing = await open(account)
      // An empty one makes its first collection when it is given something, and asks the user for a password.
      if (standing !== 'open' && standing !== 'empty') return fail(standing)
      const saved = await ask(quitting, (keytar) => keytar.setPassword(SERVICE, account, key))
      return saved.ok ? ok(undefined) : fail(standing === 'empty' ? 'missing' : saved.error.problem)
    },

    async delete(name) {
      const account = accountOf(name)
      const standing = await open(account)
      if (standing === 'empty') return ok(undefined)
      if (standing !== 'open') return fail(standing)
      const removed = await ask(quitting, (keytar) => keytar.deletePassword(SERVICE, account))
      return removed.ok ? ok(undefined) : removed
    },
  }
}

const fail = (problem: Problem) => err({ kind: 'keychain' as const, problem })

/** `likedo https://like.do 0b5c… 1`: what a person sees in the keychain's own window. */
const accountOf = ({ service, origin, accountId, generation }: KeyName) =>
  `${service} ${origin} ${accountId} ${generation}`

async function ask<T>(
  quitting: Promise<void>,
  act: (keytar: Keytar) => Promise<T>,
): Promise<Result<T, AppErrorOf<'keychain'>>> {
  let keytar: Keytar
  try {
    keytar = (await import('keytar')).default
  } catch {
    // Its library (libsecret on Linux) is not installed.
    return fail('missing')
  }
  try {
    // Some keychains ask inside the call.
    return await Promise.race([act(keytar).then(ok), quitting.then(() => fail('locked'))])
  } catch {
    return fail('failed')
  }
}
