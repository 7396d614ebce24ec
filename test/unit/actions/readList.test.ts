import { describe, expect, it } from 'vitest'
import { readList } from '../../../src/main/actions/readList'
import { take } from '../../support/actions/world'
import { worldPerTest } from '../../support/actions/worldPerTest'

const here = worldPerTest()

describe('a pasted list', () => {
  it('is shown with what is known here and what is left of the allowance', async () => {
    await here.world.connect(here.likedo.origin)
    take(await here.world.press({ wish: { localPart: 'train.tickets' } }))
    here.likedo.forget()
    const { lines, allowance } = take(
      await readList(here.world.context, { text: 'Train.Tickets, again\nshop.one, The shop' }),
    )
    expect(lines).toEqual([
      {
        line: 1,
        text: 'Train.Tickets, again',
        item: { localPart: 'train.tickets', domain: 'ig.do', note: 'again' },
        problem: 'known',
        isSendable: false,
      },
      {
        line: 2,
        text: 'shop.one, The shop',
        item: { localPart: 'shop.one', domain: 'ig.do', note: 'The shop' },
        problem: null,
        isSendable: true,
      },
    ])
    expect(allowance?.addresses).toEqual({ made: 1, limit: 50 })
    expect(here.likedo.requests).toEqual([])
  })

  it('can be read before an account is connected: then no allowance is known', async () => {
    const read = take(await readList(here.world.context, { text: 'shop.one', domain: 'kfc.sh' }))
    expect(read.allowance).toBeNull()
    expect(read.lines[0]?.item).toEqual({ localPart: 'shop.one', domain: 'kfc.sh' })
  })
})
