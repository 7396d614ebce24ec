import { describe, expect, it } from 'vitest'
import { judgeApiPath, takeApiPaths } from '../../../../src/main/actions/apiPaths/changeApiPaths'
import { readOperation } from '../../../../src/main/actions/litemail/readOperation'
import { tableMap } from '../../../../src/main/rules/apiMap'
import { type OperationId, operationOf } from '../../../../src/shared/litemail/operations'
import { explain } from '../../../../src/shared/text/errors'
import { explainMapIssue } from '../../../../src/shared/text/mapIssues'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/world'
import { hostilePaths } from '../../../support/apiPaths/hostilePaths'
import { startLitemail } from '../../../support/litemail/server'

const here = litemailPerTest()
const WISH = { pace: 'click', waitMs: 5_000, timeoutMs: 5_000 } as const
const mapAt = (path: string, operation: OperationId = 'users.get') => ({
  ...tableMap(operationOf(operation)),
  path,
})
/** Has a path asked whatever stands against it, as only a damaged database could. */
const force = async (accountId: string, operation: OperationId, path: string) =>
  take(
    await here.world.context.store.write('apiMaps.take', {
      ...{ accountId, source: 'import', at: 1 },
      changes: [{ operation, map: mapAt(path, operation) }],
    }),
  )

describe('a hostile path', () => {
  it('is refused in words, each of more than 40, and nothing is asked or kept', async () => {
    expect(hostilePaths.length).toBeGreaterThanOrEqual(40)
    const { id: accountId } = await here.connected()
    const before = here.asked().length
    for (const path of hostilePaths) {
      const wish = { accountId, operation: 'users.get', map: mapAt(path) }
      const judged = await judgeApiPath(here.world.context, wish)
      if (judged.ok || judged.error.kind !== 'invalid-input')
        throw new Error(`taken: ${JSON.stringify(path)}`)
      const words = judged.error.issues.map(explainMapIssue)
      expect(words.every((text) => text !== null && text.length > 10)).toBe(true)
      expect(explain(judged.error, 'litemail').reason).toContain(words[0])
      const changes = [{ operation: 'users.get', map: mapAt(path) }]
      expect(await takeApiPaths(here.world.context, { accountId, changes, source: 'hand' })).toEqual(judged)
    }
    expect(take(await here.world.context.store.read('apiMaps.list', accountId))).toEqual([])
    expect(here.asked()).toHaveLength(before)
  })

  it('is asked for by nobody, even where it stands in the database', async () => {
    const account = await here.connected()
    const before = here.asked().length
    for (const path of hostilePaths) {
      await force(account.id, 'users.get', path)
      expect(await readOperation(here.world.context, account, 'users.get', WISH)).toMatchObject({
        error: { kind: 'invalid-input' },
      })
    }
    expect(here.asked()).toHaveLength(before)
  })

  it('of one that is good, a service sends elsewhere: nothing goes there', async () => {
    const elsewhere = await startLitemail()
    const account = await here.connected()
    here.litemail.next({
      kind: 'redirect',
      act: false,
      status: 302,
      origin: elsewhere.origin,
    })
    expect(await readOperation(here.world.context, account, 'tags.list', WISH)).toMatchObject({
      error: { kind: 'bad-response', problem: 'redirect' },
    })
    expect(elsewhere.requests).toEqual([])
    await elsewhere.close()
  })
})
