import { describe, expect, it } from 'vitest'
import { readTriedReads, tryReads } from '../../../../src/main/actions/litemail/tryReads'
import { openReads, operationOf } from '../../../../src/shared/litemail/operations'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/world'
import { litemailLimits } from '../../../support/litemail/switches'

const here = litemailPerTest()
const attempt = (id: string) => tryReads(here.world.context, id)
const kept = async (id: string) => take(await readTriedReads(here.world.context, id))
const problems = async (id: string) =>
  Object.fromEntries(
    take(await attempt(id)).reads.map(({ operation, problem }) => [operation, problem?.kind ?? null]),
  )

describe('trying what answers', () => {
  it('asks each read that needs no id once, changes nothing, and is never too fast', async () => {
    here.litemail.configure({ limits: litemailLimits({ kind: 'sliding' }) })
    const { id } = await here.connected()
    const tried = take(await attempt(id))
    expect(tried.reads).toEqual(openReads.map((operation) => ({ operation, problem: null })))
    expect(here.litemail.requests.map(({ method }) => method)).not.toContain('POST')
    expect(new Set(here.litemail.requests.map(({ method }) => method))).toEqual(new Set(['GET']))
    const asked = here.litemail.requests.slice(1).map(({ path }) => path)
    expect([...asked].sort()).toEqual(openReads.map((read) => `/v1${operationOf(read).path}`).sort())
    expect(here.litemail.requests.filter(({ answered }) => answered?.status === 429)).toEqual([])
  })

  it('is remembered until it is tried again', async () => {
    const { id } = await here.connected()
    expect(await kept(id)).toBeNull()
    const tried = take(await attempt(id))
    expect(await kept(id)).toEqual(tried)
  })

  it('says of each read why it does not work, and takes none down with another', async () => {
    here.litemail.configure({
      paths: { 'tags.list': '404', 'domains.list': '405', 'webhooks.list': 'html' },
      acceptsOn: { 'subscriptions.list': 'jwt' },
    })
    here.litemail.next({ kind: 'answer', act: false, status: 403 }, { path: '/v1/wallet/balance' })
    const { id } = await here.connected()
    expect(await problems(id)).toEqual({
      ...Object.fromEntries(openReads.map((operation) => [operation, null])),
      'tags.list': 'no-such-path',
      'domains.list': 'no-such-path',
      'webhooks.list': 'bad-response',
      'subscriptions.list': 'operation-unauthorized',
      'wallet.balance': 'rejected',
    })
  })

  it.each(['404', '405', 'html'] as const)(
    'works where all guessed paths answer %s: what is documented is there',
    async (guessedPaths) => {
      here.litemail.configure({ guessedPaths })
      const { id } = await here.connected()
      const found = await problems(id)
      const working = Object.entries(found).filter(([, problem]) => problem === null)
      expect(working.map(([operation]) => operation).sort()).toEqual([
        'mailboxes.list',
        'subscriptions.list',
        'users.get',
      ])
    },
  )

  it('says what stands against all of them, and keeps what was found before', async () => {
    const { id } = await here.connected()
    const before = take(await attempt(id))
    here.litemail.goOffline()
    expect(await attempt(id)).toMatchObject({ ok: false, error: { kind: 'no-connection' } })
    expect(await kept(id)).toEqual(before)
    await here.litemail.comeBack()
    here.litemail.revokeKey(here.litemail.keys[0] ?? '')
    expect(await attempt(id)).toMatchObject({ ok: false, error: { kind: 'unauthorized' } })
    expect(await kept(id)).toEqual(before)
  })
})
