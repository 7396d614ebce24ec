import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { handOver } from '../../../src/main/startup/handOver'
import { finishUnderWay } from '../../../src/main/startup/openContext'
import { createOrderDesk } from '../../../src/main/startup/orders'
import type { Created } from '../../../src/shared/address'
import type { AppError } from '../../../src/shared/errors'
import type { Result } from '../../../src/shared/result'
import { take } from '../../support/actions/world'
import { worldPerTest } from '../../support/actions/worldPerTest'

const here = worldPerTest()

const plainOrder = {
  account: null,
  localPart: null,
  style: null,
  domain: null,
  tag: null,
  note: null,
  isPrinted: false,
  timeout: 5,
} as const

describe('an order that its follower hands over again and again', () => {
  it('is one address, told to the window once and copied once', async () => {
    await here.world.connect(here.likedo.origin)
    const told: Result<Created, AppError>[] = []
    const desk = createOrderDesk(here.world.context, (ending) => told.push(ending))
    const requestId = randomUUID()
    here.likedo.next({ kind: 'delay', before: 200 }, { method: 'POST' })

    const [first, again] = await Promise.all([
      desk.run(requestId, plainOrder),
      desk.run(requestId, plainOrder),
    ])
    const late = await desk.run(requestId, plainOrder)

    const { email } = take(first.ending)
    expect([first.isFirst, again.isFirst, late.isFirst]).toEqual([true, false, false])
    expect(told).toEqual([first.ending])
    expect(here.world.copied).toEqual([email])
    expect(here.held()).toEqual([email])
  })
})

describe('a process whose last window is closed', () => {
  it('is done only when what was asked for is done, the next in line too', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.next({ kind: 'hold', at: 'received' }, { method: 'POST' })
    const presses = [here.world.press(), here.world.press()]
    let isDone = false
    const finished = finishUnderWay(here.world.context).then(() => {
      isDone = true
    })
    await here.likedo.when('received', { method: 'POST' })
    expect(here.posts()).toHaveLength(1)
    expect(isDone).toBe(false)
    here.likedo.release()
    await finished
    expect((await Promise.all(presses)).map((ending) => take(ending).state)).toEqual(['created', 'created'])
  })
})

describe('what a start hands over', () => {
  it('says whether it was a hidden one, which asks for no window', () => {
    const hidden = { requestId: randomUUID(), create: null, isQuick: false, isHidden: true }
    expect(handOver.safeParse(hidden).data).toEqual(hidden)
    expect(handOver.safeParse({ ...hidden, isHidden: 'yes' }).success).toBe(false)
    expect(handOver.safeParse({ ...hidden, isQuick: 1 }).success).toBe(false)
  })
})
