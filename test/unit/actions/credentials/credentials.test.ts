import { describe, expect, it } from 'vitest'
import { changeSettings } from '../../../../src/main/actions/changeSettings'
import { copyCredential } from '../../../../src/main/actions/credentials/copyCredential'
import {
  hideCredentials,
  revealCredentials,
} from '../../../../src/main/actions/credentials/revealCredentials'
import { readOperation } from '../../../../src/main/actions/litemail/readOperation'
import { removeLitemail } from '../../../../src/main/actions/litemail/removeLitemail'
import { codesUntil, readSeed } from '../../../../src/main/rules/totp'
import { err } from '../../../../src/shared/result'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/take'
import { findIn, wantedOf } from '../../../support/canary/search'
import { LITEMAIL_CANARY } from '../../../support/litemail/records'
import { aPart } from '../../store/fleetRows'

const here = litemailPerTest()
const WISH = { pace: 'window', waitMs: 10_000, timeoutMs: 5_000 } as const
const context = () => here.world.context

/** The mailboxes of the service, read; the first two of them, as listed and as the service holds them. */
async function readMailboxes() {
  const account = await here.connected()
  const { rows } = take(await readOperation(context(), account, 'mailboxes.list', WISH))
  const part = aPart({ accountId: account.id, noun: 'mailboxes', workspaceId: '' }, { at: 1 })
  take(
    await context().store.write('fleet.take', { part, taken: { noun: 'mailboxes', rows }, pass: 1, at: 1 }),
  )
  const ids = take(await context().store.read('mailboxes.several', ['1', '2']))
  const held = here.litemail.holdings().mailboxes
  return ids.map((listed) => {
    const own = held.find(({ id }) => id === listed.serviceId)
    if (own === undefined) throw new Error('a mailbox that the service does not hold')
    return { listed, held: own }
  })
}
const firstOf = async () => {
  const [first, second] = await readMailboxes()
  if (first === undefined || second === undefined) throw new Error('two mailboxes at least')
  return { ...first, other: second }
}
const activity = async () => take(await context().store.read('activity.list', { offset: 0, limit: 50 })).rows
const asked = () => here.asked().filter((line) => /mailboxes\/./.test(line)).length
const HIDDEN = (why: string) => ({ ok: false, error: { kind: 'hidden', why } })

describe('showing credentials', () => {
  it('tells what the service holds, with the codes of the moments and never their seed', async () => {
    const { listed, held } = await firstOf()
    const shown = take(await revealCredentials(context(), listed.id))
    const seed = readSeed(held.secret)
    if (!seed.ok || shown.code.kind !== 'code') throw new Error('a code was expected')
    expect(shown).toMatchObject({ password: held.password, appPassword: held.appPassword })
    // Those that follow are told with it: nothing has to cross again for them.
    expect(shown.code).toEqual(codesUntil(seed.value, shown.code.endsAt - 1, shown.until))
    expect(JSON.stringify(shown)).not.toContain(held.secret)
    expect(shown.until - Date.now()).toBeGreaterThan(29_000)
    expect(shown.until - Date.now()).toBeLessThanOrEqual(30_000)
  })

  it('is written down once, and asked for once, however often it is told from memory', async () => {
    const { listed } = await firstOf()
    const first = take(await revealCredentials(context(), listed.id))
    const again = take(await revealCredentials(context(), listed.id))
    expect(again.until).toBe(first.until)
    expect(asked()).toBe(1)
    expect(await activity()).toMatchObject([
      { kind: 'credentials.show', what: null, email: listed.email, accountId: listed.accountId },
    ])
  })

  it('is refused while what is sensitive is hidden, and what is shown goes with it', async () => {
    const { listed } = await firstOf()
    take(await revealCredentials(context(), listed.id))
    take(await changeSettings(context(), { isSensitiveHidden: true }))
    expect(context().shown.current()).toBeNull()
    expect(here.world.changed).toContain('credentials')
    expect(await revealCredentials(context(), listed.id)).toMatchObject(HIDDEN('sensitive'))
    expect(await copyCredential(context(), { id: listed.id, what: 'password' })).toMatchObject(
      HIDDEN('sensitive'),
    )
    expect(asked()).toBe(1)
  })

  it('ends with the account, also where it is still being asked for', async () => {
    const { listed } = await firstOf()
    take(await revealCredentials(context(), listed.id))
    const asking = context().shown.show('another', async (isWanted) => {
      take(await removeLitemail(context(), listed.accountId))
      return isWanted() ? err({ kind: 'not-found', what: 'mailbox' }) : err({ kind: 'hidden', why: 'passed' })
    })
    expect(await asking).toMatchObject(HIDDEN('passed'))
    expect(context().shown.current()).toBeNull()
  })

  it('shows nothing that something hid while the service was asked, and writes nothing down', async () => {
    const { listed, held } = await firstOf()
    const path = `/v1/mailboxes/${held.id}`
    here.litemail.next({ kind: 'hold', at: 'acted' }, { path })
    const showing = revealCredentials(context(), listed.id)
    await here.litemail.when('acted', { path })
    hideCredentials(context())
    here.litemail.release()
    expect(await showing).toMatchObject(HIDDEN('passed'))
    expect(await activity()).toEqual([])
  })

  it('shows nothing where it cannot be written down', async () => {
    const { listed } = await firstOf()
    const full = { ok: false, error: { kind: 'storage', problem: 'full' } } as const
    const store = { ...context().store, write: async () => full }
    expect(await revealCredentials({ ...context(), store }, listed.id)).toEqual(full)
    expect(context().shown.current()).toBeNull()
  })

  it('says that the service told none, and writes nothing down for it', async () => {
    const { listed, held } = await firstOf()
    here.litemail.changeMailbox(held.id, { password: '', appPassword: '', secret: '' })
    expect(take(await revealCredentials(context(), listed.id))).toMatchObject({
      ...{ password: null, appPassword: null, code: { kind: 'none' } },
    })
    expect(await activity()).toEqual([])
  })

  it('says why a seed gives no code', async () => {
    const { listed, held } = await firstOf()
    here.litemail.changeMailbox(held.id, { secret: 'not a seed!' })
    expect(take(await revealCredentials(context(), listed.id)).code).toEqual({
      ...{ kind: 'unreadable', problem: 'not-base32' },
    })
  })

  it('tells a failure without what was asked for', async () => {
    const { listed, held } = await firstOf()
    for (const status of [404, 401, 500, 200]) {
      const body = status === 200 ? `{"data":{"password":"${LITEMAIL_CANARY.key}` : '{}'
      here.litemail.next(
        { kind: 'answer', act: false, status, body },
        { path: `/v1/mailboxes/${held.id}`, times: status === 500 ? 3 : 1 },
      )
      const answer = await revealCredentials(context(), listed.id)
      expect(answer.ok).toBe(false)
      expect(JSON.stringify(answer)).not.toContain(LITEMAIL_CANARY.key)
    }
  })
})

describe('copying a credential', () => {
  it.each([
    ['password', 'password'],
    ['app-password', 'appPassword'],
  ] as const)('puts the %s on the clipboard and writes that down', async (what, name) => {
    const { listed, held } = await firstOf()
    take(await revealCredentials(context(), listed.id))
    take(await copyCredential(context(), { id: listed.id, what }))
    expect(here.world.secretCopied).toBe(held[name])
    expect((await activity())[0]).toMatchObject({ kind: 'credentials.copy', what, email: listed.email })
  })

  it('copies the code of the moment', async () => {
    const { listed } = await firstOf()
    take(await revealCredentials(context(), listed.id))
    take(await copyCredential(context(), { id: listed.id, what: 'code' }))
    expect(here.world.secretCopied).toMatch(/^\d{6}$/)
  })

  it('copies nothing that is not shown', async () => {
    const { listed, other } = await firstOf()
    expect(await copyCredential(context(), { id: listed.id, what: 'password' })).toMatchObject(
      HIDDEN('passed'),
    )
    take(await revealCredentials(context(), other.listed.id))
    expect(await copyCredential(context(), { id: listed.id, what: 'password' })).toMatchObject(
      HIDDEN('passed'),
    )
    expect(here.world.secretCopied).toBeNull()
  })

  it('takes off again what cannot be written down', async () => {
    const { listed } = await firstOf()
    take(await revealCredentials(context(), listed.id))
    const full = { ok: false, error: { kind: 'storage', problem: 'full' } } as const
    const store = { ...context().store, write: async () => full }
    expect(await copyCredential({ ...context(), store }, { id: listed.id, what: 'password' })).toEqual(full)
    expect(here.world.secretCopied).toBeNull()
  })

  it('writes nothing down where the clipboard took nothing', async () => {
    const { listed } = await firstOf()
    take(await revealCredentials(context(), listed.id))
    here.world.isClipboardBroken = true
    expect(await copyCredential(context(), { id: listed.id, what: 'password' })).toMatchObject({ ok: false })
    expect(await activity()).toHaveLength(1)
  })
})

it('no credential is in Activity, diagnostics or anything else that is stored', async () => {
  const { listed } = await firstOf()
  take(await revealCredentials(context(), listed.id))
  for (const what of ['password', 'app-password', 'code'] as const)
    take(await copyCredential(context(), { id: listed.id, what }))
  const stored = [
    await activity(),
    take(await context().store.read('operations.answers', listed.accountId)),
    take(await context().store.read('mailboxes.get', listed.id)),
  ]
  expect(stored[0]).toHaveLength(4)
  expect(findIn(wantedOf(LITEMAIL_CANARY), JSON.stringify(stored))).toEqual([])
})
