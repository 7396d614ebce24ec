import { describe, expect, it } from 'vitest'
import { readApiPath } from '../../../../src/main/actions/apiPaths/readApiPaths'
import { readOperation } from '../../../../src/main/actions/litemail/readOperation'
import type { LitemailAccount } from '../../../../src/shared/litemail/account'
import { explain } from '../../../../src/shared/text/errors'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/take'

const here = litemailPerTest()

/** What gateways and frameworks say of every path that they do not know, and of rows. */
const words = [{ message: 'Not Found' }, { detail: 'Not Found' }, { status: 404, error: 'Not Found' }]

const WISH = { pace: 'click', waitMs: 5_000, timeoutMs: 5_000 } as const
const isRow = (path: string) => /^\/v1\/(mailboxes|domains)\/gone$/.test(path)
const answerRows = (body: unknown) =>
  here.litemail.faults(({ path }) =>
    isRow(path)
      ? {
          ...{ kind: 'answer', act: false, status: 404 },
          ...{ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
        }
      : undefined,
  )
const ask = (account: LitemailAccount, operation: 'mailboxes.get' | 'domains.get', id: string) =>
  readOperation(here.world.context, account, operation, {
    ...WISH,
    inputs: { id },
  })
const path = async ({ id }: LitemailAccount, operation: string) =>
  take(await readApiPath(here.world.context, id, operation))

const nouns = { 'mailboxes.get': 'mailbox', 'domains.get': 'domain' } as const
describe.each(['mailboxes.get', 'domains.get'] as const)(
  'a 404 without a word about the row, to %s',
  (operation) => {
    it.each(words)('leads to the path, which is a guess, and is its last answer: %j', async (body) => {
      const account = await here.connected()
      answerRows(body)
      const read = await ask(account, operation, 'gone')
      const error = { kind: 'no-such-path', operation, status: 404 } as const
      expect(read).toEqual({ ok: false, error })
      expect(explain(error, 'litemail')).toMatchObject({ next: 'fix-path' })
      expect(explain(error, 'litemail').advice).toContain(
        `Perhaps the ${nouns[operation]} that was asked for is not there any more.`,
      )
      expect(await path(account, operation)).toMatchObject({ last: { problem: error } })
    })

    it('is no word about a path that has worked here', async () => {
      const account = await here.connected()
      const list = operation === 'mailboxes.get' ? 'mailboxes.list' : 'domains.list'
      const [shown] = take(await readOperation(here.world.context, account, list, WISH)).rows
      take(await ask(account, operation, shown?.id ?? ''))
      const before = await path(account, operation)
      expect(before).toMatchObject({ workedAt: expect.any(Number), last: { problem: null } })
      answerRows({ message: 'Not Found' })
      // Still nobody said that the row is gone.
      expect(await ask(account, operation, 'gone')).toMatchObject({ error: { kind: 'no-such-path' } })
      expect(await path(account, operation)).toEqual(before)
    })
  },
)
