import { describe, expect, it } from 'vitest'
import { takeSnapshot } from '../../../../src/main/actions/choice'
import { copyFleet } from '../../../../src/main/actions/fleet/copyFleet'
import { mailboxesByAddress } from '../../../../src/shared/mailbox'
import { take } from '../../../support/actions/world'
import { domainFacts, mailboxFacts } from '../../store/fleetRows'
import { NOON } from '../../store/rows'
import { fleetWorldPerTest } from './fleetWorld'

const here = fleetWorldPerTest()

const idsOf = async (): Promise<string[]> =>
  take(await here.context.store.read('mailboxes.ids', { view: mailboxesByAddress, now: NOON }))

describe('copying mailboxes', () => {
  it('puts their addresses on the clipboard, one a line, in the order of the choice', async () => {
    await here.mailboxes(mailboxFacts('a'), mailboxFacts('b'), mailboxFacts('c'))
    const [a = '', b = '', c = ''] = await idsOf()
    const copied = await copyFleet(here.context, 'mailboxes', { ids: [c, a, b] })
    expect(copied).toEqual({ ok: true, value: { copied: 3, left: 0 } })
    expect(here.world.copied).toEqual(['c@acme.example\na@acme.example\nb@acme.example'])
  })

  it('takes what a view matched when it was chosen, and says how many are there no more', async () => {
    await here.mailboxes(mailboxFacts('a'), mailboxFacts('b'), mailboxFacts('c'))
    const ids = await here.context.store.read('mailboxes.ids', { view: mailboxesByAddress, now: NOON })
    const { snapshot } = take(takeSnapshot(here.context, ids))
    await here.mailboxes(mailboxFacts('aa'))
    const gone = { accountId: here.accountId, noun: 'mailboxes', serviceId: 'b', at: NOON } as const
    take(await here.context.store.write('fleet.markGone', gone))
    const copied = await copyFleet(here.context, 'mailboxes', { snapshot, except: [] })
    expect(copied).toEqual({ ok: true, value: { copied: 2, left: 1 } })
    expect(here.world.copied).toEqual(['a@acme.example\nc@acme.example'])
  })

  it('leaves the clipboard alone where none of them is there', async () => {
    const copied = await copyFleet(here.context, 'mailboxes', { ids: ['77'] })
    expect(copied).toEqual({ ok: false, error: { kind: 'not-found', what: 'mailbox' } })
    expect(here.world.copied).toEqual([])
  })

  it('says that the clipboard did not take them', async () => {
    await here.mailboxes(mailboxFacts('a'))
    here.world.isClipboardBroken = true
    const copied = await copyFleet(here.context, 'mailboxes', { ids: await idsOf() })
    expect(copied).toEqual({ ok: false, error: { kind: 'clipboard' } })
  })
})

describe('copying domains', () => {
  it('puts their names on the clipboard', async () => {
    await here.domains(domainFacts('a'), domainFacts('b'))
    const copied = await copyFleet(here.context, 'domains', { ids: ['2', '1', '3'] })
    expect(copied).toEqual({ ok: true, value: { copied: 2, left: 1 } })
    expect(here.world.copied).toEqual(['b.example\na.example'])
  })

  it('says that there is none', async () => {
    const copied = await copyFleet(here.context, 'domains', { ids: ['1'] })
    expect(copied).toEqual({ ok: false, error: { kind: 'not-found', what: 'domain' } })
  })
})
