import { describe, expect, it } from 'vitest'
import { decideAddress } from '../../../src/main/actions/decideAddress'
import { replaceKey } from '../../../src/main/actions/replaceKey'
import { settleAddress } from '../../../src/main/actions/settleAddress'
import { take, type World } from '../../support/actions/world'
import { worldPerTest } from '../../support/actions/worldPerTest'
import { actedThenBroke, describeFault, type Fault } from '../../support/likedo/faults'

const here = worldPerTest()

const POST = { method: 'POST' } as const
const settle = (id: string) => settleAddress(here.world.context, id, { isAsked: true, deadlineMs: 2_000 })
/** Acts on nothing and never answers. */
const silence: Fault = { kind: 'silence', act: false }

/** A press whose answer never came, although the service acted. */
async function lose(press: Parameters<World['press']>[0] = {}): Promise<string> {
  here.likedo.next({ kind: 'silence', act: true }, POST)
  const ending = take(await here.world.press({ deadlineMs: 150, ...press }))
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
    const { id, email } = take(await here.world.press({ deadlineMs: 150 }))
    expect(take(await settle(id))).toMatchObject({ state: 'done', evidence: 'second-sending', email })
    expect(here.held()).toEqual([email])
  })

  it('stays unconfirmed when the second sending is refused or does not leave', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.next(silence, POST)
    const { id } = take(await here.world.press({ deadlineMs: 150 }))
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
    const activity = take(await here.world.context.store.read('activity.list', { limit: 10 })).rows
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
