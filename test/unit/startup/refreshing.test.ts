import { describe, expect, it } from 'vitest'
import { createRefreshing } from '../../../src/main/startup/refreshing'
import { worldPerTest } from '../../support/actions/worldPerTest'
import { DEFAULT_KEY } from '../../support/likedo/server'
import { createFakeClock } from '../upstream/fakeClock'

const here = worldPerTest()

const pages = () =>
  here.likedo.requests.filter(({ method, query }) => method === 'GET' && query.pageSize === '100').length

describe('refreshing by itself', () => {
  it('does nothing until a window is shown, then lets the start come first', async () => {
    await here.world.connect(here.likedo.origin)
    const clock = createFakeClock()
    const refreshing = createRefreshing({ ...here.world.context, clock })
    await clock.pass(60_000)
    expect(pages()).toBe(0)
    refreshing.look()
    await clock.pass(1_000)
    expect(pages()).toBe(0)
    await clock.pass(1_000)
    await expect.poll(pages, { timeout: 15_000 }).toBe(1)
  })

  it('reads again on a later look only when an hour has passed', async () => {
    await here.world.connect(here.likedo.origin)
    const clock = createFakeClock()
    const refreshing = createRefreshing({ ...here.world.context, clock })
    refreshing.look()
    await clock.pass(2_000)
    await expect.poll(pages, { timeout: 15_000 }).toBe(1)
    await expect.poll(() => here.world.context.listings.size, { timeout: 15_000 }).toBe(0)
    refreshing.look()
    refreshing.look()
    await clock.pass(3_500_000)
    refreshing.look()
    expect(pages()).toBe(1)
    await clock.pass(200_000)
    refreshing.look()
    await expect.poll(pages, { timeout: 15_000 }).toBe(2)
  })

  it('reads the list of an account that is connected while a window is open', async () => {
    const clock = createFakeClock()
    here.likedo.hold(DEFAULT_KEY, 'from.website@ig.do')
    createRefreshing({ ...here.world.context, clock }).look()
    await clock.pass(2_000)
    await here.world.connect(here.likedo.origin)
    await expect
      .poll(async () => (await here.listed()).map(({ email }) => email), { timeout: 15_000 })
      .toEqual(['from.website@ig.do'])
    // The reading goes on a little: a world that ends under it would miss its last words.
    await expect.poll(() => here.world.context.listings.size, { timeout: 15_000 }).toBe(0)
  })
})
