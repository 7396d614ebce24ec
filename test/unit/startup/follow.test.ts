import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { followOrder } from '../../../src/main/startup/follow'
import { openStore } from '../../../src/main/store/store'
import { systemClock } from '../../../src/main/upstream/clock'
import { openWorld, take, type World } from '../../support/actions/world'
import { type LikeDo, startLikeDo } from '../../support/likedo/server'
import { bundleStoreWorker } from '../store/bundleStoreWorker'

// The owner writes, the follower reads the same file through threads of its own, as two processes do.
let folder: string
let likedo: LikeDo
let owner: World
let workerUrl: URL
beforeEach(async () => {
  workerUrl = await bundleStoreWorker()
  folder = await mkdtemp(join(tmpdir(), 'mailroom-follow-'))
  likedo = await startLikeDo()
  owner = await openWorld(workerUrl, folder)
  await owner.connect(likedo.origin)
})
afterEach(async () => {
  await owner.close()
  await likedo.close()
  await rm(folder, { recursive: true, force: true })
})

function follow(
  requestId: string,
  { claim = (): boolean => false, deadlineMs = 2_000, where = folder } = {},
) {
  return followOrder({
    requestId,
    deadlineMs,
    openReader: () => openStore({ folder: where, mode: 'read-only', workerUrl }),
    claim,
    clock: systemClock,
  })
}

describe('a process that follows its order in another one’s journal', () => {
  it('answers the address that the other one created', async () => {
    const requestId = randomUUID()
    const followed = follow(requestId)
    const { email } = take(await owner.press({ requestId, isCopyWanted: false }))
    expect(await followed).toMatchObject({
      kind: 'ended',
      ending: { ok: true, value: { email, state: 'created', isCopied: false } },
    })
  })

  it('answers why the other one refused it', async () => {
    likedo.hold('stranger', 'jane.roe@ig.do')
    const requestId = randomUUID()
    const followed = follow(requestId)
    await owner.press({ requestId, wish: { localPart: 'jane.roe' } })
    expect(await followed).toEqual({
      kind: 'ended',
      ending: { ok: false, error: { kind: 'conflict', email: 'jane.roe@ig.do' } },
    })
  })

  it('says unconfirmed only when its own time is over', async () => {
    likedo.next({ kind: 'silence', act: false }, { method: 'POST', times: 'always' })
    const requestId = randomUUID()
    const followed = follow(requestId, { deadlineMs: 600 })
    await owner.press({ requestId, deadlineMs: 300 })
    expect(await followed).toMatchObject({
      kind: 'ended',
      ending: { ok: true, value: { state: 'unconfirmed' } },
    })
  })

  it('does the work itself when nobody has it any more', async () => {
    expect(await follow(randomUUID(), { claim: () => true })).toEqual({ kind: 'claimed' })
  })

  it('gives up on one that lives and does nothing', async () => {
    expect(await follow(randomUUID(), { deadlineMs: 500 })).toEqual({ kind: 'no-answer' })
  })

  it('waits for a profile that is not there yet', async () => {
    const nowhere = join(folder, 'later')
    expect(await follow(randomUUID(), { where: nowhere, claim: () => true })).toEqual({ kind: 'claimed' })
  })
})
