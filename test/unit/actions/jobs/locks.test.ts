import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { tableMap } from '../../../../src/main/rules/apiMap'
import type { InputField } from '../../../../src/shared/litemail/operation'
import { type OperationId, operationOf } from '../../../../src/shared/litemail/operations'
import { isGrave, writingIds } from '../../../../src/shared/litemail/writing'
import type { FilledInput, FilledInputs } from '../../../../src/shared/operationAnswer'
import { take } from '../../../support/actions/take'
import { writingPerTest } from '../../../support/actions/writing'

const here = writingPerTest({ domains: 2, mailboxes: 2 })

const guessed = writingIds.filter((id) => isGrave(id) && operationOf(id).evidence !== 'documented')

const fits: Readonly<Record<InputField['type'], FilledInput>> = {
  ...{ text: 'a', texts: ['a'], id: 'x-1', ids: ['x-1'], number: 10, boolean: true, email: 'a@x.example' },
  ...{ url: 'https://x.example', color: '#aabbcc', country: 'AT', secret: 's', rows: 'r' },
}

/** A row that could be sent. */
function rowOf(id: OperationId) {
  const inputs: FilledInputs = Object.fromEntries(
    operationOf(id).input.flatMap(({ name, type }) =>
      type === 'rows'
        ? ['firstName', 'lastName', 'username'].map((field) => [`${name}.${field}`, 'ada'])
        : [[name, fits[type]]],
    ),
  )
  return { workspaceId: '', inputs }
}

describe('a guess that spends or destroys', () => {
  it('is one of those that lock', () => {
    expect(guessed.length).toBeGreaterThan(10)
    expect(guessed).toContain('mailboxes.assign')
    expect(guessed).not.toContain('mailboxes.remove')
  })

  it('is sent by no call of a window before it was unlocked, whichever it is', async () => {
    const { calling, plan, context } = await here.ready()
    for (const operation of guessed) {
      const planned = take(await plan(operation, [rowOf(operation)]))
      expect([operation, planned.isLocked]).toEqual([operation, true])
      const { id } = planned
      expect(await calling.call('operations.run', { planId: id })).toMatchObject({
        error: { kind: 'forbidden' },
      })
      // No way around: a plan is no job yet.
      expect(await calling.call('jobs.continue', { id })).toMatchObject({ error: { kind: 'not-found' } })
      const again = { id, requestId: randomUUID() }
      expect(await calling.call('jobs.retry', again)).toMatchObject({ error: { kind: 'not-found' } })
      const read = { ...rowOf(operation), accountId: planned.accountId, operation }
      const { inputs } = read
      expect((await calling.call('operations.read', { ...read, inputs })).ok).toBe(false)
      expect(context.jobs.running.size).toBe(0)
    }
    expect(here.writes()).toEqual([])
  })

  it('is sent once it was, and locked again with another path', async () => {
    const { accountId, plan, calling, unlock, ended } = await here.ready()
    const about = { accountId, operation: 'tags.delete' } as const
    await unlock(about.operation)
    const first = take(await plan(about.operation, [rowOf(about.operation)]))
    expect(first.isLocked).toBe(false)
    const map = { ...tableMap(operationOf(about.operation)), path: '/labels/{id}' }
    take(await calling.call('apiPaths.take', { ...about, source: 'hand', map }))
    // What was shown is another request by now, and its path is another guess.
    expect(await calling.call('operations.run', { planId: first.id })).toMatchObject({ ok: false })
    const second = take(await plan(about.operation, [rowOf(about.operation)]))
    expect(second.isLocked).toBe(true)
    expect(here.writes()).toEqual([])
    await unlock(about.operation)
    take(await calling.call('operations.run', { planId: second.id }))
    await ended(second.id)
    expect(here.writes().map(({ path }) => path)).toEqual(['/v1/labels/x-1'])
  })

  it('is one as well where its user has a documented one asked otherwise', async () => {
    const { accountId, plan, calling } = await here.ready()
    const about = { accountId, operation: 'mailboxes.remove' } as const
    expect(take(await plan(about.operation, [rowOf(about.operation)]))).toMatchObject({ isLocked: false })
    const map = { ...tableMap(operationOf(about.operation)), path: '/inboxes/{id}' }
    take(await calling.call('apiPaths.take', { ...about, source: 'hand', map }))
    expect(take(await plan(about.operation, [rowOf(about.operation)]))).toMatchObject({ isLocked: true })
  })
})
