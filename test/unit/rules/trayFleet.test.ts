import { describe, expect, it } from 'vitest'
import { type TrayFleet, type TrayState, trayLook, trayMenu } from '../../../src/main/rules/trayMenu'
import { now, part, refused, status, unreachable } from '../text/fleetExamples'

const account = { id: 'a', name: 'Agency', keyStanding: 'accepted' } as const
const read: TrayFleet = { accounts: [account], status: status([part({ kept: 12_000 })]), now }
const state = (fleet: TrayFleet | null): TrayState => ({
  unseen: null,
  underWay: 0,
  recent: [],
  accounts: [{ id: 'l', name: 'LikeDo', isDefault: true, keyStanding: 'accepted' }],
  allowance: null,
  unconfirmed: 0,
  attention: { writes: 0, jobs: 0 },
  isReached: true,
  fleet,
  isNotifying: true,
  storageProblem: null,
})
const labels = (fleet: TrayFleet | null) =>
  trayMenu(state(fleet)).flatMap((item) => (item.kind === 'rule' ? [] : [item.label]))
const at = (fleet: TrayFleet, label: string) =>
  trayMenu(state(fleet)).find((item) => item.kind !== 'rule' && item.label === label)

describe('the fleet in the tray', () => {
  it('is a line that leads to the overview', () => {
    expect(at(read, '12,000 mailboxes · updated 5 min ago')).toMatchObject({ action: { does: 'see-fleet' } })
    expect(trayLook(state(read))).toBe('normal')
  })

  it('is not there without an account', () => {
    expect(labels(null).join()).not.toMatch(/mailbox|Litemail/i)
  })

  it('says that it could not be read, without a figure', () => {
    expect(labels({ ...read, status: null })).toContain('What was read from Litemail could not be read')
  })

  it('asks for nothing while the service is away or a list fails', () => {
    const away = { ...read, status: status([part({ problem: unreachable })], ['a']) }
    expect(labels(away)).toContain('4,000 mailboxes · offline. As of Tue 18 Nov 14:02')
    const failing = { ...read, status: status([part(), part({ noun: 'tags', problem: unreachable })]) }
    expect(labels(failing)).toContain('4,000 mailboxes · 1 part failing')
    expect([trayLook(state(away)), trayLook(state(failing))]).toEqual(['normal', 'normal'])
  })

  it('asks for the user where a key was refused, and leads to the accounts', () => {
    const accounts = [{ ...account, keyStanding: 'refused' as const }]
    const fleet = { ...read, accounts, status: status([part({ problem: refused })]) }
    expect(at(fleet, 'Agency: Litemail refused the key')).toMatchObject({ action: { does: 'see-accounts' } })
    expect(trayLook(state(fleet))).toBe('attention')
  })

  it('asks for the user where much is missing', () => {
    const fleet = { ...read, status: status([part({ doubt: { gone: 900, known: 4_000 } })]) }
    expect(at(fleet, 'Many rows are missing at Litemail: were they removed?')).toMatchObject({
      action: { does: 'see-fleet' },
    })
    expect(trayLook(state(fleet))).toBe('attention')
  })

  it('says nothing while Mailroom’s own data cannot be used', () => {
    const broken = { ...state(read), storageProblem: { kind: 'storage', problem: 'full' } } as const
    expect(
      trayMenu(broken)
        .map((item) => (item.kind === 'rule' ? '' : item.label))
        .join(),
    ).not.toContain('mailboxes')
  })
})
