import { describe, expect, it } from 'vitest'
import type { PaletteState } from '../../../src/renderer/state/palette'
import type { PaletteEntry } from '../../../src/renderer/views/palette/entry'
import { type FixedEntries, namedGroups, rowGroups } from '../../../src/renderer/views/palette/groups'
import { standing } from '../../../src/renderer/views/palette/standing'
import { stepFrom } from '../../../src/renderer/views/palette/stepFrom'
import type { PaletteFound, PaletteKind, PaletteRecent } from '../../../src/shared/palette'

const entry = (kind: PaletteKind, id: string, name: string): PaletteEntry => ({
  kind,
  id,
  name,
  about: '',
  run: () => {},
})

const fixed: FixedEntries = {
  action: [
    entry('action', 'new-address', 'New Address'),
    entry('action', 'new-address-with', 'New Address With…'),
    entry('action', 'domains', 'Domains'),
  ],
  setting: [entry('setting', 'data', 'Data')],
  operation: [entry('operation', 'a domains.list', 'List Domains')],
}

const none = { rows: [], total: 0 }
const foundFor = (text: string, given: Partial<PaletteFound>): PaletteFound & { text: string } => ({
  text,
  addresses: none,
  mailboxes: none,
  domains: none,
  ...given,
})

const shown = (known: {
  text: string
  found?: (PaletteFound & { text: string }) | null
  recent?: PaletteRecent | null
}) => {
  const all = { found: null, recent: null, ...known }
  return [...namedGroups(all, fixed), ...rowGroups(all)].map(({ id, entries }) => [
    id,
    entries.map(({ name }) => name),
  ])
}

describe('The palette', () => {
  it('offers every action and setting while nothing is typed', () => {
    expect(shown({ text: ' ' })).toEqual([
      ['action', ['New Address', 'New Address With…', 'Domains']],
      ['setting', ['Data']],
    ])
  })

  it('begins with what was used at last, and says it once', () => {
    const recent: PaletteRecent = [
      { kind: 'mailbox', id: '7', row: { id: '7', name: 'zoe@x.example', about: '' } },
      { kind: 'action', id: 'domains', row: null },
      { kind: 'action', id: 'what-an-older-version-had', row: null },
    ]
    expect(shown({ text: '', recent })).toEqual([
      ['recent', ['zoe@x.example', 'Domains']],
      ['action', ['New Address', 'New Address With…']],
      ['setting', ['Data']],
    ])
  })

  it('puts what was used at last before what is named equally well', () => {
    const recent: PaletteRecent = [{ kind: 'action', id: 'new-address-with', row: null }]
    expect(shown({ text: 'new', recent })).toEqual([['action', ['New Address With…', 'New Address']]])
  })

  it('shows what was found of each kind, and the way to the rest', () => {
    const found = foundFor('dom', {
      mailboxes: { rows: [{ id: '1', name: 'dom@x.example', about: '' }], total: 12 },
      domains: { rows: [{ id: '2', name: 'dom.example', about: '' }], total: 1 },
    })
    expect(shown({ text: 'dom', found })).toEqual([
      ['action', ['Domains']],
      ['operation', ['List Domains']],
      ['mailbox', ['dom@x.example', 'All 12 in Mailboxes']],
      ['domain', ['dom.example']],
    ])
  })

  it('keeps of an earlier answer only what fits what is typed by now', () => {
    const found = foundFor('zo', {
      mailboxes: {
        rows: [
          { id: '1', name: 'zoe@x.example', about: '' },
          { id: '2', name: 'zora@x.example', about: 'Zoë' },
          { id: '3', name: 'zorn@x.example', about: '' },
        ],
        total: 9,
      },
    })
    expect(shown({ text: 'zoe', found })).toEqual([['mailbox', ['zoe@x.example', 'zora@x.example']]])
  })

  it('is empty where nothing has such a name', () => {
    expect(shown({ text: 'qqq', found: foundFor('qqq', {}) })).toEqual([])
  })
})

describe('What the palette says of its results', () => {
  const state: PaletteState = {
    text: 'dom',
    listed: 'dom',
    found: null,
    recent: null,
    error: null,
    recentError: null,
  }
  const found = foundFor('dom', {})

  it('is how many there are, once it is known', () => {
    expect(standing({ ...state, text: '' }, 40)).toBe('40 results')
    expect(standing(state, 3)).toBe('')
    expect(standing({ ...state, found: foundFor('do', {}) }, 3)).toBe('')
    expect(standing({ ...state, found }, 3)).toBe('3 results')
  })

  it('is that it looks, then that there is nothing; not where it could not look', () => {
    expect(standing(state, 0)).toBe('Looking…')
    expect(standing({ ...state, found }, 0)).toBe('Nothing matches “dom”.')
    expect(standing({ ...state, error: { kind: 'internal', ref: 'x' } }, 0)).toBe('')
  })
})

describe('A key in the palette', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 9, 0],
    ['ArrowUp', 0, 9],
    ['ArrowUp', 5, 4],
    ['PageDown', 5, 9],
    ['PageDown', 0, 8],
    ['PageUp', 5, 0],
    ['Home', 5, null],
    ['a', 5, null],
  ])('%s leads from line %i of ten to %s', (key, from, to) => {
    expect(stepFrom(from, 10, key)).toBe(to)
  })

  it('leads nowhere where there is no line', () => {
    expect(stepFrom(-1, 0, 'ArrowDown')).toBe(null)
  })
})
