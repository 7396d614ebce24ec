import { expect, it } from 'vitest'
import { takeApiPaths } from '../../../../src/main/actions/apiPaths/changeApiPaths'
import { mapOf } from '../../../../src/main/actions/apiPaths/mapOf'
import { judgeUnasked } from '../../../../src/main/actions/apiPaths/noteAnswer'
import { readApiPath } from '../../../../src/main/actions/apiPaths/readApiPaths'
import { readOperationAnswer } from '../../../../src/main/actions/operations/readAnswer'
import { tableMap } from '../../../../src/main/rules/apiMap'
import { likedoOperationOf } from '../../../../src/shared/likedo/operations'
import type { FilledInputs } from '../../../../src/shared/operationAnswer'
import { take } from '../../../support/actions/world'
import { worldPerTest } from '../../../support/actions/worldPerTest'
import { DEFAULT_KEY } from '../../../support/likedo/server'

const here = worldPerTest()

const read = async (accountId: string, operation: string, inputs: FilledInputs = {}) =>
  readOperationAnswer(here.world.context, new Map(), { accountId, operation, workspaceId: '', inputs })

it('LikeDo’s lists are read as tables, and nothing of its messages is written down', async () => {
  const account = await here.world.connect(here.likedo.origin)
  const email = 'tickets.one@ig.do'
  here.likedo.hold(DEFAULT_KEY, email)
  here.likedo.deliver(email, { subject: 'Your code is 482913' })
  const addresses = take(await read(account.id, 'addresses.list', { pageSize: 5 }))
  expect(JSON.stringify(addresses.answer.rows)).toContain(email)
  expect(here.likedo.requests.at(-1)).toMatchObject({ method: 'GET', target: '/api/v1/emails?pageSize=5' })

  const inputs = { email }
  const messages = take(await read(account.id, 'messages.list', inputs))
  expect(messages.json).toContain('Your code is 482913')
  const { store } = here.world.context
  for (const operation of ['messages.list', 'addresses.list']) {
    const asked = { accountId: account.id, operation, workspaceId: '', inputs }
    expect(take(await store.read('operations.keptAnswer', asked))).toBeNull()
  }
  expect(take(await readApiPath(here.world.context, account.id, 'messages.list'))).toMatchObject({
    standing: 'worked',
  })
})

it('an address is not made from here', async () => {
  const account = await here.world.connect(here.likedo.origin)
  const before = here.posts().length
  expect(await read(account.id, 'addresses.create', { email: 'a@ig.do' })).toEqual({
    ok: false,
    error: { kind: 'forbidden' },
  })
  expect(here.posts().length).toBe(before)
})

it.each([
  ['messages.list', { email: 'tickets.one@ig.do' }, { hello: 'there' }],
  ['addresses.list', {}, [{ address: 'hello there' }]],
])(
  'what no list of Mailroom’s can be drawn from is shown, says so, and does not count as working: %s',
  async (operation, inputs, data) => {
    const { id } = await here.world.connect(here.likedo.origin)
    here.likedo.faults(({ method }) =>
      method === 'GET'
        ? {
            ...{ kind: 'answer', act: false, status: 200, headers: { 'content-type': 'application/json' } },
            body: JSON.stringify({ success: true, data }),
          }
        : undefined,
    )
    const shown = take(await read(id, operation, inputs))
    expect(shown.json).toContain('hello')
    expect(shown.problem).toMatchObject({ kind: 'bad-response', operation })
    const row = take(await readApiPath(here.world.context, id, operation))
    expect(row).toMatchObject({ workedAt: null, last: { problem: { kind: 'bad-response' } } })
  },
)

it('a POST that is said to only read is not proven by an answer that is no inbox', async () => {
  const { id: accountId } = await here.world.connect(here.likedo.origin)
  here.likedo.faults(() => ({
    ...{ kind: 'answer', act: false, status: 200, headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ success: true, data: { sent: true } }),
  }))
  const table = tableMap(likedoOperationOf('messages.list'))
  const map = { ...table, method: 'POST' as const, isReadingPost: true }
  const changes = [{ operation: 'messages.list', map }]
  take(await takeApiPaths(here.world.context, { accountId, source: 'hand', changes }))
  take(await read(accountId, 'messages.list', { email: 'tickets.one@ig.do' }))
  const asked = take(await mapOf(here.world.context, accountId, likedoOperationOf('messages.list')))
  expect(await judgeUnasked(here.world.context, accountId, 'messages.list', asked)).toMatchObject({
    error: { kind: 'unproven' },
  })
})
