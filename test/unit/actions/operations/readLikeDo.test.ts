import { expect, it } from 'vitest'
import { readApiPath } from '../../../../src/main/actions/apiPaths/readApiPaths'
import { readOperationAnswer } from '../../../../src/main/actions/operations/readAnswer'
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
