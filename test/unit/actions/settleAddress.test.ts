import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decideAddress } from '../../../src/main/actions/decideAddress'
import { replaceKey } from '../../../src/main/actions/replaceKey'
import { settleAddress } from '../../../src/main/actions/settleAddress'
import { openWorld, take, type World } from '../../support/actions/world'
import { actedThenBroke, describeFault, type Fault } from '../../support/likedo/faults'
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

const POST = { method: 'POST' } as const
const posts = () => likedo.requests.filter(({ method }) => method === 'POST')
const held = () => likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)
const listed = async () => take(await world.context.store.read('addresses.list', { limit: 10 })).rows
const settle = (id: string) => settleAddress(world.context, id, { isAsked: true, deadlineMs: 2_000 })
/** Acts on nothing and never answers. */
const silence: Fault = { kind: 'silence', act: false }

/** A press whose answer never came, although the service acted. */
async function lose(press: Parameters<World['press']>[0] = {}): Promise<string> {
  likedo.next({ kind: 'silence', act: true }, POST)
  const ending = take(await world.press({ deadlineMs: 150, ...press }))
  expect(ending).toMatchObject({ state: 'unconfirmed', isCopied: false })
  return ending.id
}

describe.each(actedThenBroke.map((fault) => [describeFault(fault), fault] as const))(
  'a service that %s',
  (_, fault) => {
    it('is asked by its list, and the address is created without a second sending', async () => {
      await world.connect(likedo.origin)
      likedo.next(fault, POST)
      const created = take(await world.press())
      expect(created).toMatchObject({ state: 'created', isCopied: true })
      expect(held()).toEqual([created.email])
      expect(posts()).toHaveLength(1)
      expect(await listed()).toMatchObject([{ email: created.email, state: 'created' }])
    })

    it('that cannot list proves a drawn name by refusing the second sending', async () => {
      likedo.configure({ canList: false })
      await world.connect(likedo.origin)
      likedo.next(fault, POST)
      const created = take(await world.press())
      expect(created.state).toBe('created')
      expect(held()).toEqual([created.email])
      expect(posts()).toHaveLength(2)
    })
  },
)

describe('an unconfirmed address', () => {
  it('is not copied, and is listed as unconfirmed with its reason', async () => {
    await world.connect(likedo.origin)
    await lose()
    expect(world.copied).toEqual([])
    expect(await listed()).toMatchObject([{ state: 'unconfirmed', problem: { kind: 'timeout' } }])
  })

  it('becomes created when "Check now" finds it in the list', async () => {
    await world.connect(likedo.origin)
    const id = await lose()
    expect(take(await settle(id))).toMatchObject({ state: 'done', evidence: 'list' })
    expect(posts()).toHaveLength(1)
  })

  it('is sent once more where the list does not show it', async () => {
    await world.connect(likedo.origin)
    likedo.next(silence, POST)
    const { id, email } = take(await world.press({ deadlineMs: 150 }))
    expect(take(await settle(id))).toMatchObject({ state: 'done', evidence: 'second-sending', email })
    expect(held()).toEqual([email])
  })

  it('stays unconfirmed when the second sending is refused or does not leave', async () => {
    await world.connect(likedo.origin)
    likedo.next(silence, POST)
    const { id } = take(await world.press({ deadlineMs: 150 }))
    likedo.next({ kind: 'too-many', retryAfter: 'none' }, POST)
    expect(take(await settle(id))).toMatchObject({ state: 'unconfirmed', problem: { kind: 'rate-limited' } })
  })

  it('is not sent again by two checks at once', async () => {
    likedo.configure({ canList: false })
    await world.connect(likedo.origin)
    const id = await lose()
    await Promise.all([settle(id), settle(id)])
    expect(posts()).toHaveLength(2)
  })

  it('with a typed name that the service holds is for the user to decide', async () => {
    likedo.configure({ canList: false })
    await world.connect(likedo.origin)
    const id = await lose({ wish: { localPart: 'john.doe' } })
    expect(take(await settle(id))).toMatchObject({
      state: 'unconfirmed',
      problem: { kind: 'owner-unknown', email: 'john.doe@ig.do' },
    })
    take(await decideAddress(world.context, { id, isMine: true }))
    expect(await listed()).toMatchObject([{ email: 'john.doe@ig.do', state: 'created' }])
  })

  it('that the user disowns leaves the list and stays in Activity', async () => {
    likedo.configure({ canList: false })
    await world.connect(likedo.origin)
    const id = await lose({ wish: { localPart: 'john.doe' } })
    take(await decideAddress(world.context, { id, isMine: false }))
    expect(await listed()).toEqual([])
    const activity = take(await world.context.store.read('activity.list', { limit: 10 })).rows
    expect(activity).toMatchObject([{ state: 'refused', problem: { kind: 'conflict' } }])
  })

  it('is never sent again with another key', async () => {
    likedo.configure({ canList: false })
    const account = await world.connect(likedo.origin)
    const id = await lose()
    likedo.addKey('caller', 'sk_test_new')
    take(
      await replaceKey(world.context, {
        id: account.id,
        key: 'sk_test_new',
        keyEndsOn: null,
        keyKept: 'until-quit',
        whenUnreached: 'say',
      }),
    )
    expect(await settle(id)).toEqual({ ok: false, error: { kind: 'key-replaced' } })
    expect(posts()).toHaveLength(1)
  })
})
