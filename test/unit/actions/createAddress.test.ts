import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { take } from '../../support/actions/world'
import { worldPerTest } from '../../support/actions/worldPerTest'

const here = worldPerTest()

describe('one press', () => {
  it('makes one address, copies it and lists it as created', async () => {
    await here.world.connect(here.likedo.origin)
    const created = take(await here.world.press({ wish: { note: 'Train tickets', tag: 'travel' } }))
    expect(created).toMatchObject({ state: 'created', isCopied: true })
    expect(here.held()).toEqual([created.email])
    expect(here.world.copied).toEqual([created.email])
    expect(await here.listed()).toMatchObject([
      { email: created.email, state: 'created', note: 'Train tickets', tag: 'travel' },
    ])
  })

  it('is one row and one request however often it arrives', async () => {
    await here.world.connect(here.likedo.origin)
    const requestId = randomUUID()
    const [first, second] = await Promise.all([
      here.world.press({ requestId }),
      here.world.press({ requestId }),
    ])
    const third = await here.world.press({ requestId })
    expect(take(second)).toEqual(take(first))
    expect(take(third).email).toBe(take(first).email)
    expect(here.posts()).toHaveLength(1)
  })

  it('without an account is written down as dropped and sends nothing', async () => {
    expect(await here.world.press()).toEqual({ ok: false, error: { kind: 'no-account' } })
    expect(await here.activity()).toMatchObject([{ state: 'dropped', problem: { kind: 'no-account' } }])
    expect(here.likedo.requests).toEqual([])
  })

  it('says created, not copied, where the clipboard does not take it', async () => {
    await here.world.connect(here.likedo.origin)
    here.world.isClipboardBroken = true
    expect(take(await here.world.press())).toMatchObject({ state: 'created', isCopied: false })
  })

  it('goes to the account that it names, by id or by name', async () => {
    here.likedo.addUser({ name: 'second', keys: ['sk_test_second'] })
    await here.world.connect(here.likedo.origin)
    const second = await here.world.connect(here.likedo.origin, 'sk_test_second')
    take(await here.world.press({ account: second.name.toUpperCase() }))
    take(await here.world.press({ account: second.id }))
    expect(here.likedo.addressesOf('second')).toHaveLength(2)
    expect(here.held()).toEqual([])
    expect(await here.world.press({ account: 'nobody' })).toEqual({
      ok: false,
      error: { kind: 'not-found', what: 'account' },
    })
  })
})

describe('presses in line', () => {
  it('go one after another, eleven at most', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.next({ kind: 'delay', before: 150 }, { method: 'POST' })
    const presses = Array.from({ length: 13 }, () => here.world.press({ deadlineMs: 10_000 }))
    // The line is joined before the first answer is there.
    const endings = await Promise.all(presses)
    const busy = endings.filter((ending) => !ending.ok && ending.error.kind === 'busy')
    expect(busy).toHaveLength(2)
    expect(here.held()).toHaveLength(11)
  })
})

describe('a name that is taken', () => {
  it('is drawn anew, and the press still ends with one address', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.next({ kind: 'answer', status: 409, act: false, body: conflict } as never, {
      method: 'POST',
      times: 2,
    })
    const created = take(await here.world.press())
    expect(here.held()).toEqual([created.email])
    expect(await here.activity()).toMatchObject([{ state: 'done', email: created.email }])
    expect((await here.activity())[0]?.takenNames).toHaveLength(2)
  })

  it('is given up after five draws', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.next({ kind: 'answer', status: 409, act: false, body: conflict } as never, {
      method: 'POST',
      times: 'always',
    })
    expect(await here.world.press()).toMatchObject({ ok: false, error: { kind: 'conflict' } })
    expect(here.posts()).toHaveLength(5)
    expect(new Set(here.posts().map(({ email }) => email)).size).toBe(5)
  })

  it('is reported at once when a user typed it', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.hold('stranger', 'john.doe@ig.do')
    const ending = await here.world.press({ wish: { localPart: 'john.doe' } })
    expect(ending).toEqual({ ok: false, error: { kind: 'conflict', email: 'john.doe@ig.do' } })
    expect(here.posts()).toHaveLength(1)
    expect(await here.listed()).toEqual([])
  })
})

const conflict = JSON.stringify({
  success: false,
  error: 'An email address with this address already exists',
})
