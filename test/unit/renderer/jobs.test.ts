import { describe, expect, it } from 'vitest'
import { countOf, isGoing, isLink, retriable, type ShownJob } from '../../../src/renderer/state/jobs'
import { msLeft } from '../../../src/renderer/views/jobs/timeLeft'
import { toneOf } from '../../../src/renderer/views/jobs/useEndings'
import type { JobCounts, JobRest } from '../../../src/shared/job'
import { sentence } from '../../../src/shared/text/errors'
import { countsText, jobsText, outcomeText, restText, timeLeft } from '../../../src/shared/text/window/jobs'

const none: JobCounts = {
  ...{ planned: 0, sending: 0, done: 0, refused: 0, undone: 0, unconfirmed: 0, dropped: 0 },
}
const shown = (counts: Partial<JobCounts>, rest: JobRest | null = null, isRunning = false): ShownJob => ({
  job: {
    ...{ id: 'j', requestId: 'r', accountId: 'a', operation: 'tags.delete', keyGeneration: 1 },
    ...{ askedSince: null, plannedAt: 0, begunAt: 1, rest, isRestored: false, hasUnwrittenInputs: false },
  },
  counts: { ...none, ...counts },
  isRunning,
  isSecretGone: false,
})
const unauthorized = { kind: 'unauthorized', message: null } as const

describe('a job', () => {
  it('tells how its rows stand, in a few words', () => {
    expect(countsText({ ...none, done: 17, unconfirmed: 1, planned: 20, dropped: 2 })).toBe(
      '17 done, 1 not confirmed, 22 not sent',
    )
    expect(countsText({ ...none, done: 4_000, refused: 3, sending: 1 })).toBe(
      '4,000 done, 3 refused, 1 under way',
    )
  })

  it.each([
    ['is sent', shown({ planned: 1 }, null, true), true],
    ['waits with rows that were not sent', shown({ planned: 1 }, { why: 'restart', problem: null }), true],
    [
      'waits with what the key refused',
      shown({ refused: 1 }, { why: 'problem', problem: unauthorized }),
      true,
    ],
    ['waits with what did not leave', shown({ dropped: 1 }, { why: 'user', problem: null }), true],
    ['has ended', shown({ done: 3, refused: 1 }), false],
    ['was stopped', shown({ done: 3, dropped: 2 }), false],
    ['misses only a confirmation', shown({ done: 3, unconfirmed: 1 }), false],
  ] as const)('that %s is told to go on or not', (_, job, isOn) => {
    expect(isGoing(job)).toBe(isOn)
  })

  it('says why it rests', () => {
    expect(restText({ why: 'restart', problem: null })).toBe(
      'Mailroom ended meanwhile. Nothing more was sent.',
    )
    expect(restText({ why: 'problem', problem: unauthorized })).toMatch(/^It stopped: /)
  })

  it('tells of the time left only once it is known how fast it goes', () => {
    const mark = { at: 0, ended: 10 }
    const counts = { ...none, done: 20, planned: 100 }
    expect(msLeft(mark, { ...none, done: 11, planned: 100 }, 60_000)).toBeNull()
    expect(msLeft(mark, counts, 1_000)).toBeNull()
    expect(msLeft(mark, counts, 20_000)).toBe(200_000)
    expect(timeLeft(200_000)).toBe('about 3 min left')
    expect(timeLeft(20_000)).toBe('less than a minute left')
  })

  it('is tried again where something was refused or did not leave, unless its password is gone', () => {
    const ended = shown({ done: 1, refused: 2, undone: 1, dropped: 3 })
    expect(retriable(ended)).toBe(6)
    expect(retriable({ ...ended, isSecretGone: true })).toBe(0)
    expect(retriable(shown({ refused: 1, planned: 1 }))).toBe(0)
    expect(retriable({ ...ended, job: { ...ended.job, isRestored: true } })).toBe(0)
  })

  it('has so many rows of each kind', () => {
    const counts = { ...none, planned: 2, sending: 1, dropped: 4, done: 8 }
    expect(countOf(counts, 'all')).toBe(15)
    expect(countOf(counts, 'notSent')).toBe(7)
    expect(countOf(counts, 'done')).toBe(8)
  })

  it('is accepted before a read shows it', () => {
    const done = { state: 'done', evidence: 'answer', confirmedAt: null, problem: null } as const
    expect(outcomeText(done)).toBe('Accepted')
    expect(outcomeText({ ...done, confirmedAt: 1 })).toBe('Done')
    expect(outcomeText({ ...done, evidence: 'user' })).toBe('Done')
  })

  it('that was sent is not told as refused where only its user said that it is not done', () => {
    const row = { state: 'refused', evidence: null, confirmedAt: null } as const
    expect(outcomeText({ ...row, problem: { kind: 'said-undone' } })).toBe('Not done')
    expect(outcomeText({ ...row, problem: unauthorized })).toBe('Refused')
    expect(countsText({ ...none, done: 2, undone: 1 })).toBe('2 done, 1 not done')
    expect(countOf({ ...none, refused: 2, undone: 1 }, 'refused')).toBe(3)
    expect(sentence({ kind: 'said-undone' }, 'litemail')).not.toMatch(/not to send|Nothing was sent/)
  })

  it('that leads to a page to pay at is told as a link, and not as a success', () => {
    const ended = shown({ done: 1 })
    const link = { ...ended, job: { ...ended.job, operation: 'wallet.addBalance' } }
    expect(isLink(link.job)).toBe(true)
    expect(countsText(link.counts, true)).toBe('link received')
    expect(jobsText.ended('Add $50', link.counts, true)).toBe('Add $50: link received.')
    expect([toneOf(link), toneOf(ended)]).toEqual(['warn', 'good'])
  })
})
