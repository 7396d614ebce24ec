import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choiceId, choiceName, choicesOf } from '../../../src/renderer/views/fleetList/choices'
import { narrowedTo } from '../../../src/renderer/views/fleetList/narrowedTo'
import { statusWord } from '../../../src/renderer/views/fleetList/statusWord'
import { workspaceId, workspaceName } from '../../../src/renderer/views/fleetList/workspaces'
import { daysTo, dueText } from '../../../src/shared/text/window/due'

describe('A status of the service', () => {
  it('is spelled for people where programs wrote it', () => {
    expect(statusWord('ACTIVE')).toBe('Active')
    expect(statusWord('SCHEDULED_FOR_REMOVAL')).toBe('Scheduled for removal')
  })

  it('stays as it came in every other spelling', () => {
    for (const word of ['active', 'On hold', 'A__B', '_X', '<IMG>', 'ÄNDERUNG'])
      expect(statusWord(word)).toBe(word)
  })

  it('is none where the service says that it is empty', () => {
    expect(statusWord('')).toBe('None')
  })

  it('says the same letters, whatever the word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (word) => {
        expect(statusWord(word).replaceAll(' ', '_').toUpperCase()).toBe(
          word.replaceAll(' ', '_').toUpperCase(),
        )
      }),
    )
  })
})

describe('A choice of a filter', () => {
  it('leads back to its word, and what was not told is never a word of the service', () => {
    fc.assert(
      fc.property(fc.option(fc.string()), (name) => {
        expect(choiceName(choiceId(name))).toBe(name)
        expect(choiceId(name) === choiceId(null)).toBe(name === null)
      }),
    )
  })

  it('counts what the service did not say under that name', () => {
    expect(choicesOf([{ name: null, count: 3 }])).toEqual([
      { id: choiceId(null), text: 'Not told', count: 3 },
    ])
  })
})

describe('A workspace', () => {
  it('is named as the service names it, else by its id, else as the one that is taken unasked', () => {
    expect(workspaceName('Acme', 'ws_1')).toBe('Acme')
    expect(workspaceName(null, 'ws_1')).toBe('ws_1')
    expect(workspaceName(null, '')).toBe('Primary workspace')
    expect(workspaceName('Acme', 'ws_1', 'Second account')).toBe('Second account · Acme')
  })

  it('of another account is another one', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (one, first, other, second) => {
        const isSame = one === other && first === second
        expect(
          workspaceId({ accountId: one, workspaceId: first }) ===
            workspaceId({ accountId: other, workspaceId: second }),
        ).toBe(isSame)
      }),
    )
  })
})

describe('What a list is narrowed down to', () => {
  const nothing = {
    search: ' ',
    workspaces: [],
    domains: [],
    statuses: [],
    tags: [],
    isUnseen: false,
    due: { name: 'Renewing soon', within: null },
  }

  it('says nothing where nothing is left out', () => {
    expect(narrowedTo(nothing, [])).toEqual([])
  })

  it('says each filter with what was chosen', () => {
    expect(
      narrowedTo(
        {
          search: ' anna ',
          workspaces: [
            { accountId: 'a', workspaceId: 'ws_1' },
            { accountId: 'a', workspaceId: 'ws_9' },
          ],
          domains: ['x.example', null],
          statuses: ['IN_PROGRESS'],
          tags: ['warm', 'cold'],
          isUnseen: true,
          due: { name: 'Renewing soon', within: 7 },
        },
        [{ accountId: 'a', workspaceId: 'ws_1', name: 'Acme' }],
      ),
    ).toEqual([
      '“anna”',
      'Workspace: Acme, ws_9',
      'Domain: x.example, Not told',
      'Status: In progress',
      'Tag: warm, cold',
      'Renewing soon: Within 7 days',
      'Not seen',
    ])
  })
})

describe('A moment that is awaited', () => {
  const now = new Date(2026, 2, 28, 23, 30).getTime()
  const at = (month: number, day: number, hour = 0, year = 2026) => new Date(year, month, day, hour).getTime()

  it('is told by calendar days while it is near', () => {
    expect(dueText(at(2, 28, 1), now)).toBe('today')
    expect(dueText(at(2, 29, 0), now)).toBe('tomorrow')
    expect(dueText(at(3, 27), now)).toBe('in 30 days')
  })

  it('is told by its day when it is far or past, with the year where it is another', () => {
    expect(dueText(at(3, 28), now)).toBe('28 Apr')
    expect(dueText(at(2, 27), now)).toBe('27 Mar')
    expect(dueText(at(0, 2, 0, 2027), now)).toBe('2 Jan 2027')
  })

  it('counts every day as one, those of 23 and 25 hours too', () => {
    for (let day = 0; day < 366; day++) expect(daysTo(at(2, 28 + day, 12), now)).toBe(day)
  })
})
