import { describe, expect, it } from 'vitest'
import { readOperation } from '../../../../src/main/actions/litemail/readOperation'
import { tryReads } from '../../../../src/main/actions/litemail/tryReads'
import type { Exchange } from '../../../../src/main/upstream/exchange'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { findIn, wantedOf } from '../../../support/canary/search'
import { LITEMAIL_CANARY } from '../../../support/litemail/records'
import { LITEMAIL_KEY } from '../../../support/litemail/server'

const here = litemailPerTest()
const WISH = { pace: 'window', waitMs: 10_000, timeoutMs: 5_000 } as const
const shapes = ['array', 'paged', 'by-domain'] as const

/** What comes out of a read, beside what the service sent. */
async function readAll(mailboxes: (typeof shapes)[number]) {
  here.litemail.configure({ shapes: { mailboxes, hasCredentialsInList: true } })
  const account = await here.connected()
  const sent: Exchange[] = []
  const context = {
    ...here.world.context,
    transport: async (request: Parameters<typeof here.world.context.transport>[0]) => {
      const exchange = await here.world.context.transport(request)
      sent.push(exchange)
      return exchange
    },
  }
  const [mailbox] = here.litemail.holdings().mailboxes
  const [domain] = here.litemail.holdings().domains
  const brought = [
    await readOperation(context, account, 'users.get', WISH),
    await readOperation(context, account, 'workspaces.list', WISH),
    await readOperation(context, account, 'mailboxes.list', WISH),
    await readOperation(context, account, 'mailboxes.get', { ...WISH, inputs: { id: mailbox?.id ?? '' } }),
    await readOperation(context, account, 'domains.list', WISH),
    await readOperation(context, account, 'domains.get', { ...WISH, inputs: { id: domain?.id ?? '' } }),
    await readOperation(context, account, 'subscriptions.list', WISH),
    await readOperation(context, account, 'wallet.balance', WISH),
    await readOperation(context, account, 'tags.list', WISH),
    await tryReads(context, account.id),
  ]
  return { brought, sent }
}

describe('a secret in an answer of Litemail', () => {
  it.each(shapes)('does not come out of any read (mailboxes as %s)', async (shape) => {
    const wanted = wantedOf(LITEMAIL_CANARY)
    const { brought, sent } = await readAll(shape)
    expect(brought.map(({ ok }) => ok)).toEqual(brought.map(() => true))
    // The service did send it, or nothing were shown by this.
    expect(findIn(wanted, JSON.stringify(sent)).length).toBeGreaterThan(0)
    expect(findIn(wanted, JSON.stringify(brought))).toEqual([])
    const tried = await here.world.context.store.read('litemail.tried', (await here.accounts())[0]?.id ?? '')
    expect(findIn(wanted, JSON.stringify(tried))).toEqual([])
  })
})

describe('a key that a service quotes', () => {
  it.each([401, 403, 404, 422])('does not come out of its refusal (%i)', async (status) => {
    const account = await here.connected()
    const body = JSON.stringify({ status, message: `No such key: ${LITEMAIL_KEY}`, key: LITEMAIL_KEY })
    here.litemail.next({ kind: 'answer', act: false, status, body }, { times: 'always' })
    const answer = await readOperation(here.world.context, account, 'domains.list', WISH)
    expect(answer.ok).toBe(false)
    expect(JSON.stringify(answer)).not.toContain(LITEMAIL_KEY)
  })
})
