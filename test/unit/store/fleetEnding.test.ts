import { describe, expect, it } from 'vitest'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import { aPart, domainFacts, mailboxFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'

const several = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => mailboxFacts(`m-${String(index + from).padStart(3, '0')}`))
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
const missed = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => `(${id})`)
const NOTHING = { unseen: 0, gone: 0, doubt: null }

describe('a row that a whole pass did not meet', () => {
  it('is missed first, and gone when the next one misses it too', () => {
    const { passOfMailboxes, here } = storeWithFleet()
    const rows = several(12)
    passOfMailboxes(rows)
    expect(passOfMailboxes(rows.slice(1))).toEqual({ unseen: 1, gone: 0, doubt: null })
    expect(here('mailboxes')).toEqual([...missed(rows.slice(0, 1)), ...idsOf(rows.slice(1))])
    expect(passOfMailboxes(rows.slice(1))).toEqual({ unseen: 0, gone: 1, doubt: null })
    expect(here('mailboxes')).toEqual(idsOf(rows.slice(1)))
  })

  it('says since when it was not seen, however often it is missed', () => {
    const { store, passOfMailboxes, now } = storeWithFleet()
    const rows = several(60)
    passOfMailboxes(rows)
    const seenAt = now()
    passOfMailboxes(rows.slice(10))
    passOfMailboxes(rows.slice(10))
    expect(store.read('mailboxes.get', '1')?.mailbox).toMatchObject({ readAt: seenAt, isUnseen: true })
    expect(store.read('mailboxes.facets', { view: mailboxesByAddress, now: now() }).unseen).toBe(10)
  })

  it('is here again, its note with it, as soon as the service shows it', () => {
    const { store, passOfMailboxes, here } = storeWithFleet()
    const rows = several(12)
    passOfMailboxes(rows)
    store.write('mailboxes.setNote', { id: '1', note: 'mine' })
    passOfMailboxes(rows.slice(1))
    passOfMailboxes(rows)
    // One miss in turn, not the second.
    expect(passOfMailboxes(rows.slice(1))).toEqual({ unseen: 1, gone: 0, doubt: null })
    passOfMailboxes(rows.slice(1))
    expect(here('mailboxes')).toEqual(idsOf(rows.slice(1)))
    passOfMailboxes(rows)
    expect(store.read('mailboxes.get', '1')?.mailbox).toMatchObject({ note: 'mine', isUnseen: false })
  })

  it('is none where it moved to another workspace', () => {
    const { passOfMailboxes, here } = storeWithFleet()
    const rows = several(8)
    passOfMailboxes(rows, 'a')
    passOfMailboxes(rows.slice(0, 4), 'b')
    expect(passOfMailboxes(rows.slice(4), 'a')).toEqual(NOTHING)
    expect(here('mailboxes')).toEqual(idsOf(rows))
  })

  it('is none of another noun, workspace or account', () => {
    const { store, passOfMailboxes, passOfDomains, pass, here } = storeWithFleet()
    passOfMailboxes(several(3), 'a')
    passOfDomains([domainFacts('d-1')], 'a')
    pass({ noun: 'tags', rows: [{ id: 't-1', name: 'one', color: null }] }, 'a')
    passOfMailboxes([], 'b')
    passOfMailboxes([], 'b')
    expect(here('mailboxes')).toEqual(idsOf(several(3)))
    expect(here('tags')).toEqual(['t-1'])
    expect(here('domains')).toEqual(['acme.example', 'd-1'])
    expect(store.read('integrity.check').isSound).toBe(true)
  })

  it('is none as long as no pass came to its end', () => {
    const { store, account, passOfMailboxes, take, here, now } = storeWithFleet()
    passOfMailboxes(several(20))
    for (let n = 0; n < 3; n++) {
      const id = store.write('fleet.nextPass')
      take({ noun: 'mailboxes', rows: several(1) }, 'w', id)
      const key = { accountId: account.id, noun: 'mailboxes', workspaceId: 'w' } as const
      store.write('fleet.savePart', aPart(key, { isIncomplete: true, at: now() }))
    }
    expect(here('mailboxes')).toEqual(idsOf(several(20)))
  })
})

describe('a list whose workspace is known only later', () => {
  it('is that of the primary one, with what was read before', () => {
    const { passOfMailboxes, passOfWorkspaces, here } = storeWithFleet()
    passOfMailboxes(several(12), '')
    passOfWorkspaces('a', 'b')
    passOfMailboxes(several(2), 'b')
    passOfMailboxes([], 'b')
    expect(here('mailboxes')).toEqual([...missed(several(2)), ...idsOf(several(10, 2))])
    passOfMailboxes(several(11), 'a')
    passOfMailboxes(several(11), 'a')
    expect(here('mailboxes')).toEqual(idsOf(several(11)))
  })

  it('is about all workspaces where the service answers the same under each', () => {
    const { passOfMailboxes, passOfWorkspaces, pass, here } = storeWithFleet()
    passOfWorkspaces('a', 'b')
    passOfMailboxes(several(6), 'a')
    passOfMailboxes(several(6, 6), 'b')
    const rows = several(11)
    pass({ noun: 'mailboxes', rows }, '', true)
    pass({ noun: 'mailboxes', rows }, '', true)
    expect(here('mailboxes')).toEqual(idsOf(rows))
  })
})

describe('a tenth of a list that would be gone at once', () => {
  it('goes unasked; more is asked about first, and until then only missed', () => {
    const { store, passOfMailboxes, here } = storeWithFleet()
    const rows = several(100)
    passOfMailboxes(rows)
    passOfMailboxes(rows.slice(10))
    expect(passOfMailboxes(rows.slice(10))).toEqual({ unseen: 0, gone: 10, doubt: null })
    passOfMailboxes(rows.slice(20))
    const doubt = { gone: 10, known: 90 }
    expect(passOfMailboxes(rows.slice(20))).toEqual({ unseen: 0, gone: 0, doubt })
    expect(here('mailboxes').slice(0, 10)).toEqual(missed(rows.slice(10, 20)))
    expect(store.read('fleet.parts', null)).toMatchObject([{ doubt }])
  })

  it('is asked about in the smallest list as well', () => {
    const { passOfMailboxes, here } = storeWithFleet()
    const rows = several(6)
    passOfMailboxes(rows)
    passOfMailboxes(rows.slice(1))
    expect(passOfMailboxes(rows.slice(1)).doubt).toEqual({ gone: 1, known: 6 })
    expect(here('mailboxes')).toEqual([...missed(rows.slice(0, 1)), ...idsOf(rows.slice(1))])
  })

  it('is not gone by an empty list that says it is whole', () => {
    const { passOfMailboxes, here } = storeWithFleet()
    passOfMailboxes(several(6))
    for (let n = 0; n < 4; n++) passOfMailboxes([])
    expect(here('mailboxes')).toEqual(missed(several(6)))
  })

  it('is in doubt no more once the service shows it again', () => {
    const { store, passOfMailboxes, here } = storeWithFleet()
    passOfMailboxes(several(20))
    passOfMailboxes([])
    passOfMailboxes([])
    expect(passOfMailboxes(several(20))).toEqual(NOTHING)
    expect(here('mailboxes')).toEqual(idsOf(several(20)))
    expect(store.read('fleet.parts', null)).toMatchObject([{ doubt: null }])
  })

  it('stays in doubt whatever a pass that began before keeps', () => {
    const { store, account, passOfMailboxes, take, now } = storeWithFleet()
    passOfMailboxes(several(20))
    passOfMailboxes([])
    passOfMailboxes([])
    const key = { accountId: account.id, noun: 'mailboxes', workspaceId: 'w' } as const
    store.write('fleet.savePart', aPart(key))
    take({ noun: 'mailboxes', rows: several(1) }, 'w', 99)
    expect(store.read('fleet.parts', null)).toMatchObject([{ doubt: { gone: 20, known: 20 } }])
    store.write('fleet.decide', { key, areGone: false, at: now() })
    store.write('fleet.savePart', aPart(key, { doubt: { gone: 20, known: 20 } }))
    expect(store.read('fleet.parts', null)).toMatchObject([{ doubt: null }])
  })
})

describe('what the user says about a doubt', () => {
  const inDoubt = () => {
    const fleet = storeWithFleet()
    const rows = several(30)
    fleet.passOfMailboxes(rows)
    fleet.passOfMailboxes(rows.slice(20))
    fleet.passOfMailboxes(rows.slice(20, 29))
    const key = { accountId: fleet.account.id, noun: 'mailboxes', workspaceId: 'w' } as const
    const decide = (areGone: boolean) => fleet.store.write('fleet.decide', { key, areGone, at: fleet.now() })
    return { ...fleet, rows, decide }
  }

  it('gives up what two passes missed, and nothing that only the last one did', () => {
    const { decide, here, rows, store } = inDoubt()
    expect(decide(true)).toBe(20)
    expect(here('mailboxes')).toEqual([...idsOf(rows.slice(20, 29)), '(m-029)'])
    expect(store.read('fleet.parts', null)).toMatchObject([{ doubt: null }])
    expect(decide(true)).toBe(0)
  })

  it('keeps them as missed, and is asked again only many passes later', () => {
    const { decide, here, rows, passOfMailboxes } = inDoubt()
    expect(decide(false)).toBe(0)
    expect(here('mailboxes')).toHaveLength(30)
    for (let n = 0; n < 19; n++) expect(passOfMailboxes(rows.slice(20)).doubt).toBeNull()
    expect(here('mailboxes').slice(0, 20)).toEqual(missed(rows.slice(0, 20)))
    expect(passOfMailboxes(rows.slice(20)).doubt).toEqual({ gone: 20, known: 30 })
  })
})

describe('many rows that are gone', () => {
  const MANY = 1_200
  const gives = (
    fleet: ReturnType<typeof storeWithFleet>,
    noun: 'mailboxes' | 'workspaces',
    workspaceId: string,
  ) => {
    const key = { accountId: fleet.account.id, noun, workspaceId } as const
    const gone: number[] = []
    do gone.push(fleet.store.write('fleet.giveUp', { key, at: fleet.now() }))
    while (gone.at(-1) !== 0)
    return gone
  }

  it('go some at a time, so that no other write waits for all of them', () => {
    const fleet = storeWithFleet()
    const { store, passOfMailboxes, here, now } = fleet
    const rows = Array.from({ length: MANY }, (_, index) => mailboxFacts(`m-${index + 1_000}`))
    passOfMailboxes(rows)
    passOfMailboxes([])
    passOfMailboxes([])
    const key = { accountId: fleet.account.id, noun: 'mailboxes', workspaceId: 'w' } as const
    expect(store.write('fleet.giveUp', { key, at: now() })).toBe(0)
    expect(store.write('fleet.decide', { key, areGone: true, at: now() })).toBe(500)
    expect(here('mailboxes')).toHaveLength(MANY - 500)
    expect(gives(fleet, 'mailboxes', 'w')).toEqual([500, 200, 0])
    expect(here('mailboxes')).toEqual([])
    expect(store.read('integrity.check').isSound).toBe(true)
  })

  it('go some at a time with their workspace as well', () => {
    const fleet = storeWithFleet()
    const { store, passOfWorkspaces, passOfMailboxes, here, now } = fleet
    passOfWorkspaces('a', 'b')
    passOfMailboxes(
      Array.from({ length: MANY }, (_, index) => mailboxFacts(`m-${index + 1_000}`)),
      'b',
    )
    passOfWorkspaces('a')
    passOfWorkspaces('a')
    const key = { accountId: fleet.account.id, noun: 'workspaces', workspaceId: '' } as const
    // Itself, 500 mailboxes, and the domain that only these showed.
    expect(store.write('fleet.decide', { key, areGone: true, at: now() })).toBe(502)
    expect(here('mailboxes')).toHaveLength(MANY - 500)
    expect(gives(fleet, 'workspaces', '')).toEqual([500, 200, 0])
    expect([here('mailboxes'), here('workspaces')]).toEqual([[], ['a']])
  })
})

describe('a row of which the service says that there is none', () => {
  it('is gone at once, with the domain that only it showed', () => {
    const { store, account, passOfMailboxes, here, now } = storeWithFleet()
    passOfMailboxes([mailboxFacts('m-1'), mailboxFacts('m-2', { domain: 'other.example' })])
    const gone = { accountId: account.id, noun: 'mailboxes', serviceId: 'm-2', at: now() } as const
    expect(store.write('fleet.markGone', gone)).toBe(true)
    expect(store.write('fleet.markGone', gone)).toBe(false)
    expect(here('mailboxes')).toEqual(['m-1'])
    expect(here('domains')).toEqual(['acme.example'])
  })
})

describe('a workspace that is gone', () => {
  it('takes with it what it held, unless that is much', () => {
    const { store, passOfWorkspaces, passOfMailboxes, here } = storeWithFleet()
    passOfWorkspaces('a', 'b', 'c')
    passOfMailboxes(several(60), 'a')
    passOfMailboxes(several(6, 60), 'b')
    passOfMailboxes(several(30, 66), 'c')
    passOfWorkspaces('a', 'c')
    expect(here('workspaces')).toEqual(['a', '(b)', 'c'])
    expect(passOfWorkspaces('a', 'c').gone).toBe(1)
    expect(here('mailboxes')).toHaveLength(90)
    expect(store.read('fleet.parts', null).map(({ noun, workspaceId }) => `${noun} ${workspaceId}`)).toEqual([
      'mailboxes a',
      'mailboxes c',
      'workspaces ',
    ])

    passOfWorkspaces('a')
    expect(passOfWorkspaces('a')).toEqual({ unseen: 0, gone: 0, doubt: { gone: 1, known: 2 } })
    expect(here('mailboxes')).toHaveLength(90)
  })
})
