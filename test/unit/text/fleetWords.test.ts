import { describe, expect, it } from 'vitest'
import { fleetText } from '../../../src/shared/text/window/fleet'
import { litemailText } from '../../../src/shared/text/window/litemail'

describe('What is asked about what is missing', () => {
  it.each([
    [30, 'mailboxes', '30 mailboxes of 120 in Acme are missing at Litemail.'],
    [1, 'mailboxes', '1 mailbox of 120 in Acme is missing at Litemail.'],
    [1, 'domains', '1 domain of 120 in Acme is missing at Litemail.'],
  ])('%d %s', (gone, noun, said) => {
    expect(fleetText.doubt(gone, 120, noun, 'Acme')).toBe(said)
  })
})

describe('What goes with an account', () => {
  it('is counted as far as it was read', () => {
    const gone = 'What Mailroom read of it goes from this computer'
    expect(litemailText.removeRead(12_000, 1)).toBe(`${gone}: 12,000 mailboxes and 1 domain.`)
    expect(litemailText.removeRead(1, null)).toBe(`${gone}: 1 mailbox.`)
    expect(litemailText.removeRead(null, null)).toBe(`${gone}.`)
  })
})

describe('What answered', () => {
  it('is counted, and changed nothing', () => {
    expect(litemailText.tried(15, 11)).toBe('Tried 15 reads, 11 answered. Nothing was changed.')
  })
})

describe('The end of a JWT', () => {
  const now = new Date(2025, 10, 18, 14, 2).getTime()
  it.each([
    ['to come today', now + 3_600_000, 'The JWT ends at 15:02', '15:02'],
    ['to come on another day', now + 86_400_000, 'The JWT ends at 14:02 on 19 Nov', '14:02 on 19 Nov'],
    ['past', now - 60_000, 'The JWT has ended', 'ended at 14:01'],
  ])('is said, %s', (_, at, sentence, fact) => {
    expect(litemailText.ends(at, now)).toBe(sentence)
    expect(litemailText.endsAt(at, now)).toBe(fact)
  })
})
