import { describe, expect, it } from 'vitest'
import { countSettled, countStates, refusedLines } from '../../../src/renderer/views/pastedList/batchCounts'
import type { Batch } from '../../../src/shared/batch'
import { batchesText } from '../../../src/shared/text/window/batches'

const item = (email: string, state: Batch['items'][number]['state'], note = '') => ({
  id: email,
  email,
  note,
  state,
  problem: null,
})

const items = [
  item('first@ig.do', 'created'),
  item('second@ig.do', 'not-created', 'For the shop'),
  item('third@ig.do', 'unconfirmed'),
  item('fourth@ig.do', 'not-created'),
  item('fifth@ig.do', 'waiting'),
  item('sixth@ig.do', 'sending'),
]

describe('The report of a list', () => {
  it('counts each state exactly, and names only those that occur', () => {
    expect(batchesText.report(countStates(items))).toBe(
      '1 created, 2 not created, 1 not confirmed, 1 in line, 1 under way.',
    )
    expect(batchesText.report(countStates(items.slice(0, 1)))).toBe('1 created.')
  })

  it('counts as settled what nothing more becomes of by itself', () => {
    expect(countSettled(items)).toBe(4)
  })

  it('gives back the refused lines as they were typed', () => {
    const lines = ['first', ' Second , For the shop', 'third', 'fourth@ig.do', 'fifth', 'sixth']
    expect(refusedLines(items, lines)).toBe(' Second , For the shop\nfourth@ig.do')
  })

  it('gives them back from the addresses where the lines are no longer known', () => {
    expect(refusedLines(items, [])).toBe('second@ig.do, For the shop\nfourth@ig.do')
  })
})

describe('What a list costs', () => {
  it('is said before, with what the plan has left', () => {
    const allowance = { requests: { used: 18, limit: 200 }, addresses: { made: 17, limit: 50 } }
    expect(`${batchesText.sendable(17, 20)} ${batchesText.left(allowance)}`).toBe(
      '17 of 20 can be sent. 33 of 50 addresses left this month. About 182 of 200 requests left this hour.',
    )
  })

  it('is never less than nothing', () => {
    const allowance = { requests: { used: 210, limit: 200 }, addresses: { made: 51, limit: 50 } }
    expect(batchesText.left(allowance)).toBe(
      '0 of 50 addresses left this month. About 0 of 200 requests left this hour.',
    )
  })
})
