import { describe, expect, it } from 'vitest'
import { type TrayState, trayLook, trayMenu } from '../../../src/main/rules/trayMenu'
import { unseenOfOne, unseenOfSeveral } from '../../../src/main/rules/unseenEnding'
import type { Batch } from '../../../src/shared/batch'
import { endingWords } from '../../../src/shared/text/endings'

const account = { id: 'a', name: 'Work', isDefault: true, keyStanding: 'accepted' } as const
const usual: TrayState = {
  unseen: null,
  underWay: 0,
  recent: [],
  accounts: [account],
  allowance: { requests: { used: 18, limit: 200 }, addresses: { made: 47, limit: 50 } },
  unconfirmed: 0,
  attention: { writes: 0, jobs: 0 },
  isReached: true,
  fleet: null,
  isNotifying: true,
  storageProblem: null,
}
const created = (state: 'created' | 'unconfirmed', isCopied: boolean) =>
  ({ ok: true, value: { id: '1', email: 'otter@ig.do', accountId: 'a', state, isCopied } }) as const
const several = (last: 'created' | 'not-created'): Batch => {
  const item = { id: '1', email: 'otter@ig.do', note: '', problem: null }
  const items = [{ ...item, state: 'created' } as const, { ...item, state: last }]
  return { id: '1', at: 0, accountId: 'a', items, isEnded: true, isCopied: true }
}
const labels = (state: TrayState) => trayMenu(state).map((item) => (item.kind === 'rule' ? '—' : item.label))
const at = (state: TrayState, label: string) =>
  trayMenu(state).find((item) => item.kind !== 'rule' && item.label === label)

describe('the tray’s menu', () => {
  it('has everything in its order', () => {
    const recent = [{ id: '1', email: 'otter@ig.do', note: 'shop' }]
    expect(labels({ ...usual, unseen: unseenOfOne(created('created', true)), recent })).toEqual([
      'Copied: otter@ig.do',
      '—',
      'New address',
      'New address with…',
      '—',
      'otter@ig.do – shop',
      'Messages of',
      '—',
      '3 of 50 addresses left this month · about 182 of 200 requests this hour',
      '—',
      'Open Mailroom',
      'Pause notifications',
      'Quit',
    ])
  })

  it('says what of writes at Litemail waits, and leads there', () => {
    const waiting = { ...usual, attention: { writes: 2, jobs: 1 } }
    expect(labels(waiting)).toEqual(
      expect.arrayContaining(['2 writes are not confirmed', 'A job waits for you']),
    )
    expect(at(waiting, '2 writes are not confirmed')).toMatchObject({ action: { does: 'see-attention' } })
    expect(labels({ ...usual, attention: null })).toEqual(labels(usual))
  })

  it('opens the messages of an address from a menu of its own, so that a click on the address still copies', () => {
    const recent = [{ id: '1', email: 'otter@ig.do', note: 'shop' }]
    expect(at({ ...usual, recent }, 'otter@ig.do – shop')).toMatchObject({
      action: { does: 'copy', id: '1' },
    })
    expect(at({ ...usual, recent }, 'Messages of')).toEqual({
      kind: 'menu',
      label: 'Messages of',
      items: [
        {
          kind: 'action',
          label: 'otter@ig.do – shop',
          action: { does: 'read-mail', id: '1', email: 'otter@ig.do' },
        },
      ],
    })
    expect(labels({ ...usual, recent: [] })).not.toContain('Messages of')
  })

  it.each([
    ['copied', created('created', true)],
    ['not copied', created('created', false)],
    ['not confirmed', created('unconfirmed', false)],
    ['not created', { ok: false, error: { kind: 'quota', message: 'You have reached it.' } } as const],
  ])('says how the last one ended, %s, in the words of every place, until it was seen', (_, ending) => {
    const [first] = trayMenu({ ...usual, unseen: unseenOfOne(ending) })
    expect(first).toEqual({
      kind: 'action',
      label: endingWords(ending).words,
      action: { does: 'see-ending' },
    })
    expect(labels(usual)[0]).toBe('New address')
  })

  it('says how several ended, counted, and leads to them', () => {
    const first = (batch: Batch) => trayMenu({ ...usual, unseen: unseenOfSeveral(batch) })[0]
    const action = { does: 'see-ending' }
    expect(first(several('created'))).toMatchObject({ label: 'Copied 2 addresses.', action })
    expect(first(several('not-created'))).toMatchObject({
      label: '1 created and copied, 1 not created.',
      action,
    })
  })

  it('offers the last five addresses, and a press copies that one', () => {
    const recent = Array.from({ length: 7 }, (_, n) => ({ id: `${n}`, email: `n${n}@ig.do`, note: '' }))
    expect(labels({ ...usual, recent }).filter((label) => label.includes('@'))).toEqual(
      [0, 1, 2, 3, 4].map((n) => `n${n}@ig.do`),
    )
    expect(at({ ...usual, recent }, 'n3@ig.do')).toMatchObject({ action: { does: 'copy', id: '3' } })
  })

  it('cuts a note, and lets none break the line or turn what stands before it', () => {
    const note = `\u202emoc.knab@eman\u202c\nsecond line ${'x'.repeat(80)}`
    const recent = [{ id: '1', email: 'otter@ig.do', note }]
    const [label = ''] = labels({ ...usual, recent }).filter((one) => one.includes('otter'))
    expect(label).toMatch(/^otter@ig\.do – moc\.knab@eman second line x+…$/)
    expect(label.length).toBeLessThan(70)
  })

  it('shows nothing as known that is not', () => {
    const unread = { recent: null, accounts: null, allowance: null, unconfirmed: null }
    expect(labels({ ...usual, ...unread }).join()).not.toMatch(/\d/)
    expect(labels({ ...usual, ...unread })).toEqual(
      expect.arrayContaining(['The last addresses could not be read', 'The accounts could not be read']),
    )
    expect(labels({ ...usual, allowance: null })).toContain('What is left this month could not be read')
  })

  it('says that a plan without a limit has none, and never less than nothing left', () => {
    const requests = { used: 9, limit: 5 }
    expect(labels({ ...usual, allowance: { requests, addresses: { made: 1200, limit: null } } })).toContain(
      'about 1,200 addresses made this month · about 0 of 5 requests this hour',
    )
  })

  it('says which account its lines are about where there are several', () => {
    const refused = { ...account, id: 'b', name: 'Home', isDefault: false, keyStanding: 'refused' } as const
    const state = { ...usual, accounts: [refused, account] }
    expect(labels(state)).toEqual(
      expect.arrayContaining(['Home: LikeDo refused the API key', expect.stringMatching(/^Work: 3 of 50/)]),
    )
    expect(at(state, 'Home: LikeDo refused the API key')).toMatchObject({ action: { does: 'see-accounts' } })
  })

  it('says that no account is connected, and leads to the window', () => {
    const label = 'No LikeDo account is connected'
    expect(at({ ...usual, accounts: [], allowance: null }, label)).toMatchObject({ action: { does: 'open' } })
  })

  it('creates nothing while nothing can be written down, and says why', () => {
    const state: TrayState = {
      ...usual,
      recent: null,
      accounts: null,
      storageProblem: { kind: 'storage', problem: 'locked' },
    }
    expect(at(state, 'New address')).toMatchObject({ isOff: true })
    expect(at(state, 'New address with…')).toMatchObject({ isOff: true })
    expect(labels(state)).toHaveLength(8)
  })

  it('tells of work, of doubt and of a server that was not reached', () => {
    expect(labels({ ...usual, underWay: 3, unconfirmed: 1, isReached: false })).toEqual(
      expect.arrayContaining([
        'Creating 3 addresses…',
        'An address is not confirmed',
        'LikeDo was not reached at the last attempt',
      ]),
    )
  })

  it('shows whether notifications are paused, and turns that', () => {
    expect(at(usual, 'Pause notifications')).toMatchObject({
      isOn: false,
      action: { does: 'pause', isPaused: true },
    })
    expect(at({ ...usual, isNotifying: false }, 'Pause notifications')).toMatchObject({
      isOn: true,
      action: { does: 'pause', isPaused: false },
    })
  })
})

describe('the tray’s icon', () => {
  const failure = { ok: false, error: { kind: 'no-account' } } as const
  it.each<[string, Partial<TrayState>, string]>([
    ['nothing to say', {}, 'normal'],
    ['an address that was copied', { unseen: unseenOfOne(created('created', true)) }, 'normal'],
    ['work under way', { underWay: 1 }, 'busy'],
    ['nobody reached', { isReached: false, underWay: 1 }, 'offline'],
    ['a failure nobody saw', { unseen: unseenOfOne(failure), isReached: false }, 'attention'],
    ['an unconfirmed ending nobody saw', { unseen: unseenOfOne(created('unconfirmed', false)) }, 'attention'],
    ['several that were all created', { unseen: unseenOfSeveral(several('created')) }, 'normal'],
    ['several that were not', { unseen: unseenOfSeveral(several('not-created')) }, 'attention'],
    ['a write that nobody could find out about', { attention: { writes: 1, jobs: 0 } }, 'attention'],
    ['a job that waits', { attention: { writes: 0, jobs: 1 } }, 'attention'],
    ['an unconfirmed row', { unconfirmed: 1, underWay: 1 }, 'attention'],
    ['a refused key', { accounts: [{ ...account, keyStanding: 'refused' }] }, 'attention'],
    ['data that cannot be used', { storageProblem: { kind: 'storage', problem: 'full' } }, 'attention'],
    ['what is unknown', { unconfirmed: null, accounts: null, allowance: null }, 'normal'],
  ])('says of %s', (_, part, look) => {
    expect(trayLook({ ...usual, ...part })).toBe(look)
  })
})
