import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createDispatcher, type Handlers, methodOf } from '../../../src/main/ipc/dispatch'
import { MOST_IN_A_LIST } from '../../../src/shared/batch'
import { type Method, methods } from '../../../src/shared/contract'
import { MOST_PLANNED } from '../../../src/shared/plan'
import { err, ok } from '../../../src/shared/result'
import { defaultSettings } from '../../../src/shared/settings'

const forbidden = err({ kind: 'forbidden' })

/** A dispatcher whose handlers all refuse, but for those that a test gives it. */
function setUp(change: Partial<Handlers> = {}) {
  const called: { method: string; input: unknown }[] = []
  const logged: { ref: string; cause: unknown }[] = []
  const refuse = (method: string) => async (input: unknown) => {
    called.push({ method, input })
    return err({ kind: 'no-account' as const })
  }
  const handlers = Object.fromEntries(Object.keys(methods).map((method) => [method, refuse(method)]))
  const dispatch = createDispatcher(
    // One for each method of the contract, which is where the names come from.
    { ...(handlers as unknown as Handlers), ...change },
    (ref, cause) => logged.push({ ref, cause }),
  )
  return { dispatch, called, logged }
}

describe('what reaches a handler', () => {
  it('is the input as the contract parses it', async () => {
    const { dispatch, called } = setUp()
    await dispatch({ method: 'addresses.setNote', input: { id: 'a', note: '  for the shop ' } })
    expect(called).toEqual([{ method: 'addresses.setNote', input: { id: 'a', note: 'for the shop' } }])
  })

  it.each([
    ['nothing', undefined],
    ['a text', 'accounts.list'],
    ['no method', { input: {} }],
    ['an unknown method', { method: 'accounts.listKeys', input: {} }],
    ['a name that every object has', { method: 'constructor', input: {} }],
    ['the prototype', { method: '__proto__', input: {} }],
    ['a method that is no text', { method: ['accounts.list'], input: {} }],
    ['something beside method and input', { method: 'accounts.list', input: {}, sender: 'main' }],
  ])('is never %s', async (_, raw) => {
    const { dispatch, called } = setUp()
    expect(await dispatch(raw)).toEqual(forbidden)
    expect(called).toEqual([])
  })

  it('is a pasted list as long as it may be, and all that is understood of it', async () => {
    const { dispatch, called } = setUp()
    const note = 'n'.repeat(84)
    const parts = Array.from({ length: MOST_IN_A_LIST }, (_, n) => `shop.number-${100 + n}`)
    const text = parts
      .map((localPart) => `${localPart}@ig.do,${note}`)
      .join('\n')
      .slice(0, 60_000)
    await dispatch({ method: 'batches.read', input: { text } })
    const items = parts.map((localPart) => ({ localPart, domain: 'ig.do', note }))
    const wish = { requestId: randomUUID(), via: 'list', items, isCopyWanted: true }
    await dispatch({ method: 'batches.start', input: wish })
    expect(called.map(({ method }) => method)).toEqual(['batches.read', 'batches.start'])
  })

  it('is a plan of as many rows as it may have, and of none more', async () => {
    const { dispatch, called } = setUp()
    const plan = (count: number) => {
      const inputs = {
        ...{
          domainId: 'c'.repeat(25),
          'mailboxes.firstName': 'Maximiliane',
          'mailboxes.lastName': 'Featherston',
        },
        ...{ 'mailboxes.username': 'maximiliane.featherston', tagIds: ['c'.repeat(25)] },
      }
      const rows = Array.from({ length: count }, () => ({ workspaceId: 'c'.repeat(25), inputs }))
      const of = { accountId: randomUUID(), rows }
      return {
        method: 'operations.plan',
        input: { requestId: randomUUID(), operation: 'mailboxes.assign', of },
      }
    }
    expect(await dispatch(plan(MOST_PLANNED))).toMatchObject({ error: { kind: 'no-account' } })
    expect(await dispatch(plan(MOST_PLANNED + 1))).toMatchObject({ error: { kind: 'invalid-input' } })
    expect(await dispatch(plan(20 * MOST_PLANNED))).toEqual(
      err({ kind: 'invalid-input', issues: ['message: too_big'] }),
    )
    expect(called).toHaveLength(1)
  })

  it('is no field that the contract does not name', async () => {
    const { dispatch, called } = setUp()
    const answer = await dispatch({ method: 'accounts.remove', input: { id: randomUUID(), force: true } })
    expect(answer).toEqual(err({ kind: 'invalid-input', issues: ['unrecognized_keys'] }))
    expect(called).toEqual([])
  })

  const deep = (levels: number): unknown => (levels === 0 ? 'end' : { inside: deep(levels - 1) })
  const cycle: Record<string, unknown> = {}
  cycle.self = cycle
  it.each([
    ['a cycle', cycle],
    ['what is deep', deep(50)],
    ['a long text', { id: 'a', note: 'x'.repeat(1_000_000) }],
    ['many values', { domains: Array.from({ length: 5_000 }, () => ({ domain: 'ig.do', tier: 'paid' })) }],
    ['an array with more room than values', { domains: new Array(4_000_000_000) }],
    ['a map', new Map([['id', 'a']])],
    ['a date', { id: new Date() }],
    ['bytes', { id: new Uint8Array(4) }],
    ['a big number', { limit: 10n }],
  ])('is never %s, and is not looked at longer than it takes to see that', async (_, input) => {
    const { dispatch, called } = setUp()
    const before = performance.now()
    const answer = await dispatch({ method: 'settings.update', input })
    expect(performance.now() - before).toBeLessThan(200)
    expect(answer).toEqual(err({ kind: 'invalid-input', issues: ['message: too_big'] }))
    expect(called).toEqual([])
  })
})

describe('what is said about input that does not fit', () => {
  it('is where and against which rule, never the value, which may be a key', async () => {
    const { dispatch } = setUp()
    const key = 'sk_live_canary'
    const answer = await dispatch({
      method: 'accounts.add',
      input: {
        service: key,
        server: `https://like.do/?key=${key}`,
        key: `${key} ${key}`,
        plan: key,
        [key]: key,
      },
    })
    expect(answer.ok).toBe(false)
    expect(JSON.stringify(answer)).not.toContain(key)
    expect(answer).toMatchObject({ error: { kind: 'invalid-input' } })
  })

  it('is no more than ten issues', async () => {
    const { dispatch } = setUp()
    const domains = Array.from({ length: 100 }, () => ({ domain: 1, tier: 2 }))
    const answer = await dispatch({ method: 'settings.update', input: { domains } })
    expect(answer).toMatchObject({ error: { issues: expect.any(Array) } })
    if (!answer.ok && answer.error.kind === 'invalid-input') expect(answer.error.issues).toHaveLength(10)
  })
})

describe('what leaves main', () => {
  it('is the answer, with the fields of the contract and no other', async () => {
    const settings = { ...defaultSettings, apiKey: 'sk_live_canary' }
    const { dispatch } = setUp({ 'settings.get': async () => ok(settings) })
    expect(await dispatch({ method: 'settings.get', input: {} })).toEqual(ok(defaultSettings))
  })

  it('is an error of the contract, with no field more', async () => {
    const { dispatch } = setUp({
      'settings.get': async () => err({ kind: 'clipboard', text: 'sk_live_canary' } as const),
    })
    expect(await dispatch({ method: 'settings.get', input: {} })).toEqual(err({ kind: 'clipboard' }))
  })

  it.each<[string, Handlers['settings.get']]>([
    ['throws', () => Promise.reject(new Error('sk_live_canary'))],
    [
      'throws at once',
      () => {
        throw new Error('sk_live_canary')
      },
    ],
    // What no compiler would let through is what this is about.
    ['answers something else', async () => ok({ theme: 'sk_live_canary' } as never)],
    ['answers an error that is none', async () => err({ kind: 'sk_live_canary' } as never)],
    ['answers nothing', async () => undefined as never],
  ])('is a number, when a handler %s; its cause is in the log alone', async (_, handler) => {
    const { dispatch, logged } = setUp({ 'settings.get': handler })
    const answer = await dispatch({ method: 'settings.get', input: {} })
    expect(answer).toEqual(err({ kind: 'internal', ref: logged[0]?.ref }))
    expect(JSON.stringify(answer)).not.toContain('sk_live_canary')
    expect(logged).toHaveLength(1)
  })
})

describe('the method that a message names', () => {
  it('is one of the contract’s, or none', () => {
    expect(methodOf({ method: 'accounts.list', input: {} })).toBe('accounts.list' satisfies Method)
    for (const raw of [
      null,
      'accounts.list',
      {},
      { method: 'toString' },
      Object.create({ method: 'accounts.list' }),
    ]) {
      expect(methodOf(raw)).toBeNull()
    }
  })
})
