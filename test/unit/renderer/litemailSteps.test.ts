import { beforeEach, describe, expect, it, vi } from 'vitest'
import { usePlace } from '../../../src/renderer/state/app'
import { takeStep } from '../../../src/renderer/state/steps'

const place = () => usePlace.getState()

describe('The next step after a failure at Litemail', () => {
  beforeEach(() =>
    usePlace.setState({ screen: 'mailboxes', section: 'data', dialog: null, wantedAccount: null }),
  )

  it('replaces the key of that account, not of one at LikeDo', () => {
    takeStep('replace-key', { service: 'litemail', accountId: 'a' })
    expect(place().dialog).toEqual({ kind: 'replace-litemail-key', accountId: 'a' })
  })

  it('takes a key until Mailroom quits for that account', () => {
    takeStep('use-until-quit', { service: 'litemail', accountId: 'a' })
    expect(place().dialog).toEqual({ kind: 'replace-litemail-key', accountId: 'a' })
  })

  it('connects an account where it is not known which one it was', () => {
    takeStep('replace-key', { service: 'litemail' })
    expect(place().dialog).toEqual({ kind: 'connect-litemail' })
    takeStep('connect-litemail', {})
    expect(place().dialog).toEqual({ kind: 'connect-litemail' })
  })

  it('shows that account in the settings', () => {
    takeStep('open-account', { service: 'litemail', accountId: 'a' })
    expect(place()).toMatchObject({
      screen: 'settings',
      section: 'accounts',
      wantedAccount: { accountId: 'a' },
    })
  })

  it('does the same again', () => {
    const redo = vi.fn()
    takeStep('try-again', { service: 'litemail', accountId: 'a', redo })
    expect(redo).toHaveBeenCalledOnce()
  })

  it('still leads to LikeDo’s key without a word about the service', () => {
    takeStep('replace-key', { accountId: 'b' })
    expect(place().dialog).toEqual({ kind: 'replace-key', accountId: 'b' })
  })
})
