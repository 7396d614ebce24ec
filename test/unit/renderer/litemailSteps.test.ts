import { beforeEach, describe, expect, it, vi } from 'vitest'
import { usePlace } from '../../../src/renderer/state/app'
import { stepContextOf } from '../../../src/renderer/state/notices'
import { takeStep } from '../../../src/renderer/state/steps'
import { explain } from '../../../src/shared/text/errors'
import { stepsBeside } from '../../../src/shared/text/explanation'

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

  it('opens how the operation of that account is asked, with the keyboard there', () => {
    const error = { kind: 'no-such-path', operation: 'domains.list', status: 404 } as const
    const { next } = explain(error, 'litemail')
    takeStep(next, stepContextOf(error, { service: 'litemail', accountId: 'a' }))
    expect(place()).toMatchObject({
      screen: 'operations',
      operations: {
        ...{ accountId: 'a', part: 'paths', operation: 'domains.list' },
        wanted: { operation: 'domains.list' },
      },
    })
  })

  it('opens the inbox’s path at LikeDo, and for creating has it beside the other path', () => {
    const error = { kind: 'no-such-path', operation: 'messages.list', status: 404 } as const
    takeStep(explain(error).next, stepContextOf(error, { accountId: 'b' }))
    expect(place().operations).toMatchObject({ accountId: 'b', operation: 'messages.list' })
    const { next } = explain({ ...error, operation: 'addresses.create' })
    expect([next, stepsBeside[next]]).toEqual(['try-other-path', 'fix-path'])
  })

  it('still leads to LikeDo’s key without a word about the service', () => {
    takeStep('replace-key', { accountId: 'b' })
    expect(place().dialog).toEqual({ kind: 'replace-key', accountId: 'b' })
  })
})
