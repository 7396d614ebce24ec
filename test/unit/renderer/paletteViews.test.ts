import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { accounts } from '../../../src/renderer/state/accounts'
import { usePlace } from '../../../src/renderer/state/app'
import { domains } from '../../../src/renderer/state/domains'
import { litemailAccounts } from '../../../src/renderer/state/litemail'
import { useReading } from '../../../src/renderer/state/operationReading'
import {
  keptViews,
  listViewEntries,
  operationViewEntries,
} from '../../../src/renderer/views/palette/viewEntries'
import { err, ok, type Result } from '../../../src/shared/result'

const ACME = { id: 'acme', name: 'Acme', service: 'litemail' } as const
const view = { ...domains.view.use.getState(), search: 'acme', health: ['dmarc' as const] }
const EXPIRING = { id: 'v1', list: 'domains', name: 'Broken of Acme', view }
const asked = { accountId: 'acme', operation: 'dns.list', workspaceId: 'w', inputs: { domainId: 'd1' } }
const RECORDS = { ...asked, id: 'v2', name: 'Records of acme.example' }
let answers: Record<string, (input: { accountId?: string }) => Result<unknown, unknown>> = {}

beforeEach(async () => {
  answers = {
    'litemail.accounts': () => ok([ACME]),
    'accounts.list': () => ok([{ id: 'mine' }]),
    'views.list': () => ok([EXPIRING]),
    'operationViews.list': ({ accountId }) => ok(accountId === 'acme' ? [RECORDS] : []),
  }
  vi.stubGlobal('window', {
    bridge: {
      call: async (method: string, input: { accountId?: string }) =>
        answers[method]?.(input) ?? err({ kind: 'forbidden' }),
    },
  })
  await Promise.all([litemailAccounts.refresh(), accounts.refresh()])
  await keptViews.refresh()
})
afterEach(() => vi.unstubAllGlobals())

it('leads to the views of lists, by their names', () => {
  const [entry] = listViewEntries(keptViews.use.getState().data)
  expect(entry).toMatchObject({ name: 'Broken of Acme', about: 'View of Domains', kind: 'action' })
  entry?.run()
  expect(usePlace.getState().screen).toBe('domains')
  expect(domains.view.use.getState()).toEqual(view)
})

it('leads to what an account was asked, by its name, with what was filled in', async () => {
  const [entry, ...others] = operationViewEntries(keptViews.use.getState().data, [ACME])
  expect(others).toEqual([])
  expect(entry).toMatchObject({ name: 'Records of acme.example', kind: 'operation' })
  entry?.run()
  await vi.waitFor(() =>
    expect(usePlace.getState()).toMatchObject({
      ...{ screen: 'operations', operations: { accountId: 'acme', part: 'read', operation: 'dns.list' } },
    }),
  )
  expect(useReading.getState()).toMatchObject({ typed: { domainId: 'd1' }, workspaceId: 'w' })
})

it('says why views are not there', async () => {
  const error = { kind: 'storage', problem: 'locked' }
  answers['operationViews.list'] = () => err(error)
  await keptViews.refresh()
  expect(keptViews.use.getState()).toMatchObject({ error })
})
