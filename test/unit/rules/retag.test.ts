import { describe, expect, it } from 'vitest'
import { retag, type TaggedMailbox } from '../../../src/main/rules/retag'

const tags = [
  { id: 't1', name: 'warm' },
  { id: 't2', name: 'cold' },
  { id: 't3', name: 'twin' },
  { id: 't4', name: 'twin' },
]
const box = (serviceId: string, ...own: string[]): TaggedMailbox => ({
  serviceId,
  workspaceId: 'w',
  tags: own,
})
const idsOf = (...asked: Parameters<typeof retag>) =>
  retag(...asked).rows.map(({ inputs }) => [inputs.id, ...inputs.tagIds])

describe('giving and taking tags', () => {
  it('says all tags of each mailbox that changes, by their ids, and leaves the others out', () => {
    const boxes = [box('a'), box('b', 'warm'), box('c', 't2')]
    expect(idsOf(boxes, tags, { give: ['t1'], take: [] })).toEqual([
      ['a', 't1'],
      ['c', 't2', 't1'],
    ])
  })

  it('leaves alone what it does not know, rather than lose its tags', () => {
    const given = retag([box('a', 'unheard'), box('b', 'twin')], tags, { give: ['t1'], take: [] })
    expect(given).toMatchObject({ rows: [], unknown: 2 })
  })

  it('never sends an empty list', () => {
    const taken = retag([box('a', 'warm'), box('b', 'warm', 'cold')], tags, { give: [], take: ['t1'] })
    expect(taken).toMatchObject({ emptied: 1, rows: [{ inputs: { id: 'b', tagIds: ['t2'] } }] })
  })

  it('counts how many have each, with nothing given or taken', () => {
    const { counts, ...others } = retag([box('a', 'warm', 't1'), box('b', 'warm', 'x')], tags, {
      give: [],
      take: [],
    })
    expect([...counts]).toEqual([['t1', 2]])
    expect(others).toEqual({ rows: [], unknown: 0, emptied: 0 })
  })
})
