import { describe, expect, it } from 'vitest'
import { resetApiPaths, takeApiPaths } from '../../../../src/main/actions/apiPaths/changeApiPaths'
import { readApiPath } from '../../../../src/main/actions/apiPaths/readApiPaths'
import type { AnswerLinks } from '../../../../src/main/actions/operations/answerLinks'
import {
  findAnswerPage,
  readKeptAnswer,
  readOperationAnswer,
} from '../../../../src/main/actions/operations/readAnswer'
import { saveOperationView } from '../../../../src/main/actions/operations/saveView'
import { tableMap } from '../../../../src/main/rules/apiMap'
import { openReads, operationOf, operations } from '../../../../src/shared/litemail/operations'
import type { AskedOperation } from '../../../../src/shared/operationAnswer'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/world'

const here = litemailPerTest()
const links: AnswerLinks = new Map()

const asked = async (operation: string, change: Partial<AskedOperation> = {}): Promise<AskedOperation> => {
  const [known] = await here.accounts()
  const { id: accountId } = known ?? (await here.connected())
  return { accountId, operation, workspaceId: '', inputs: {}, ...change }
}
const read = async (operation: string, change: Partial<AskedOperation> = {}) =>
  readOperationAnswer(here.world.context, links, await asked(operation, change))
const kept = async (operation: string, change: Partial<AskedOperation> = {}) =>
  take(await here.world.context.store.read('operations.keptAnswer', await asked(operation, change)))
const standing = async (operation: string) => {
  const { accountId } = await asked(operation)
  return take(await readApiPath(here.world.context, accountId, operation))
}
const answering = (path: string, body: unknown, status = 200) =>
  here.litemail.faults((request) =>
    request.path === path
      ? {
          ...{ kind: 'answer', act: false, status, headers: { 'content-type': 'application/json' } },
          body: JSON.stringify(body),
        }
      : undefined,
  )

describe('an operation that only reads', () => {
  it('is asked as it is filled in, shown as a table and as JSON, kept, and known to work', async () => {
    const wish = { inputs: { page: 1, limit: 20 } }
    const shown = take(await read('tags.list', wish))
    expect(here.litemail.requests.at(-1)).toMatchObject({ method: 'GET', target: '/v1/tags?page=1&limit=20' })
    expect(shown.answer.columns).toEqual(['id', 'name', 'color'])
    expect(shown.answer.rows.length).toBeGreaterThan(0)
    expect(JSON.parse(shown.json)).toMatchObject({ data: expect.any(Array) })
    const { link, askedSince, ...answer } = shown
    expect({ link, askedSince }).toEqual({ link: null, askedSince: null })
    expect(await kept('tags.list', wish)).toEqual(answer)
    expect(await standing('tags.list')).toMatchObject({ standing: 'worked' })
  })

  it('is asked of the workspace that was chosen', async () => {
    const { workspaces } = here.litemail.holdings()
    const workspaceId = workspaces[1]?.id ?? ''
    take(await read('tags.list', { workspaceId }))
    expect(here.litemail.requests.at(-1)?.headers['x-workspace-key']).toBe(workspaceId)
    expect(await kept('tags.list')).toBeNull()
  })

  it('answers with a table, each that needs nothing to be known', { timeout: 30_000 }, async () => {
    for (const operation of openReads) {
      const shown = take(await read(operation))
      expect(shown.problem, operation).toBeNull()
      expect(shown.answer.rows.length + shown.answer.beside.length, operation).toBeGreaterThan(0)
    }
  })

  it('brings nothing that opens something: neither to the window nor to the disk', async () => {
    const cloudflare = take(await read('cloudflare.get'))
    expect(cloudflare.answer.columns).toEqual(['id', 'name', 'status', 'isConnected'])
    const [mailbox] = here.litemail.holdings().mailboxes
    const inputs = { id: mailbox?.id ?? '' }
    const details = take(await read('mailboxes.get', { inputs }))
    const everything = JSON.stringify([
      ...[cloudflare, details, take(await read('mailboxes.list'))],
      ...[
        await kept('cloudflare.get'),
        await kept('mailboxes.get', { inputs }),
        await kept('mailboxes.list'),
      ],
    ])
    expect(everything).toContain(inputs.id)
    for (const secret of [
      mailbox?.password,
      mailbox?.appPassword,
      mailbox?.secret,
      'cf-QWZKM4TR7XH2VNDBLP5YJC3GSE6UAF2K-1',
    ]) {
      expect(secret).toMatch(/.{6}/)
      expect(everything).not.toContain(secret)
    }
  })

  it('keeps the last answer where the next one does not come', async () => {
    const before = take(await read('webhooks.list'))
    answering('/v1/webhooks', { message: 'Cannot GET /v1/webhooks' }, 404)
    expect(await read('webhooks.list')).toMatchObject({
      error: { kind: 'no-such-path', operation: 'webhooks.list' },
    })
    expect(await kept('webhooks.list')).toMatchObject({ at: before.at })
    expect(await standing('webhooks.list')).toMatchObject({ last: { problem: { kind: 'no-such-path' } } })
  })

  it('shows what no list of Mailroom’s can be drawn from, says so, and does not count as working', async () => {
    answering('/v1/tags', { data: [{ label: 'warm' }] })
    const shown = take(await read('tags.list'))
    expect(shown.answer).toMatchObject({ columns: ['label'], rows: [['"warm"']] })
    expect(shown.problem).toMatchObject({ kind: 'bad-response', operation: 'tags.list' })
    expect(await standing('tags.list')).toMatchObject({ standing: 'guessed' })
  })

  it('is asked as its account’s user has it asked', async () => {
    const { accountId } = await asked('placement.list')
    answering('/v1/inbox-tests', { data: [{ id: 'p1' }, { id: 'p2' }] })
    const map = { ...tableMap(operationOf('placement.list')), path: '/inbox-tests' }
    const changes = [{ operation: 'placement.list', map }]
    take(await takeApiPaths(here.world.context, { accountId, source: 'curl', changes }))
    const shown = take(await read('placement.list'))
    expect(shown.answer.rows).toEqual([['"p1"'], ['"p2"']])
    // Since when it is asked so, stands with the answer: one to another way says nothing about this one.
    const told = take(await readKeptAnswer(here.world.context, await asked('placement.list')))
    expect([shown.askedSince, told?.askedSince]).toEqual([expect.any(Number), shown.askedSince])
    take(await resetApiPaths(here.world.context, { accountId, operation: null }))
    expect(take(await readKeptAnswer(here.world.context, await asked('placement.list')))).toBeNull()
  })
})

describe('an answer with two lists', () => {
  it('has its rows where its user says that they stand, and is there again the next time', async () => {
    const { accountId } = await asked('placement.list')
    const body = { data: { folders: [{ id: 'f1' }], tests: [{ id: 'p1' }, { id: 'p2' }] } }
    answering('/v1/placement-tests', body)
    // Neither list is more the answer than the other one.
    expect(take(await read('placement.list')).answer.columns).toEqual(['folders', 'tests'])
    const map = { ...tableMap(operationOf('placement.list')), rows: 'data.tests' }
    const changes = [{ operation: 'placement.list', map }]
    take(await takeApiPaths(here.world.context, { accountId, source: 'hand', changes }))
    const shown = take(await read('placement.list'))
    expect(shown.answer).toMatchObject({
      ...{ columns: ['id'], rows: [['"p1"'], ['"p2"']] },
      beside: [{ name: 'folders', value: '[{"id":"f1"}]' }],
    })
    expect(take(await readKeptAnswer(here.world.context, await asked('placement.list')))).toMatchObject({
      ...{ answer: shown.answer, askedSince: shown.askedSince },
    })
  })
})

describe('an input that the map leaves out', () => {
  const leaveOut = async (...names: readonly string[]) => {
    const { accountId } = await asked('mailboxes.list')
    const map = tableMap(operationOf('mailboxes.list'))
    const inputs = Object.fromEntries(Object.entries(map.inputs).filter(([name]) => !names.includes(name)))
    const changes = [{ operation: 'mailboxes.list', map: { ...map, inputs } }]
    take(await takeApiPaths(here.world.context, { accountId, source: 'hand', changes }))
  }

  it('is not asked with: the answer to another question is none', async () => {
    await leaveOut('contains')
    const before = here.litemail.requests.length
    expect(await read('mailboxes.list', { inputs: { contains: 'acme' } })).toEqual({
      ok: false,
      error: { kind: 'invalid-input', issues: ['inputs.contains: not-sent'] },
    })
    expect(here.litemail.requests).toHaveLength(before)
    take(await read('mailboxes.list', { inputs: { page: 1 } }))
  })

  it('is not missed where it only says how many rows at most', async () => {
    await leaveOut('limit')
    take(await read('mailboxes.list', { inputs: { limit: 100 } }))
    expect(here.litemail.requests.at(-1)?.target).not.toContain('limit')
  })
})

describe('what does more than read, or cannot be asked', () => {
  it('is not sent, whatever it is', async () => {
    await here.connected()
    const before = here.litemail.requests.length
    for (const { id, effect, method } of operations) {
      if (effect === 'read' || (effect === 'link' && method === 'GET')) continue
      expect(await read(id, { inputs: { id: 'x' } }), id).toEqual({ ok: false, error: { kind: 'forbidden' } })
      expect(await saveOperationView(here.world.context, { ...(await asked(id)), name: 'x' })).toEqual({
        ok: false,
        error: { kind: 'forbidden' },
      })
    }
    expect(await read('domains.available', { inputs: { domainName: 'acme', tlds: [] } })).toMatchObject({
      error: { kind: 'invalid-input', issues: ['inputs.tlds: kind'] },
    })
    expect(await read('tags.list', { inputs: { apiKey: 'x' } })).toMatchObject({
      error: { kind: 'invalid-input', issues: ['inputs: unknown'] },
    })
    expect(await read('tags.lst')).toMatchObject({ error: { kind: 'not-found', what: 'operation' } })
    expect(here.litemail.requests.length).toBe(before)
  })
})

describe('a page to pay at', () => {
  it('is told by its host; its address is held in memory, and on no disk', async () => {
    const inputs = { domainName: 'acme-reach.com', years: 1 }
    const shown = take(await read('domains.purchaseLink', { inputs }))
    expect(shown.link).toMatchObject({ host: 'checkout.litemail.test' })
    expect(findAnswerPage(links, shown.link?.id ?? '')).toEqual({
      ok: true,
      value: 'https://checkout.litemail.test/pay/cs_0002',
    })
    expect(await kept('domains.purchaseLink', { inputs })).toBeNull()
    expect(findAnswerPage(links, 'anything')).toMatchObject({ error: { kind: 'not-found' } })
  })

  it('is none where the answer leads elsewhere than to a page', async () => {
    answering('/v1/domains/purchase-link', { message: 'ok', paymentLink: 'javascript:alert(1)' })
    const shown = take(await read('domains.purchaseLink', { inputs: { domainName: 'acme.com' } }))
    expect(shown.link).toBeNull()
  })
})
