import { describe, expect, it, vi } from 'vitest'
import type { Context } from '../../../src/main/actions/context'
import { decideAddress } from '../../../src/main/actions/decideAddress'
import { settleUnconfirmed } from '../../../src/main/actions/recoverJournal'
import { replaceKey } from '../../../src/main/actions/replaceKey'
import { settleAddress } from '../../../src/main/actions/settleAddress'
import { take, type World } from '../../support/actions/world'
import { worldPerTest } from '../../support/actions/worldPerTest'
import { LATE_MS } from '../../support/late'
import { actedThenBroke, describeFault, type Fault } from '../../support/loopback/faults'

const here = worldPerTest()

const POST = { method: 'POST' } as const
const settle = (id: string) => settleAddress(here.world.context, id, { isAsked: true, deadlineMs: 2_000 })
/** Acts on nothing and never answers. */
const silence: Fault = { kind: 'silence', act: false }

/** So long a press waits for the answer that does not come: a busy machine has brought its request to the service by then. */
const LOST_AFTER_MS = 500

/** A press whose answer never came, although the service acted. */
async function lose(press: Parameters<World['press']>[0] = {}): Promise<string> {
  here.likedo.next({ kind: 'silence', act: true }, POST)
  const ending = take(await here.world.press({ deadlineMs: LOST_AFTER_MS, ...press }))
  expect(ending).toMatchObject({ state: 'unconfirmed', isCopied: false })
  return ending.id
}

describe.each(actedThenBroke.map((fault) => [describeFault(fault), fault] as const))(
  'a service that %s',
  (_, fault) => {
    it('is asked by its list, and the address is created without a second sending', async () => {
      await here.world.connect(here.likedo.origin)
      here.likedo.next(fault, POST)
      const created = take(await here.world.press())
      expect(created).toMatchObject({ state: 'created', isCopied: true })
      expect(here.held()).toEqual([created.email])
      expect(here.posts()).toHaveLength(1)
      expect(await here.listed()).toMatchObject([{ email: created.email, state: 'created' }])
    })

    it('that cannot list proves a drawn name by refusing the second sending', async () => {
      here.likedo.configure({ canList: false })
      await here.world.connect(here.likedo.origin)
      here.likedo.next(fault, POST)
      const created = take(await here.world.press())
      expect(created.state).toBe('created')
      expect(here.held()).toEqual([created.email])
      expect(here.posts()).toHaveLength(2)
    })
  },
)

describe('an unconfirmed address', () => {
  it('is not copied, and is listed as unconfirmed with its reason', async () => {
    await here.world.connect(here.likedo.origin)
    await lose()
    expect(here.world.copied).toEqual([])
    expect(await here.listed()).toMatchObject([{ state: 'unconfirmed', problem: { kind: 'timeout' } }])
  })

  it('becomes created when "Check now" finds it in the list', async () => {
    await here.world.connect(here.likedo.origin)
    const id = await lose()
    expect(take(await settle(id))).toMatchObject({ state: 'done', evidence: 'list' })
    expect(here.posts()).toHaveLength(1)
  })

  it('is sent once more where the list does not show it', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.next(silence, POST)
    const { id, email } = take(await here.world.press({ deadlineMs: LOST_AFTER_MS }))
    expect(take(await settle(id))).toMatchObject({ state: 'done', evidence: 'second-sending', email })
    expect(here.held()).toEqual([email])
  })

  it('stays unconfirmed when the second sending is refused or does not leave', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.next(silence, POST)
    const { id } = take(await here.world.press({ deadlineMs: LOST_AFTER_MS }))
    here.likedo.next({ kind: 'too-many', retryAfter: 'none' }, POST)
    expect(take(await settle(id))).toMatchObject({ state: 'unconfirmed', problem: { kind: 'rate-limited' } })
  })

  it('is not sent again by two checks at once', async () => {
    here.likedo.configure({ canList: false })
    await here.world.connect(here.likedo.origin)
    const id = await lose()
    await Promise.all([settle(id), settle(id)])
    expect(here.posts()).toHaveLength(2)
  })

  it('with a typed name that the service holds is for the user to decide', async () => {
    here.likedo.configure({ canList: false })
    await here.world.connect(here.likedo.origin)
    const id = await lose({ wish: { localPart: 'john.doe' } })
    expect(take(await settle(id))).toMatchObject({
      state: 'unconfirmed',
      problem: { kind: 'owner-unknown', email: 'john.doe@ig.do' },
    })
    take(await decideAddress(here.world.context, { id, isMine: true }))
    expect(await here.listed()).toMatchObject([{ email: 'john.doe@ig.do', state: 'created' }])
  })

  it('that the user disowns leaves the list and stays in Activity', async () => {
    here.likedo.configure({ canList: false })
    await here.world.connect(here.likedo.origin)
    const id = await lose({ wish: { localPart: 'john.doe' } })
    take(await decideAddress(here.world.context, { id, isMine: false }))
    expect(await here.listed()).toEqual([])
    const activity = take(await here.world.context.store.read('activity.list', { offset: 0, limit: 10 })).rows
    expect(activity).toMatchObject([{ state: 'refused', problem: { kind: 'conflict' } }])
  })

  it('is never sent again with another key', async () => {
    here.likedo.configure({ canList: false })
    const account = await here.world.connect(here.likedo.origin)
    const id = await lose()
    here.likedo.addKey('caller', 'sk_test_new')
    take(
      await replaceKey(here.world.context, {
        id: account.id,
        key: 'sk_test_new',
        keyEndsOn: null,
        keyKept: 'until-quit',
        whenUnreached: 'say',
      }),
    )
    expect(await settle(id)).toEqual({ ok: false, error: { kind: 'key-replaced' } })
    expect(here.posts()).toHaveLength(1)
  })
})

/** More than the first pause of the background. */
const AFTER_THE_FIRST_LOOK_MS = 2_500
const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('the background', () => {
  it('says what it found out itself', async () => {
    await here.world.connect(here.likedo.origin)
    const id = await lose()
    await vi.waitFor(() => expect(here.world.announced).toMatchObject([{ ok: true, value: { id } }]), LATE_MS)
  })

  it('says nothing of an address that "Check now" has settled meanwhile', async () => {
    await here.world.connect(here.likedo.origin)
    take(await settle(await lose()))
    await pass(AFTER_THE_FIRST_LOOK_MS)
    expect(here.world.announced).toEqual([])
  })

  it('looks once, however often it is told to', async () => {
    await here.world.connect(here.likedo.origin)
    await lose()
    here.likedo.next({ kind: 'silence', act: false }, { method: 'GET', times: 'always' })
    const before = here.likedo.requests.length
    await settleUnconfirmed(here.world.context)
    await settleUnconfirmed(here.world.context)
    await vi.waitFor(() => expect(here.likedo.requests.length).toBeGreaterThan(before), LATE_MS)
    // A second look would have begun together with the first one.
    await pass(500)
    expect(here.likedo.requests).toHaveLength(before + 1)
    here.likedo.clearFaults()
  })

  it('never sends again what only the user can tell', async () => {
    here.likedo.configure({ canList: false })
    here.likedo.hold('stranger', 'john.doe@ig.do')
    await here.world.connect(here.likedo.origin)
    here.likedo.next({ kind: 'drop', when: 'before', how: 'reset' }, POST)
    take(await here.world.press({ wish: { localPart: 'john.doe' } }))
    expect(await here.listed()).toMatchObject([{ problem: { kind: 'owner-unknown' } }])
    await settleUnconfirmed(here.world.context)
    await pass(AFTER_THE_FIRST_LOOK_MS)
    expect(here.posts()).toHaveLength(2)
  })
})

describe('a row whose answer could not be written down', () => {
  /** The world's context with a disk that is full behind every request. */
  const withFullDisk = (): Context => {
    const { context } = here.world
    const write: Context['store']['write'] = async (method, ...input) =>
      method === 'journal.settle'
        ? { ok: false, error: { kind: 'storage', problem: 'full' } }
        : context.store.write(method, ...input)
    return { ...context, store: { ...context.store, write } }
  }
  const stateOf = async (id: string) => take(await here.world.context.store.read('journal.get', id))?.state

  it('is admitted to be unconfirmed and settled by the next check', async () => {
    here.likedo.configure({ canList: false })
    await here.world.connect(here.likedo.origin)
    const id = await lose()
    await settleAddress(withFullDisk(), id, { isAsked: true, deadlineMs: 2_000 })
    expect(await stateOf(id)).toBe('sending')
    expect(take(await settle(id))).toMatchObject({ state: 'done', evidence: 'second-sending' })
    expect(here.posts()).toHaveLength(3)
  })

  it('is settled when a window opens', async () => {
    here.likedo.configure({ canList: false })
    await here.world.connect(here.likedo.origin)
    const id = await lose()
    here.world.context.settlingLater.add(id)
    await settleAddress(withFullDisk(), id, { isAsked: true, deadlineMs: 2_000 })
    here.world.context.settlingLater.delete(id)
    await settleUnconfirmed(here.world.context)
    await vi.waitFor(async () => expect(await stateOf(id)).toBe('done'), LATE_MS)
  })
})
