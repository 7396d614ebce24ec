import { describe, expect, it } from 'vitest'
import { checkLitemail } from '../../../../src/main/actions/litemail/checkLitemail'
import { connectLitemail } from '../../../../src/main/actions/litemail/connectLitemail'
import { readOperation } from '../../../../src/main/actions/litemail/readOperation'
import { removeLitemail } from '../../../../src/main/actions/litemail/removeLitemail'
import { replaceLitemailKey } from '../../../../src/main/actions/litemail/replaceLitemailKey'
import { removeKeys } from '../../../../src/main/actions/removeEverything'
import type { Parsed } from '../../../../src/shared/contract'
import type { LitemailAccount } from '../../../../src/shared/litemail/account'
import { LITEMAIL_ORIGIN } from '../../../../src/shared/litemail/account'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/world'
import { LITEMAIL_KEY, LITEMAIL_USER } from '../../../support/litemail/server'

const here = litemailPerTest({
  users: [
    { id: LITEMAIL_USER, keys: [LITEMAIL_KEY, 'lm_live_second_key'] },
    { id: 'somebody-else', keys: ['lm_live_another_user'] },
  ],
})

const replace = (id: string, change: Partial<Parsed<'litemail.replaceKey'>>) =>
  replaceLitemailKey(here.world.context, {
    id,
    key: 'lm_live_second_key',
    authentication: 'api-key',
    keyKept: 'keychain',
    whenUnreached: 'say',
    ...change,
  })
const keyOf = async (account: LitemailAccount) => {
  const key = await here.world.context.keys.keyFor(account.origin, account)
  return key.ok ? key.value : key.error.problem
}
const fresh = async ({ id }: LitemailAccount) => {
  const account = (await here.accounts()).find((one) => one.id === id)
  if (account === undefined) throw new Error('no such account')
  return account
}
const CLICK = { pace: 'click', waitMs: 5_000, timeoutMs: 5_000 } as const

describe('connecting Litemail', () => {
  it('tries the key with one read, and remembers whose it is', async () => {
    const { account, check } = take(await here.connect())
    expect(check).toBe('accepted')
    expect(account).toMatchObject({
      service: 'litemail',
      name: `127.0.0.1:${here.litemail.port}`,
      userId: LITEMAIL_USER,
      keyStanding: 'accepted',
      keyEndsAt: null,
    })
    expect(account.userEmail).toBe(here.litemail.holdings().person.email)
    expect(here.asked()).toEqual(['GET /v1/users'])
    expect(here.litemail.requests[0]?.headers).toMatchObject({ 'x-api-key': LITEMAIL_KEY })
    expect(here.litemail.requests[0]?.headers).not.toHaveProperty('authorization')
    expect(await keyOf(account)).toBe(LITEMAIL_KEY)
  })

  it('sends a JWT as a bearer token, and says when it ends', async () => {
    const token = here.litemail.token(LITEMAIL_USER, 3_600_000)
    const account = await here.connected({ key: token, authentication: 'jwt' })
    expect(here.litemail.requests[0]?.headers).toMatchObject({ authorization: `Bearer ${token}` })
    expect(here.litemail.requests[0]?.headers).not.toHaveProperty('x-api-key')
    expect(Math.abs((account.keyEndsAt ?? 0) - (Date.now() + 3_600_000))).toBeLessThan(60_000)
  })

  it('sends a JWT that has ended all the same: the service decides', async () => {
    const token = here.litemail.token(LITEMAIL_USER, -1_000)
    expect(await here.connect({ key: token, authentication: 'jwt' })).toMatchObject({
      ok: false,
      error: { kind: 'unauthorized' },
    })
    expect(here.asked()).toEqual(['GET /v1/users'])
  })

  it('keeps nothing of a key that the service refuses, saved unchecked or not', async () => {
    for (const whenUnreached of ['say', 'save-unchecked'] as const) {
      expect(await here.connect({ key: 'lm_live_wrong', whenUnreached })).toMatchObject({
        ok: false,
        error: { kind: 'unauthorized' },
      })
    }
    expect(await here.accounts()).toEqual([])
  })

  it('refuses a second key of a user who has an account here, and names that', async () => {
    const account = await here.connected({ name: 'Agency' })
    expect(await here.connect({ key: 'lm_live_second_key' })).toEqual({
      ok: false,
      error: { kind: 'same-user', accountName: 'Agency' },
    })
    expect((await here.accounts()).map(({ id }) => id)).toEqual([account.id])
  })

  it('reads nothing with a saved key once it shows that its user has an account here', async () => {
    here.litemail.goOffline()
    const saved = await here.connected({ key: 'lm_live_second_key', whenUnreached: 'save-unchecked' })
    await here.litemail.comeBack()
    await here.connected({ name: 'Agency' })
    const read = await readOperation(here.world.context, saved, 'mailboxes.list', CLICK)
    expect(read).toEqual({ ok: false, error: { kind: 'same-user', accountName: 'Agency' } })
    expect(await fresh(saved)).toMatchObject({ keyStanding: 'refused', userId: null })
    expect(await replace(saved.id, { key: LITEMAIL_KEY })).toEqual(read)
  })

  it('makes one account of two presses at once', async () => {
    const presses = await Promise.all([here.connect(), here.connect({ key: 'lm_live_second_key' })])
    expect(presses.map(({ ok }) => ok)).toEqual([true, false])
    expect(await here.accounts()).toHaveLength(1)
  })

  it('takes keys of two users', async () => {
    await here.connected()
    const other = await here.connected({ key: 'lm_live_another_user' })
    expect(other).toMatchObject({ userId: 'somebody-else', name: `127.0.0.1:${here.litemail.port} 2` })
  })

  it('says that nobody answers, and saves the key only when told to', async () => {
    here.litemail.goOffline()
    expect(await here.connect()).toMatchObject({
      ok: false,
      error: { kind: 'no-connection', reason: 'refused' },
    })
    expect(await here.accounts()).toEqual([])
    const { account, check } = take(await here.connect({ whenUnreached: 'save-unchecked' }))
    expect(check).toBe('not-reached')
    expect(account).toMatchObject({ userId: null, keyStanding: 'unchecked' })
    expect(await keyOf(account)).toBe(LITEMAIL_KEY)
  })

  it('is called Litemail where it is Litemail’s own server', async () => {
    const names: string[] = []
    const transport = async () =>
      ({ kind: 'failure', failure: 'offline', isSent: false, status: null }) as const
    for (const key of ['one', 'two']) {
      const connected = await connectLitemail(
        { ...here.world.context, transport },
        {
          server: { origin: LITEMAIL_ORIGIN, basePath: '/v1' },
          key,
          authentication: 'api-key',
          keyKept: 'until-quit',
          whenUnreached: 'save-unchecked',
        },
      )
      names.push(take(connected).account.name)
    }
    expect(names).toEqual(['Litemail', 'Litemail 2'])
  })
})

describe('a key that was saved without being tried', () => {
  const connectUnseen = async (key: string) => {
    here.litemail.goOffline()
    const { account } = take(await here.connect({ key, whenUnreached: 'save-unchecked' }))
    await here.litemail.comeBack()
    return account
  }

  it('is asked whose it is before anything is read with it', async () => {
    const account = await connectUnseen(LITEMAIL_KEY)
    take(await readOperation(here.world.context, account, 'tags.list', CLICK))
    expect(here.asked()).toEqual(['GET /v1/users', 'GET /v1/tags'])
    expect(await fresh(account)).toMatchObject({ userId: LITEMAIL_USER, keyStanding: 'accepted' })
    take(await readOperation(here.world.context, account, 'tags.list', CLICK))
    expect(here.asked()).toEqual(['GET /v1/users', 'GET /v1/tags', 'GET /v1/tags'])
  })

  it('reads nothing of another user into an account whose key it replaced', async () => {
    const account = await here.connected()
    here.litemail.goOffline()
    take(await replace(account.id, { key: 'lm_live_another_user', whenUnreached: 'save-unchecked' }))
    await here.litemail.comeBack()
    for (const operation of ['mailboxes.list', 'users.get'] as const) {
      expect(await readOperation(here.world.context, account, operation, CLICK)).toEqual({
        ok: false,
        error: { kind: 'other-user' },
      })
    }
    expect(here.asked().filter((line) => line.includes('mailboxes'))).toEqual([])
    expect(await fresh(account)).toMatchObject({ userId: LITEMAIL_USER, keyStanding: 'refused' })
  })

  it('is used where the service does not tell whose it is', async () => {
    const account = await connectUnseen(LITEMAIL_KEY)
    here.litemail.configure({ paths: { 'users.get': '404' } })
    expect((await readOperation(here.world.context, account, 'tags.list', CLICK)).ok).toBe(true)
  })

  it('is not asked about before every read where the service does not tell whose it is', async () => {
    const account = await connectUnseen(LITEMAIL_KEY)
    here.litemail.configure({ paths: { 'users.get': '404' } })
    const { clock, ...context } = here.world.context
    const read = (afterMs: number) => {
      const later = { ...clock, monotonic: () => clock.monotonic() + afterMs }
      return readOperation({ ...context, clock: later }, account, 'tags.list', CLICK)
    }
    const askedFor = async (afterMs: number) => {
      const before = here.asked().length
      take(await read(afterMs))
      return here.asked().slice(before)
    }
    expect(await askedFor(0)).toEqual(['GET /v1/users', 'GET /v1/tags'])
    expect(await askedFor(0)).toEqual(['GET /v1/tags'])
    // It may say so at another time, and does of another key.
    expect(await askedFor(10 * 60_000)).toEqual(['GET /v1/users', 'GET /v1/tags'])
    take(await replace(account.id, { key: LITEMAIL_KEY, whenUnreached: 'save-unchecked' }))
    expect(await askedFor(0)).toEqual(['GET /v1/users', 'GET /v1/tags'])
  })
})

describe('replacing a key of Litemail', () => {
  it('begins a new generation, forgets the old key, and keeps the user', async () => {
    const account = await here.connected()
    const { account: renewed } = take(await replace(account.id, {}))
    expect(renewed).toMatchObject({ keyGeneration: 2, userId: LITEMAIL_USER, keyStanding: 'accepted' })
    expect(await keyOf(renewed)).toBe('lm_live_second_key')
    expect(await keyOf(account)).toBe('no-key')
  })

  it('may change to a JWT and back', async () => {
    const account = await here.connected()
    const token = here.litemail.token()
    const jwt = take(await replace(account.id, { key: token, authentication: 'jwt' })).account
    expect(jwt).toMatchObject({ authentication: 'jwt' })
    expect(jwt.keyEndsAt).not.toBeNull()
    const back = take(await replace(account.id, {})).account
    expect(back).toMatchObject({ authentication: 'api-key', keyEndsAt: null, keyGeneration: 3 })
  })

  it.each([
    ['another user', 'lm_live_another_user', 'other-user'],
    ['nobody', 'lm_live_wrong', 'unauthorized'],
  ])('changes nothing where the new one is of %s', async (_, key, kind) => {
    const account = await here.connected()
    expect(await replace(account.id, { key })).toMatchObject({ ok: false, error: { kind } })
    expect(await fresh(account)).toEqual({ ...account, removedAt: null })
    expect(await keyOf(account)).toBe(LITEMAIL_KEY)
  })

  it('leaves no key behind where the account is removed meanwhile', async () => {
    const account = await here.connected()
    here.litemail.next({ kind: 'hold', at: 'acted' })
    const replacing = replace(account.id, {})
    await here.litemail.when('acted', { key: 'lm_live_second_key' })
    take(await removeLitemail(here.world.context, account.id))
    here.litemail.release()
    expect(await replacing).toEqual({ ok: false, error: { kind: 'not-found', what: 'account' } })
    expect(await keyOf({ ...account, keyGeneration: 2 })).toBe('no-key')
  })
})

describe('checking a key of Litemail', () => {
  it('notes that the service takes it', async () => {
    const account = await here.connected()
    expect(take(await checkLitemail(here.world.context, account.id)).check).toBe('accepted')
  })

  it('notes that the service refuses it, and takes it again', async () => {
    const account = await here.connected()
    here.litemail.next({ kind: 'answer', act: false, status: 401, body: '{"status":401,"message":"No"}' })
    expect(await checkLitemail(here.world.context, account.id)).toEqual({
      ok: false,
      error: { kind: 'unauthorized', message: 'No' },
    })
    expect(await fresh(account)).toMatchObject({ keyStanding: 'refused' })
    take(await checkLitemail(here.world.context, account.id))
    expect(await fresh(account)).toMatchObject({ keyStanding: 'accepted' })
  })
})

describe('removing Litemail', () => {
  it('takes the key and the account away, and asks nothing more', async () => {
    const account = await here.connected()
    take(await removeLitemail(here.world.context, account.id))
    expect(await here.accounts()).toEqual([])
    expect(await keyOf(account)).toBe('no-key')
    expect(await readOperation(here.world.context, account, 'tags.list', CLICK)).toEqual({
      ok: false,
      error: { kind: 'not-found', what: 'account' },
    })
    expect(here.asked()).toEqual(['GET /v1/users'])
  })

  it('of all keys from this computer counts Litemail’s, too', async () => {
    const account = await here.connected()
    expect(take(await removeKeys(here.world.context))).toEqual({ removed: 1, left: 0 })
    expect(await keyOf(account)).toBe('no-key')
    expect(await fresh(account)).toMatchObject({ keyStanding: 'absent' })
  })
})
