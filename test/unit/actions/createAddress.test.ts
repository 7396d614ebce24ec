import { randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { readAddresses } from '../../../src/main/actions/readAddresses'
import { recoverJournal } from '../../../src/main/actions/recoverJournal'
import { newestFirst } from '../../../src/shared/addressView'
import { take } from '../../support/actions/world'
import { worldPerTest } from '../../support/actions/worldPerTest'
import { DEFAULT_KEY } from '../../support/likedo/server'

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
    expect(take(await here.world.press())).toMatchObject({
      state: 'created',
      isCopied: false,
      notCopied: 'failed',
    })
  })

  it('leaves alone what somebody copied while it was under way', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.next({ kind: 'hold', at: 'received' }, { method: 'POST' })
    const press = here.world.press()
    await here.likedo.when('received', { method: 'POST' })
    here.world.copied.push('a telephone number')
    here.likedo.release()
    expect(take(await press)).toMatchObject({ state: 'created', isCopied: false, notCopied: 'late' })
    expect(here.world.copied).toEqual(['a telephone number'])
  })

  it('says that nothing was to be copied where nothing was', async () => {
    await here.world.connect(here.likedo.origin)
    const created = take(await here.world.press({ isCopyWanted: false }))
    expect(created).toMatchObject({ isCopied: false, notCopied: 'not-asked' })
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
  it('are one address each, and the last one stays on the clipboard', async () => {
    await here.world.connect(here.likedo.origin)
    const endings = await Promise.all(
      Array.from({ length: 10 }, () => here.world.press({ deadlineMs: 10_000 })),
    )
    const emails = endings.map((ending) => take(ending).email)
    expect(new Set(here.held())).toEqual(new Set(emails))
    expect(here.posts()).toHaveLength(10)
    expect(here.world.copied).toEqual(emails)
  })

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

describe('a press that an earlier process sent', () => {
  /** Written down and sent, with an answer that nobody was there to read. */
  async function interrupt(requestId: string): Promise<string> {
    const account = await here.world.connect(here.likedo.origin)
    const { store } = here.world.context
    const email = 'brave-lantern-404@ig.do'
    const row = {
      id: randomUUID(),
      requestId,
      accountId: account.id,
      keyGeneration: 1,
      email,
      drawnBits: 30,
      tag: null,
      note: '',
      via: 'command',
      plannedAt: Date.now(),
    } as const
    take(await store.write('journal.plan', row))
    take(await store.write('journal.startSending', { id: row.id, at: Date.now() }))
    take(await recoverJournal(here.world.context))
    return email
  }

  it('is found in the list, and copied as it was asked for', async () => {
    const requestId = randomUUID()
    const email = await interrupt(requestId)
    here.likedo.hold(DEFAULT_KEY, email)
    expect(take(await here.world.press({ requestId }))).toMatchObject({
      email,
      state: 'created',
      isCopied: true,
    })
    expect(here.world.copied).toEqual([email])
    expect(here.posts()).toEqual([])
  })

  it('is looked into further where it stays unconfirmed', async () => {
    const requestId = randomUUID()
    const email = await interrupt(requestId)
    here.likedo.next({ kind: 'silence', act: false }, { method: 'GET' })
    expect(take(await here.world.press({ requestId, deadlineMs: 150 })).state).toBe('unconfirmed')
    await vi.waitFor(() => expect(here.world.announced).toMatchObject([{ value: { email } }]), 5_000)
  })
})

describe('a press that waits for its turn', () => {
  it('is shown as under way, and as waiting for the user only when nobody works on it', async () => {
    await here.world.connect(here.likedo.origin)
    const states = async () =>
      take(await readAddresses(here.world.context, { view: newestFirst, offset: 0, limit: 10 })).rows.map(
        ({ state }) => state,
      )
    here.likedo.next({ kind: 'hold', at: 'received' }, { method: 'POST' })
    const presses = [here.world.press({ deadlineMs: 10_000 }), here.world.press({ deadlineMs: 10_000 })]
    // Shown as under way from its place in the line on, which is before the service holds the request.
    await here.likedo.when('received', { method: 'POST' })
    await vi.waitFor(async () => expect(await states()).toEqual(['sending', 'sending']), 5_000)
    here.likedo.release()
    await Promise.all(presses)
    expect(await states()).toEqual(['created', 'created'])
    expect(here.world.context.inLine.size).toBe(0)
  })
})

const conflict = JSON.stringify({
  success: false,
  error: 'An email address with this address already exists',
})
