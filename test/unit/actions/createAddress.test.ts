import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorld, take, type World } from '../../support/actions/world'
import { DEFAULT_KEY, type LikeDo, startLikeDo } from '../../support/likedo/server'
import { bundleStoreWorker } from '../store/bundleStoreWorker'

let likedo: LikeDo
let world: World
beforeEach(async () => {
  likedo = await startLikeDo()
  world = await openWorld(await bundleStoreWorker())
})
afterEach(async () => {
  await world.close()
  await likedo.close()
  expect(world.faults).toEqual([])
})

const posts = () => likedo.requests.filter(({ method }) => method === 'POST')
const held = () => likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)
const rows = async () => take(await world.context.store.read('addresses.list', { limit: 100 })).rows
const activity = async () => take(await world.context.store.read('activity.list', { limit: 100 })).rows

describe('one press', () => {
  it('makes one address, copies it and lists it as created', async () => {
    await world.connect(likedo.origin)
    const created = take(await world.press({ wish: { note: 'Train tickets', tag: 'travel' } }))
    expect(created).toMatchObject({ state: 'created', isCopied: true })
    expect(held()).toEqual([created.email])
    expect(world.copied).toEqual([created.email])
    expect(await rows()).toMatchObject([
      { email: created.email, state: 'created', note: 'Train tickets', tag: 'travel' },
    ])
  })

  it('is one row and one request however often it arrives', async () => {
    await world.connect(likedo.origin)
    const requestId = randomUUID()
    const [first, second] = await Promise.all([world.press({ requestId }), world.press({ requestId })])
    const third = await world.press({ requestId })
    expect(take(second)).toEqual(take(first))
    expect(take(third).email).toBe(take(first).email)
    expect(posts()).toHaveLength(1)
  })

  it('without an account is written down as dropped and sends nothing', async () => {
    expect(await world.press()).toEqual({ ok: false, error: { kind: 'no-account' } })
    expect(await activity()).toMatchObject([{ state: 'dropped', problem: { kind: 'no-account' } }])
    expect(likedo.requests).toEqual([])
  })

  it('says created, not copied, where the clipboard does not take it', async () => {
    await world.connect(likedo.origin)
    world.isClipboardBroken = true
    expect(take(await world.press())).toMatchObject({ state: 'created', isCopied: false })
  })

  it('goes to the account that it names, by id or by name', async () => {
    likedo.addUser({ name: 'second', keys: ['sk_test_second'] })
    await world.connect(likedo.origin)
    const second = await world.connect(likedo.origin, 'sk_test_second')
    take(await world.press({ account: second.name.toUpperCase() }))
    take(await world.press({ account: second.id }))
    expect(likedo.addressesOf('second')).toHaveLength(2)
    expect(held()).toEqual([])
    expect(await world.press({ account: 'nobody' })).toEqual({
      ok: false,
      error: { kind: 'not-found', what: 'account' },
    })
  })
})

describe('presses in line', () => {
  it('go one after another, eleven at most', async () => {
    await world.connect(likedo.origin)
    likedo.next({ kind: 'delay', before: 150 }, { method: 'POST' })
    const presses = Array.from({ length: 13 }, () => world.press({ deadlineMs: 10_000 }))
    // The line is joined before the first answer is there.
    const endings = await Promise.all(presses)
    const busy = endings.filter((ending) => !ending.ok && ending.error.kind === 'busy')
    expect(busy).toHaveLength(2)
    expect(held()).toHaveLength(11)
  })
})

describe('a name that is taken', () => {
  it('is drawn anew, and the press still ends with one address', async () => {
    await world.connect(likedo.origin)
    likedo.next({ kind: 'answer', status: 409, act: false, body: conflict } as never, {
      method: 'POST',
      times: 2,
    })
    const created = take(await world.press())
    expect(held()).toEqual([created.email])
    expect(await activity()).toMatchObject([{ state: 'done', email: created.email }])
    expect((await activity())[0]?.takenNames).toHaveLength(2)
  })

  it('is given up after five draws', async () => {
    await world.connect(likedo.origin)
    likedo.next({ kind: 'answer', status: 409, act: false, body: conflict } as never, {
      method: 'POST',
      times: 'always',
    })
    expect(await world.press()).toMatchObject({ ok: false, error: { kind: 'conflict' } })
    expect(posts()).toHaveLength(5)
    expect(new Set(posts().map(({ email }) => email)).size).toBe(5)
  })

  it('is reported at once when a user typed it', async () => {
    await world.connect(likedo.origin)
    likedo.hold('stranger', 'john.doe@ig.do')
    const ending = await world.press({ wish: { localPart: 'john.doe' } })
    expect(ending).toEqual({ ok: false, error: { kind: 'conflict', email: 'john.doe@ig.do' } })
    expect(posts()).toHaveLength(1)
    expect(await rows()).toEqual([])
  })
})

const conflict = JSON.stringify({
  success: false,
  error: 'An email address with this address already exists',
})
