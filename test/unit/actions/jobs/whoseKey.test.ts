import { describe, expect, it } from 'vitest'
import { take } from '../../../support/actions/take'
import { saying, writingPerTest } from '../../../support/actions/writing'

const here = writingPerTest({ domains: 2, mailboxes: 3 })
const KEY = 'lm_live_another_000000000000001'

/** A job that rests behind its first row, and a key that took the place of its own and could not be tried. */
async function withUncheckedKey(belongsTo: 'same' | 'other') {
  const window = await here.ready()
  const [user] = take(await window.context.store.read('litemail.accounts'))
  if (belongsTo === 'other') here.litemail.addUser({ id: 'cm-other-user', keys: [KEY] })
  else here.litemail.addKey(user?.userId ?? '', KEY)
  await window.unlock('wallet.addBalance')
  const rows = here.litemail
    .holdings()
    .mailboxes.slice(0, 3)
    .map(({ id, workspaceId }) => ({ workspaceId, inputs: { id, firstName: 'Ada' } }))
  here.litemail.faults(({ method }) => (method === 'PUT' ? saying(402, { message: 'No money' }) : undefined))
  const { id } = await window.run('mailboxes.update', rows)
  here.litemail.faults(({ method }) =>
    method === 'GET' ? { kind: 'drop', when: 'before', how: 'reset' } : undefined,
  )
  const replaced = await window.calling.call('litemail.replaceKey', {
    ...{ id: window.accountId, key: KEY, authentication: 'api-key' },
    ...{ keyKept: 'keychain', whenUnreached: 'save-unchecked' },
  })
  expect(take(replaced).account.keyStanding).toBe('unchecked')
  here.litemail.clearFaults()
  here.litemail.forget()
  return { ...window, id }
}

describe('a key that nobody has accepted yet', () => {
  it('sends nothing where it is of another user: it is asked first whose it is', async () => {
    const { id, goOn, jobOf, plan, run } = await withUncheckedKey('other')
    await goOn(id)
    expect((await jobOf(id)).rest).toEqual({ why: 'problem', problem: { kind: 'other-user' } })
    const paid = await plan('wallet.addBalance', [{ workspaceId: '', inputs: { amount: 50 } }])
    if (paid.ok) await run('wallet.addBalance', [{ workspaceId: '', inputs: { amount: 50 } }])
    expect(here.writes()).toEqual([])
  })

  it('sends nothing where that cannot be asked, or is not said', async () => {
    const { id, goOn, jobOf } = await withUncheckedKey('same')
    here.litemail.faults(({ path }) =>
      path === '/v1/users' ? { kind: 'drop', when: 'before', how: 'reset' } : undefined,
    )
    await goOn(id)
    expect((await jobOf(id)).rest).toMatchObject({ why: 'problem', problem: { kind: 'connection-lost' } })
    here.litemail.clearFaults()
    here.litemail.configure({ paths: { 'users.get': '404' } })
    await goOn(id)
    expect((await jobOf(id)).rest).toMatchObject({ why: 'problem', problem: { kind: 'no-such-path' } })
    expect(here.writes()).toEqual([])
  })

  it('of the same user goes on, asked once', async () => {
    const { id, goOn, rowsOf } = await withUncheckedKey('same')
    await goOn(id)
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['refused', 'done', 'done'])
    expect(here.litemail.requests.filter(({ path }) => path === '/v1/users')).toHaveLength(1)
  })
})
