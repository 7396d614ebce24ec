import { describe, expect, it } from 'vitest'
import type { AppError } from '../../../src/shared/errors'
import type { FleetNoun, FleetPart } from '../../../src/shared/litemail/fleet'
import { fleetLine, fleetStanding } from '../../../src/shared/text/fleet'
import { fleetAge } from '../../../src/shared/text/fleetParts'
import {
  begun,
  beta,
  DAY,
  HOUR,
  MINUTE,
  now,
  part,
  refused,
  status,
  unreachable,
  unread,
} from './fleetExamples'

const words = (
  parts: readonly FleetPart[],
  { unreached = [], nouns = ['mailboxes'], isOnline = true, at = now }: Asked = {},
) => fleetStanding(status(parts, unreached), nouns, { now: at, isOnline }).words

interface Asked {
  readonly unreached?: readonly string[]
  readonly nouns?: readonly FleetNoun[]
  readonly isOnline?: boolean
  readonly at?: number
}

describe('The age of a list', () => {
  it.each([
    ['a second', 1_000, 'just now'],
    ['a minute less a second', MINUTE - 1_000, 'just now'],
    ['5 minutes', 5 * MINUTE, '5 min ago'],
    ['an hour less a minute', 59 * MINUTE, '59 min ago'],
    ['an hour', HOUR, '1 h ago'],
    ['a day less an hour', 23 * HOUR, '23 h ago'],
    ['a day', DAY, '1 day ago'],
    ['2 days', 2 * DAY + 3 * HOUR, '2 days ago'],
    ['a week', 7 * DAY, '7 days ago'],
    ['59 days', 59 * DAY, '59 days ago'],
    ['100 days, in the same year', 100 * DAY, '10 Aug'],
    ['a year', 365 * DAY, '18 Nov 2024'],
    ['the clock moved back by a second', -1_000, 'just now'],
    ['the clock moved back by an hour', -HOUR, 'Tue 18 Nov 15:07'],
    ['the clock moved back by a day', -DAY, 'Wed 19 Nov 14:07'],
    ['the clock moved back by a year', -365 * DAY, 'Wed 18 Nov 2026 14:07'],
  ])('%s', (_, passed, said) => {
    expect(fleetAge(now - passed, now)).toBe(said)
  })

  it.each([
    ['five minutes across midnight', '2025-11-17T23:58', '2025-11-18T00:03', '5 min ago'],
    ['two hours across midnight', '2025-11-17T23:00', '2025-11-18T01:00', '2 h ago'],
    ['five minutes across the end of a year', '2025-12-31T23:58', '2026-01-01T00:03', '5 min ago'],
  ])('%s is what has passed, not another day', (_, read, seen, said) => {
    expect(fleetAge(Date.parse(read), Date.parse(seen))).toBe(said)
  })
})

describe('How fresh the fleet is', () => {
  it('is the age of the oldest list', () => {
    expect(words([part({ wholeAt: now - MINUTE }), beta()])).toBe('Updated 5 min ago')
  })

  it.each([
    ['over midnight', 10 * HOUR, 'Updated 10 h ago'],
    ['a week on', 7 * DAY, 'Updated 7 days ago'],
    ['a year on', 365 * DAY, 'Updated 18 Nov 2025'],
    ['a day back', -DAY, 'Updated Tue 18 Nov 14:07'],
  ])('is said after the clock was moved %s', (_, by, said) => {
    expect(words([part({ wholeAt: now })], { at: now + by })).toBe(said)
  })

  it('names those of which more is to be said behind the others', () => {
    const old = { wholeAt: now - 2 * DAY, problem: refused }
    expect(words([part(old), beta()])).toBe('Updated 5 min ago; Acme 2 days ago: key refused')
    expect(words([part({ problem: refused })])).toBe('Updated 5 min ago: key refused')
  })

  it('names an account once for all of its lists', () => {
    const acme = { accountId: 'b', accountName: 'Acme', wholeAt: now - 2 * DAY, problem: refused }
    const parts = [part(), part({ ...acme, workspaceName: 'One' }), beta({ ...acme, workspaceName: 'Two' })]
    expect(words(parts)).toBe('Updated 5 min ago; Acme 2 days ago: key refused')
  })

  it('names the lists too where several kinds are asked about', () => {
    const unknown = { kind: 'no-such-path', operation: 'domains.list', status: 404 } as const
    const parts = [part(), part({ noun: 'domains', ...unread, problem: unknown })]
    expect(words(parts, { nouns: ['mailboxes', 'domains'] })).toBe(
      'Updated 5 min ago; domains not loaded: path not known',
    )
  })

  it('says what its user has to do first', () => {
    const waiting: AppError = { kind: 'unproven', operation: 'domains.list' }
    const unfit: AppError = { kind: 'invalid-input', issues: ['path: dots'] }
    const said = (problem: AppError) =>
      words([part(), part({ noun: 'domains', ...unread, problem })], { nouns: ['mailboxes', 'domains'] })
    expect(said(waiting)).toBe('Updated 5 min ago; domains not loaded: to be read once in Operations')
    expect(said(unfit)).toBe('Updated 5 min ago; domains not loaded: API path cannot be used')
  })

  it('names the account where it is kept from all of its lists', () => {
    const old = { wholeAt: now - 2 * DAY, problem: refused }
    const parts = [part(old), beta(), part({ ...old, noun: 'tags', workspaceId: '', workspaceName: null })]
    expect(words(parts, { nouns: ['mailboxes', 'tags'] })).toBe(
      'Updated 5 min ago; Agency 2 days ago: key refused',
    )
  })

  it('counts rows of different kinds apart', () => {
    const parts = [
      part(begun),
      part({ noun: 'domains' }),
      part({ noun: 'tags', ...begun, announced: null, kept: 5 }),
    ]
    expect(words(parts, { nouns: ['mailboxes', 'domains', 'tags'] })).toBe(
      'Updated 5 min ago; mailboxes incomplete: 3,000 of about 12,000; tags incomplete: 5',
    )
  })

  it('says what is being read', () => {
    const reading = { state: 'reading', page: 3, pages: 12 } as const
    expect(words([beta(), part(reading)])).toBe('Reading mailboxes, page 3 of 12, Acme')
    expect(words([part({ ...reading, pages: null })])).toBe('Reading mailboxes, page 3, Acme')
    expect(words([part({ ...reading, page: null })])).toBe('Reading mailboxes, Acme')
    const other = part({ accountId: 'b', accountName: 'Second', workspaceName: 'North' })
    expect(words([other, part(reading), beta()])).toBe('Reading mailboxes, page 3 of 12, Agency, Acme')
  })

  it('says how much of a list is here that was never read to its end', () => {
    expect(words([part(begun)])).toBe('Incomplete: 3,000 of about 12,000')
    expect(words([part(begun), beta({ ...begun, kept: 1_000, announced: 2_000 })])).toBe(
      'Incomplete: 4,000 of about 14,000',
    )
    expect(words([part({ ...begun, announced: null })])).toBe('Incomplete: 3,000')
    expect(words([part(begun), beta()])).toBe('Updated 5 min ago; Acme incomplete: 3,000 of about 12,000')
    expect(words([part({ ...begun, problem: { kind: 'timeout', afterMs: 30_000 } })])).toBe(
      'Incomplete, 3,000 of about 12,000: no answer in time',
    )
  })

  it('does not age a list by a reading that did not show all of it', () => {
    const cut = { isIncomplete: true, wholeAt: now - 3 * HOUR, at: now }
    expect(words([part(cut), beta()])).toBe('Updated 5 min ago; Acme 3 h ago: not all of it was read')
  })

  it('never calls zero or empty what was not read', () => {
    expect(words([])).toBe('Not loaded yet')
    expect(words([part(unread), beta(unread)])).toBe('Not loaded yet')
    expect(words([part(unread), beta()])).toBe('Updated 5 min ago; Acme not loaded yet')
    expect(words([part({ ...unread, problem: refused })])).toBe('Not loaded: key refused')
  })

  it('is a moment while nobody is reached', () => {
    const read = { wholeAt: now - 5 * MINUTE, problem: unreachable }
    expect(words([part(read), beta()], { unreached: ['a'] })).toBe('Offline. As of Tue 18 Nov 14:02')
    expect(words([part()], { isOnline: false })).toBe('Offline. As of Tue 18 Nov 14:02')
    expect(words([part()], { isOnline: false, at: now + 365 * DAY })).toBe(
      'Offline. As of Tue 18 Nov 2025 14:02',
    )
    expect(words([part(unread)], { unreached: ['a'] })).toBe('Offline. Not loaded yet')
    expect(words([part({ ...begun, problem: unreachable })], { unreached: ['a'] })).toBe(
      'Offline. Incomplete: 3,000 of about 12,000',
    )
  })

  it('is not offline where only one of two accounts is not reached', () => {
    const other = part({
      accountId: 'b',
      accountName: 'Second',
      wholeAt: now - 2 * HOUR,
      problem: unreachable,
    })
    expect(words([part(), other], { unreached: ['b'] })).toBe(
      'Updated 5 min ago; Second 2 h ago: not reached',
    )
  })

  it('waits for an answer about what is missing', () => {
    expect(words([part({ doubt: { gone: 900, known: 4_000 } })])).toBe(
      'Updated 5 min ago: waiting for your answer',
    )
  })

  it('lets no name break its line, turn it, or fill it', () => {
    const name = `\u202eemca\n${'x'.repeat(4_000)}`
    const said = words([part({ workspaceName: name, problem: refused }), beta()])
    expect(said).toMatch(/^Updated 5 min ago; emca x+… 5 min ago: key refused$/)
    expect(said.length).toBeLessThan(120)
  })
})

describe('The fleet in a line of the tray', () => {
  const line = (parts: readonly FleetPart[], unreached: readonly string[] = []) =>
    fleetLine(status(parts, unreached), now)

  it('has its mailboxes and their age, in the same words', () => {
    expect(line([part(), beta({ kept: 8_000 })])).toBe('12,000 mailboxes · updated 5 min ago')
    expect(line([part({ kept: 1 })])).toBe('1 mailbox · updated 5 min ago')
  })

  it('counts what fails', () => {
    const parts = [part(), part({ noun: 'tags', problem: refused }), part({ noun: 'user', problem: refused })]
    expect(line(parts)).toBe('4,000 mailboxes · 2 parts failing')
    expect(line(parts.slice(0, 2))).toBe('4,000 mailboxes · 1 part failing')
  })

  it('is offline as the window is', () => {
    expect(line([part({ problem: unreachable })], ['a'])).toBe(
      '4,000 mailboxes · offline. As of Tue 18 Nov 14:02',
    )
  })

  it('has no figure for what was not read, and does not follow each page', () => {
    expect(line([part(unread)])).toBe('Mailboxes: not loaded yet')
    expect(line([part({ state: 'reading', page: 3, pages: 12 })])).toBe('4,000 mailboxes · updated 5 min ago')
  })
})
