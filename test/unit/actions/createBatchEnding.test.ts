import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { readBatch, startBatch, stopBatch } from '../../../src/main/actions/createBatch'
import { endWork } from '../../../src/main/actions/endWork'
import { openWorld, take } from '../../support/actions/world'
import { worldPerTest } from '../../support/actions/worldPerTest'
import { LATE_MS } from '../../support/late'
import { DEFAULT_KEY } from '../../support/likedo/server'
import { bundleStoreWorker } from '../store/bundleStoreWorker'
import { statesOf, typed, wishOf } from './batches'

const here = worldPerTest()

describe('an end of Mailroom in the middle of a batch', () => {
  it('begins no row that was only being looked up', async () => {
    await here.world.connect(here.likedo.origin)
    const { context } = here.world
    const { read } = context.store
    let ending: Promise<void> | undefined
    const spy = vi.spyOn(context.store, 'read').mockImplementation(async (...asked) => {
      const answer = await Reflect.apply(read, undefined, asked)
      if (asked[0] === 'journal.get') ending ??= endWork(context)
      return answer
    })
    const wish = wishOf(typed(2))
    take(await startBatch(context, wish))
    await vi.waitFor(() => expect(ending).toBeDefined(), LATE_MS)
    await ending
    spy.mockRestore()
    await context.batches.get(wish.requestId)?.ended
    expect(here.posts()).toEqual([])
    expect(statesOf(take(await readBatch(context, wish.requestId)))).toEqual(['waiting', 'waiting'])
  })

  it('waits for the one under way only; the next start sends nothing and knows all of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mailroom-batch-'))
    const worker = await bundleStoreWorker()
    const first = await openWorld(worker, folder)
    const account = await first.connect(here.likedo.origin)
    here.likedo.next({ kind: 'hold', at: 'received' }, { method: 'POST', email: 'shop.number-1@ig.do' })
    const wish = wishOf(typed(6))
    take(await startBatch(first.context, wish))
    await here.likedo.when('received', { email: 'shop.number-1@ig.do' })
    const closing = first.close()
    here.likedo.release()
    await closing
    expect(first.faults).toEqual([])
    expect(first.copied).toEqual([])

    const second = await openWorld(worker, folder)
    take(await second.context.keys.keep(account, DEFAULT_KEY))
    const batch = take(await startBatch(second.context, wish))
    expect(statesOf(batch)).toEqual(['created', 'created', ...Array.from({ length: 4 }, () => 'waiting')])
    expect(batch).toMatchObject({ isEnded: true, isCopied: false })
    take(await stopBatch(second.context, wish.requestId))
    expect(statesOf(take(await readBatch(second.context, wish.requestId)))).toEqual([
      ...['created', 'created'],
      ...Array.from({ length: 4 }, () => 'not-created'),
    ])
    expect(here.posts()).toHaveLength(2)
    await second.close()
    await rm(folder, { recursive: true, force: true })
  })
})
