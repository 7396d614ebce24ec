import { describe, expect, it } from 'vitest'
import { type Said, saidNext } from '../../../src/renderer/views/fleet/news'
import type { FleetStanding } from '../../../src/shared/text/fleet'

const standing = (kind: FleetStanding['kind'], words: string, isTroubled = false): FleetStanding => ({
  kind,
  words,
  head: words,
  isTroubled,
})

/** What is read out of what a status line says one after the other. */
function readOut(...said: FleetStanding[]): string[] {
  let before: Said | null = null
  return said.flatMap((each) => {
    const next: Said = saidNext(before, each.words, each)
    const isSaid = next !== before && next.isNews
    before = next
    return isSaid ? [each.words] : []
  })
}

describe('What a screen reader hears of the status line', () => {
  it('is not each page that is read, but that the reading has ended', () => {
    expect(
      readOut(
        standing('reading', 'Reading mailboxes, page 1 of 3'),
        standing('reading', 'Reading mailboxes, page 2 of 3'),
        standing('updated', 'Updated just now'),
      ),
    ).toEqual(['Updated just now'])
  })

  it('is not each minute that passes', () => {
    expect(
      readOut(
        standing('updated', 'Updated just now'),
        standing('updated', 'Updated 1 min ago'),
        standing('updated', 'Updated 2 min ago'),
      ),
    ).toEqual(['Updated just now'])
  })

  it('is that something fails, and that it is right again', () => {
    expect(
      readOut(
        standing('updated', 'Updated 1 min ago'),
        standing('updated', 'Updated 2 min ago; Acme: key refused', true),
        standing('updated', 'Updated 3 min ago'),
        standing('offline', 'Offline. As of Tue 18 Nov 14:02'),
      ),
    ).toEqual([
      'Updated 1 min ago',
      'Updated 2 min ago; Acme: key refused',
      'Updated 3 min ago',
      'Offline. As of Tue 18 Nov 14:02',
    ])
  })

  it('stays what it is when the line is drawn again', () => {
    const before = saidNext(null, 'Updated just now', standing('updated', 'Updated just now'))
    expect(saidNext(before, 'Updated just now', standing('updated', 'Updated just now'))).toBe(before)
  })
})
