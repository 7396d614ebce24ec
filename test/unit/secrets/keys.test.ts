import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Keychain } from '../../../src/main/secrets/keychain'
import { createKeys, type KeyHolder } from '../../../src/main/secrets/keys'
import { createMemoryKeychain } from '../../../src/main/secrets/memoryKeychain'
import type { AppErrorOf } from '../../../src/shared/errors'
import { err, ok } from '../../../src/shared/result'

const URL_OF_LIKEDO = 'https://like.do/api/v1/emails/create'
const noKey = { ok: false, error: { kind: 'keychain', problem: 'no-key' } }

const holder = (change: Partial<KeyHolder> = {}): KeyHolder => ({
  id: randomUUID(),
  service: 'likedo',
  origin: 'https://like.do',
  keyGeneration: 1,
  keyKept: 'keychain',
  ...change,
})

/** A keychain that says how often it was asked, answers when told, and can be out of order. */
function watched() {
  const inside = createMemoryKeychain()
  let problem: AppErrorOf<'keychain'>['problem'] | null = null
  let gate: Promise<void> = Promise.resolve()
  const calls: string[] = []
  const through = async <T>(call: string, act: () => Promise<T>) => {
    calls.push(call)
    await gate
    return problem === null ? act() : err({ kind: 'keychain' as const, problem })
  }
  const keychain: Keychain = {
    get: (name) => through(`get ${name.generation}`, () => inside.get(name)),
    set: (name, key) => through(`set ${name.generation}`, () => inside.set(name, key)),
    delete: (name) => through(`delete ${name.generation}`, () => inside.delete(name)),
  }
  return {
    keychain,
    inside,
    calls,
    breakWith(next: typeof problem) {
      problem = next
    },
    close() {
      let open = () => {}
      gate = new Promise((resolve) => {
        open = resolve
      })
      return () => open()
    },
  }
}

describe('where a key goes', () => {
  it('goes to the origin of its account', async () => {
    const keys = createKeys(createMemoryKeychain())
    const account = holder()
    await keys.keep(account, 'sk')
    expect(await keys.keyFor(URL_OF_LIKEDO, account)).toEqual(ok('sk'))
  })

  it.each([
    'https://like.do.evil.example/api/v1/emails/create',
    'https://evil.example/https://like.do/',
    'http://like.do/api/v1/emails/create',
    'https://like.do:8443/api/v1/emails/create',
    'https://like.do@evil.example/',
    'https://sub.like.do/',
    'like.do',
    '',
  ])('goes nowhere else: %s', async (url) => {
    const { keychain, calls } = watched()
    const keys = createKeys(keychain)
    const account = holder()
    await keys.keep(account, 'sk')
    calls.length = 0
    expect(await keys.keyFor(url, account)).toEqual(noKey)
    expect(calls).toEqual([])
  })

  it('is one for each account at the same origin', async () => {
    const keys = createKeys(createMemoryKeychain())
    const [mine, other] = [holder(), holder()]
    await keys.keep(mine, 'mine')
    await keys.keep(other, 'other')
    expect(await keys.keyFor(URL_OF_LIKEDO, mine)).toEqual(ok('mine'))
    expect(await keys.keyFor(URL_OF_LIKEDO, other)).toEqual(ok('other'))
  })
})

describe('how often the keychain is asked', () => {
  it('is asked once a run, and not for a key that was just kept', async () => {
    const { keychain, calls } = watched()
    const account = holder()
    await createKeys(keychain).keep(account, 'sk')
    const keys = createKeys(keychain)
    await keys.keyFor(URL_OF_LIKEDO, account)
    await keys.keyFor(URL_OF_LIKEDO, account)
    await keys.keep(account, 'sk')
    await keys.keyFor(URL_OF_LIKEDO, account)
    expect(calls).toEqual(['set 1', 'get 1', 'set 1'])
  })

  it('is asked once by everybody who needs the key while it asks the user', async () => {
    const { keychain, inside, calls, close } = watched()
    const account = holder()
    await createKeys(inside).keep(account, 'sk')
    const keys = createKeys(keychain)
    const open = close()
    const waiting = Promise.all([1, 2, 3].map(() => keys.keyFor(URL_OF_LIKEDO, account)))
    open()
    expect(await waiting).toEqual([ok('sk'), ok('sk'), ok('sk')])
    expect(calls).toEqual(['get 1'])
  })

  it('is asked again after it was locked, and the answer before is not remembered', async () => {
    const { keychain, inside, breakWith } = watched()
    const account = holder()
    await createKeys(inside).keep(account, 'sk')
    const keys = createKeys(keychain)
    breakWith('locked')
    expect(await keys.keyFor(URL_OF_LIKEDO, account)).toEqual(err({ kind: 'keychain', problem: 'locked' }))
    breakWith(null)
    expect(await keys.keyFor(URL_OF_LIKEDO, account)).toEqual(ok('sk'))
  })
})

describe('replacing a key', () => {
  it('keeps both until the account says so, then only the new one', async () => {
    const { keychain, inside } = watched()
    const keys = createKeys(keychain)
    const before = holder()
    const after = { ...before, keyGeneration: 2 }
    const inKeychain = (generation: number) =>
      inside.get({ service: 'likedo', origin: before.origin, accountId: before.id, generation })

    await keys.keep(before, 'old')
    await keys.keep(after, 'new')
    expect(await keys.keyFor(URL_OF_LIKEDO, before)).toEqual(ok('old'))

    expect(await keys.forgetOlder(after)).toEqual(ok(undefined))
    expect(await inKeychain(1)).toEqual(ok(null))
    expect(await keys.keyFor(URL_OF_LIKEDO, after)).toEqual(ok('new'))
    expect(await keys.keyFor(URL_OF_LIKEDO, before)).toEqual(noKey)
  })

  it('does not hold a key for kept that the keychain did not take', async () => {
    const { keychain, breakWith } = watched()
    const keys = createKeys(keychain)
    const account = holder()
    breakWith('denied')
    expect(await keys.keep(account, 'sk')).toEqual(err({ kind: 'keychain', problem: 'denied' }))
    breakWith(null)
    expect(await keys.keyFor(URL_OF_LIKEDO, account)).toEqual(noKey)
  })
})

describe('a key until Mailroom quits', () => {
  it('is never given to the keychain', async () => {
    const { keychain, calls } = watched()
    const keys = createKeys(keychain)
    const account = holder({ keyKept: 'until-quit' })
    await keys.keep(account, 'sk')
    expect(await keys.keyFor(URL_OF_LIKEDO, account)).toEqual(ok('sk'))
    expect(calls).toEqual([])
  })

  it('is gone in the next run', async () => {
    const keychain = createMemoryKeychain()
    const account = holder({ keyKept: 'until-quit' })
    await createKeys(keychain).keep(account, 'sk')
    expect(await createKeys(keychain).keyFor(URL_OF_LIKEDO, account)).toEqual(noKey)
  })

  it('takes the place of one in the keychain, which is then removed there', async () => {
    const { keychain, inside } = watched()
    const keys = createKeys(keychain)
    const before = holder()
    const after = holder({ ...before, keyGeneration: 2, keyKept: 'until-quit' })
    await keys.keep(before, 'old')
    await keys.keep(after, 'new')
    await keys.forgetOlder(after)
    expect(await keys.keyFor(URL_OF_LIKEDO, after)).toEqual(ok('new'))
    const name = { service: 'likedo', origin: before.origin, accountId: before.id, generation: 1 } as const
    expect(await inside.get(name)).toEqual(ok(null))
  })
})

describe('forgetting an account', () => {
  it('removes every key that it ever had, from memory too', async () => {
    const { keychain, calls } = watched()
    const keys = createKeys(keychain)
    const account = holder({ keyGeneration: 3 })
    await keys.keep(account, 'sk')
    calls.length = 0
    expect(await keys.forget(account)).toEqual(ok(undefined))
    expect(calls).toEqual(['delete 4', 'delete 3', 'delete 2', 'delete 1'])
    expect(await keys.keyFor(URL_OF_LIKEDO, account)).toEqual(noKey)
  })

  it('removes a new key, too, that was kept and whose replacement was never written down', async () => {
    const { keychain } = watched()
    const keys = createKeys(keychain)
    const account = holder()
    const renewed = { ...account, keyGeneration: account.keyGeneration + 1 }
    await keys.keep(renewed, 'sk')
    await keys.forget(account)
    expect(await createKeys(keychain).keyFor(URL_OF_LIKEDO, renewed)).toEqual(noKey)
  })

  it('says so where the keychain did not let it, and does not pretend', async () => {
    const { keychain, breakWith } = watched()
    const keys = createKeys(keychain)
    const account = holder()
    await keys.keep(account, 'sk')
    breakWith('locked')
    expect(await keys.forget(account)).toEqual(err({ kind: 'keychain', problem: 'locked' }))
  })

  it('needs no keychain for an account that never used one', async () => {
    const { keychain, calls, breakWith } = watched()
    breakWith('missing')
    const keys = createKeys(keychain)
    const account = holder({ keyKept: 'until-quit' })
    await keys.keep(account, 'sk')
    expect(await keys.forget(account)).toEqual(ok(undefined))
    expect(calls).toEqual([])
  })
})
