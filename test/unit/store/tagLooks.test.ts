import { describe, expect, it } from 'vitest'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import { mailboxFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'
import { NOON } from './testStore'

const facetOf = (
  rowTags: readonly string[],
  listed: readonly { id: string; name: string; color: string | null }[],
) => {
  const { store, passOfMailboxes, pass } = storeWithFleet()
  passOfMailboxes([mailboxFacts('a', { tags: rowTags })])
  pass({ noun: 'tags', rows: listed }, 'w')
  return store.read('mailboxes.facets', { view: mailboxesByAddress, now: NOON }).tags
}

describe('tags that mailboxes can be narrowed to', () => {
  it('have the colour that the service’s list tells of their name', () => {
    const listed = [
      { id: 't-1', name: 'client', color: '#2f9e44' },
      { id: 't-2', name: 'unused', color: '#fff' },
    ]
    expect(facetOf(['client'], listed)).toEqual([{ name: 'client', count: 1, color: '#2f9e44' }])
  })

  it('are called by their names where rows have only ids', () => {
    expect(facetOf(['t-1'], [{ id: 't-1', name: 'client', color: null }])).toEqual([
      { name: 't-1', count: 1, title: 'client' },
    ])
  })

  it('stay as they are where the list does not have them', () => {
    expect(facetOf(['other'], [])).toEqual([{ name: 'other', count: 1 }])
  })

  it.each(['red', 'url(https://tracker.example/x)', '#12345', '#2f9e44;background:url(x)', ''])(
    'have no colour where the service calls it %j',
    (color) => {
      expect(facetOf(['client'], [{ id: 't-1', name: 'client', color }])).toEqual([
        { name: 'client', count: 1 },
      ])
    },
  )
})
