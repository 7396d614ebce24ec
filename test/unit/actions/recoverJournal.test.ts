import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { recoverJournal, settleUnconfirmed } from '../../../src/main/actions/recoverJournal'
import { sendWaiting } from '../../../src/main/actions/waitingAddress'
import { take } from '../../support/actions/world'
import { worldPerTest } from '../../support/actions/worldPerTest'

const here = worldPerTest()

/** A press that was written down by a process which ended before its turn. */
async function leavePlanned(accountId: string): Promise<string> {
  const id = randomUUID()
  take(
    await here.world.context.store.write('journal.plan', {
      id,
      requestId: randomUUID(),
      accountId,
      keyGeneration: 1,
      email: 'left.behind@ig.do',
      drawnBits: 0,
      tag: null,
      note: '',
      via: 'window',
      plannedAt: Date.now(),
    }),
  )
  return id
}

async function start(): Promise<void> {
  take(await recoverJournal(here.world.context))
  await settleUnconfirmed(here.world.context)
}

describe('a start', () => {
  it('sends nothing that was only written down: it waits for its user', async () => {
    const account = await here.world.connect(here.likedo.origin)
    const id = await leavePlanned(account.id)
    await start()
    // A sending that the start had begun in the background would stand in the journal by now.
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(here.posts()).toEqual([])
    expect(await here.listed()).toMatchObject([{ id, state: 'waiting' }])
  })

  it('leaves it to its user to send what waits', async () => {
    const account = await here.world.connect(here.likedo.origin)
    const id = await leavePlanned(account.id)
    await start()
    take(await sendWaiting(here.world.context, id))
    expect(here.held()).toEqual(['left.behind@ig.do'])
  })
})

describe('what waits and is to be sent', () => {
  it('goes on waiting where Mailroom ends before its turn', async () => {
    const account = await here.world.connect(here.likedo.origin)
    const id = await leavePlanned(account.id)
    const sending = sendWaiting(here.world.context, id)
    here.world.context.line.close()
    expect(await sending).toEqual({ ok: false, error: { kind: 'interrupted' } })
    expect(here.posts()).toEqual([])
    expect(await here.listed()).toMatchObject([{ id, state: 'waiting' }])
  })

  it('says how it ended where somebody else has sent it before its turn', async () => {
    const account = await here.world.connect(here.likedo.origin)
    const { store, line } = here.world.context
    const id = await leavePlanned(account.id)
    let sending: ReturnType<typeof sendWaiting> | undefined
    await line.waitAside(account.id, async () => {
      sending = sendWaiting(here.world.context, id)
      take(await store.write('journal.startSending', { id, at: Date.now() }))
      const settlement = {
        state: 'done',
        at: Date.now(),
        evidence: 'answer',
        serviceId: null,
        createdAt: null,
      } as const
      take(await store.write('journal.settle', { id, settlement }))
    })
    expect(await sending).toMatchObject({ ok: true, value: { id, state: 'created', isCopied: false } })
    expect(here.posts()).toEqual([])
  })
})
