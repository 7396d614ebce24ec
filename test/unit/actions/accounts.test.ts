import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkAccount } from '../../../src/main/actions/checkAccount'
import { connectAccount } from '../../../src/main/actions/connectAccount'
import type { Context } from '../../../src/main/actions/context'
import { createAddress } from '../../../src/main/actions/createAddress'
import { readAllowance } from '../../../src/main/actions/readAllowance'
import { removeAccount } from '../../../src/main/actions/removeAccount'
import { replaceKey } from '../../../src/main/actions/replaceKey'
import { createKeys } from '../../../src/main/secrets/keys'
import { createMemoryKeychain } from '../../../src/main/secrets/memoryKeychain'
import { newestFirst } from '../../../src/shared/addressView'
import { methods, type Parsed } from '../../../src/shared/contract'
import { err } from '../../../src/shared/result'
import { take } from '../../support/actions/world'
import { worldPerTest } from '../../support/actions/worldPerTest'
import { DEFAULT_KEY } from '../../support/likedo/server'

const here = worldPerTest()

const accounts = async () => take(await here.world.context.store.read('accounts.list'))
const connect = (change: Partial<Parsed<'accounts.add'>> = {}) =>
  connectAccount(here.world.context, {
    service: 'likedo',
    server: here.likedo.origin,
    key: DEFAULT_KEY,
    plan: 'free',
    requestsPerHour: null,
    keyEndsOn: null,
    keyKept: 'keychain',
    whenUnreached: 'say',
    ...change,
  })
const replace = (id: string, key: string) =>
  replaceKey(here.world.context, { id, key, keyEndsOn: null, keyKept: 'keychain', whenUnreached: 'say' })
const keyOf = async () => {
  const [account] = await accounts()
  if (account === undefined) throw new Error('no account')
  return here.world.context.keys.keyFor(account.origin, account)
}

describe('connecting an account', () => {
  it('tries the key with a read, creates nothing, and makes the first account the default', async () => {
    const { account, check } = take(await connect())
    expect(check).toBe('accepted')
    expect(account).toMatchObject({
      name: `127.0.0.1:${here.likedo.port}`,
      isDefault: true,
      canList: true,
      keyStanding: 'accepted',
    })
    expect(here.likedo.requests.map(({ method, target }) => `${method} ${target}`)).toEqual([
      'GET /api/v1/emails?pageSize=1',
    ])
    expect(here.likedo.requests[0]?.headers.authorization).toBe(`Bearer ${DEFAULT_KEY}`)
  })

  it('keeps nothing of a key that the service refuses', async () => {
    expect(await connect({ key: 'sk_test_wrong' })).toMatchObject({
      ok: false,
      error: { kind: 'unauthorized' },
    })
    expect(await accounts()).toEqual([])
  })

  it.each([404, 405] as const)(
    'saves a key that a server without a list (%i) cannot check',
    async (noListStatus) => {
      here.likedo.configure({ canList: false, noListStatus })
      const { account, check } = take(await connect())
      expect(check).toBe('cannot-check')
      expect(account).toMatchObject({ canList: false, keyStanding: 'unchecked' })
    },
  )

  it('says that nobody answers, and saves the key only when told to', async () => {
    here.likedo.goOffline()
    expect(await connect()).toMatchObject({ ok: false, error: { kind: 'no-connection', reason: 'refused' } })
    expect(await accounts()).toEqual([])
    expect(take(await connect({ whenUnreached: 'save-unchecked' })).check).toBe('not-reached')
    expect(await keyOf()).toEqual({ ok: true, value: DEFAULT_KEY })
  })

  it('gives further accounts names of their own and leaves the default where it is', async () => {
    take(await connect())
    const second = take(await connect()).account
    expect(second).toMatchObject({ name: `127.0.0.1:${here.likedo.port} 2`, isDefault: false })
  })
})

describe('a server whose host has more characters than a name may have', () => {
  it('gives its account a name that every list can show', async () => {
    const server = `https://${'a'.repeat(60)}.${'b'.repeat(60)}.example`
    const offline: Context['transport'] = async () => ({
      kind: 'failure',
      failure: 'offline',
      isSent: false,
      status: null,
    })
    take(
      await connectAccount(
        { ...here.world.context, transport: offline },
        {
          service: 'likedo',
          server,
          key: DEFAULT_KEY,
          plan: 'free',
          requestsPerHour: null,
          keyEndsOn: null,
          keyKept: 'until-quit',
          whenUnreached: 'save-unchecked',
        },
      ),
    )
    expect(methods['accounts.list'].output.safeParse(await accounts()).success).toBe(true)
  })
})

/** The world's context with a transport that stops in front of or behind one request until it is let go. */
function holding(method: 'GET' | 'POST', where: 'before' | 'behind') {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const wait = () => {
    arrive()
    return held
  }
  const { context } = here.world
  const transport: Context['transport'] = async (request) => {
    const isHeld = request.method === method
    if (isHeld && where === 'before') await wait()
    const exchange = await context.transport(request)
    if (isHeld && where === 'behind') await wait()
    return exchange
  }
  return { context: { ...context, transport }, arrived, letGo }
}

describe('replacing a key', () => {
  it('begins a new generation and forgets the old key', async () => {
    const { account } = take(await connect())
    here.likedo.addKey('caller', 'sk_test_new')
    const renewed = take(await replace(account.id, 'sk_test_new')).account
    expect(renewed.keyGeneration).toBe(account.keyGeneration + 1)
    expect(await keyOf()).toEqual({ ok: true, value: 'sk_test_new' })
    expect(await here.world.context.keys.keyFor(account.origin, account)).not.toEqual({
      ok: true,
      value: DEFAULT_KEY,
    })
  })

  it('keeps the old key where the new one is refused', async () => {
    const { account } = take(await connect())
    expect(await replace(account.id, 'sk_test_wrong')).toMatchObject({
      ok: false,
      error: { kind: 'unauthorized' },
    })
    expect(await keyOf()).toEqual({ ok: true, value: DEFAULT_KEY })
    expect((await accounts())[0]?.keyGeneration).toBe(account.keyGeneration)
  })
})

describe('a key that is replaced', () => {
  it('by one until Mailroom quits is replaced although the keychain is locked', async () => {
    const inside = createMemoryKeychain()
    const locked = async () => err({ kind: 'keychain', problem: 'locked' } as const)
    const { context } = here.world
    const { account } = take(await connect())
    const keys = createKeys({ ...inside, get: locked, delete: locked })
    here.likedo.addKey('caller', 'sk_test_new')
    const input = { id: account.id, key: 'sk_test_new', keyEndsOn: null, keyKept: 'until-quit' } as const
    const replaced = take(await replaceKey({ ...context, keys }, { ...input, whenUnreached: 'say' }))
    expect(replaced.account).toMatchObject({ keyGeneration: 2, keyKept: 'until-quit' })
  })

  it('while its account is being removed leaves nothing behind', async () => {
    const { account } = take(await connect())
    here.likedo.addKey('caller', 'sk_test_new')
    const { context, arrived, letGo } = holding('GET', 'before')
    const input = { id: account.id, key: 'sk_test_new', keyEndsOn: null, keyKept: 'keychain' } as const
    const replacing = replaceKey(context, { ...input, whenUnreached: 'say' })
    await arrived
    take(await removeAccount(here.world.context, account.id))
    letGo()
    expect(await replacing).toEqual({ ok: false, error: { kind: 'not-found', what: 'account' } })
    expect(await context.keys.keyFor(account.origin, { ...account, keyGeneration: 2 })).toEqual({
      ok: false,
      error: { kind: 'keychain', problem: 'no-key' },
    })
  })

  it('is not called refused by a late answer that was about the old one', async () => {
    const { account } = take(await connect())
    here.likedo.addKey('caller', 'sk_test_new')
    const { context, arrived, letGo } = holding('POST', 'behind')
    here.likedo.revokeKey(DEFAULT_KEY)
    const press = createAddress(context, {
      requestId: randomUUID(),
      via: 'window',
      account: null,
      wish: {},
      isOverBudgetAllowed: false,
      isCopyWanted: true,
      deadlineMs: 2_000,
    })
    await arrived
    take(await replace(account.id, 'sk_test_new'))
    letGo()
    expect(await press).toMatchObject({ ok: false, error: { kind: 'unauthorized' } })
    expect((await accounts())[0]?.keyStanding).toBe('accepted')
  })
})

describe('an account', () => {
  it('that has made an address keeps its standing where the server cannot check keys', async () => {
    here.likedo.configure({ canList: false })
    const { account } = take(await connect())
    take(await here.world.press())
    expect(take(await checkAccount(here.world.context, account.id))).toMatchObject({
      check: 'cannot-check',
      account: { keyStanding: 'accepted' },
    })
  })

  it('whose key is revoked is shown as refused when it is checked', async () => {
    const { account } = take(await connect())
    here.likedo.revokeKey(DEFAULT_KEY)
    expect(await checkAccount(here.world.context, account.id)).toMatchObject({
      ok: false,
      error: { kind: 'unauthorized' },
    })
    expect((await accounts())[0]?.keyStanding).toBe('refused')
  })

  it('that is removed takes its key along, and its addresses stay readable', async () => {
    const { account } = take(await connect())
    const { email } = take(await here.world.press())
    take(await removeAccount(here.world.context, account.id))
    expect(await accounts()).toEqual([])
    const kept = await here.world.context.keys.keyFor(account.origin, account)
    expect(kept).toEqual({ ok: false, error: { kind: 'keychain', problem: 'no-key' } })
    const { rows } = take(
      await here.world.context.store.read('addresses.list', { view: newestFirst, offset: 0, limit: 10 }),
    )
    expect(rows).toMatchObject([{ email, state: 'created', accountName: account.name }])
  })

  it('tells what of its allowance Mailroom has used', async () => {
    const { account } = take(await connect())
    take(await here.world.press())
    expect(take(await readAllowance(here.world.context, account.id))).toEqual({
      requests: { used: 2, limit: 200 },
      addresses: { made: 1, limit: 50 },
    })
  })
})
