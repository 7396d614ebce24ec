import { expect, it } from 'vitest'
import { migrations } from '../../../src/main/store/migrations'
import { openForWriting } from '../../../src/main/store/open'
import { NOON, openDirectly, temporaryFolder } from './testStore'

it('what version 4 wrote down of credentials is told as before, in its order, and exports beside it', () => {
  const folder = temporaryFolder()
  const sql = openForWriting({ folder, busyTimeoutMs: 100, steps: migrations.slice(0, 4) })
  const add = sql.prepare(
    'INSERT INTO doings (id, kind, what, email, at, is_restored) VALUES (?, ?, ?, ?, ?, ?)',
  )
  add.run('first', 'credentials.show', null, 'a@acme.test', NOON, 0)
  add.run('second', 'credentials.copy', 'app-password', 'b@acme.test', NOON, 1)
  sql.close()

  const store = openDirectly(folder)
  const exported = { kind: 'credentials.export', what: null, accountId: null, email: null, count: 7 } as const
  store.write('doings.note', { ...exported, at: NOON + 1 })
  const { rows } = store.read('activity.list', { offset: 0, limit: 10, now: NOON })
  expect(rows).toMatchObject([
    exported,
    { kind: 'credentials.copy', what: 'app-password', email: 'b@acme.test', count: null, isRestored: true },
    { kind: 'credentials.show', what: null, email: 'a@acme.test', count: null, isRestored: false },
  ])
  // Only a file is of several mailboxes.
  const shown = { ...exported, kind: 'credentials.show', count: null, at: NOON } as const
  expect(store.tryWrite('doings.note', shown)).toMatchObject({ ok: false })
  store.close()
})
