import { randomUUID } from 'node:crypto'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyInto } from '../../../src/main/store/copyInto'
import { connect } from '../../../src/main/store/sql'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import { aPart, domainFacts, mailboxFacts, workspaceFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'
import { anAccount, databaseIn, firstRows, NOON, openDirectly, temporaryFolder } from './testStore'

const page = { view: mailboxesByAddress, offset: 0, limit: 10, now: NOON }

const anAnswer = {
  answer: { columns: ['id'], rows: [['"t-1"']], rowsLeft: 0, beside: [], message: null },
  ...{ json: '{}', isJsonCut: false, at: NOON, problem: null },
}

const aCopy = (isFleetLeftOut: boolean) => {
  const { store, account, take } = storeWithFleet()
  store.write('accounts.insert', anAccount())
  const address = { email: 'a@ig.do', note: 'n', labels: ['l'], tag: null, at: NOON, hiddenAt: null }
  store.write('import.merge', [{ accountId: null, ...address }])
  take({ noun: 'workspaces', rows: [workspaceFacts('w')] }, '', 1)
  const rows = Array.from({ length: 2_000 }, () => mailboxFacts(randomUUID()))
  take({ noun: 'mailboxes', rows }, 'w', 1)
  take({ noun: 'domains', rows: [domainFacts('d-1')] }, 'w', 1)
  const [row] = store.read('mailboxes.list', page).rows
  store.write('mailboxes.setNote', { id: row?.id ?? '', note: 'mine' })
  store.write('views.save', { list: 'mailboxes', name: 'View', view: mailboxesByAddress })
  const asked = { accountId: account.id, operation: 'tags.list', workspaceId: 'w', inputs: {} }
  store.write('operations.keepAnswer', { asked, askedSince: null, answer: anAnswer })

  const folder = temporaryFolder()
  const source = connect(databaseIn(store.folder), { isReadOnly: true, busyTimeoutMs: 100 })
  const target = join(folder, 'copy.sqlite')
  const bytes = copyInto(source, target, { isFleetLeftOut })
  source.close()
  renameSync(target, databaseIn(folder))
  return { copied: openDirectly(folder), bytes, store, account, take, asked, noted: row?.serviceId ?? '' }
}

describe('a copy without what services tell again', () => {
  it('is a database of this version with everything else, and a fraction of the size', () => {
    const { copied, bytes, store } = aCopy(true)
    expect(bytes).toBeLessThan(aCopy(false).bytes / 3)
    expect(copied.read('integrity.check')).toEqual({ isSound: true, remarks: [] })
    expect(copied.read('litemail.accounts')).toEqual(store.read('litemail.accounts'))
    expect(copied.read('views.list')).toEqual(store.read('views.list'))
    expect(copied.read('content.count')).toEqual(store.read('content.count'))
    expect(copied.read('addresses.list', firstRows({ search: 'a@ig' })).total).toBe(1)
  })

  it('says of no list that it was read', () => {
    const { copied } = aCopy(true)
    expect(copied.read('fleet.parts', null)).toEqual([])
    expect(copied.read('fleet.counts')).toEqual([])
    expect(copied.read('mailboxes.list', page)).toEqual({ rows: [], total: 0 })
    expect(
      copied.read('mailboxes.ids', { view: { ...mailboxesByAddress, search: 'acme' }, now: NOON }),
    ).toEqual([])
  })

  it('holds no answer of an operation, which is made anew by asking', () => {
    const { copied, store, asked } = aCopy(true)
    expect(store.read('operations.keptAnswer', asked)).toEqual(anAnswer)
    expect(copied.read('operations.keptAnswer', asked)).toBeNull()
  })

  it('has the notes ready for what is read again', () => {
    const { copied, account, noted } = aCopy(true)
    copied.write('fleet.take', {
      part: aPart({ accountId: account.id, noun: 'mailboxes', workspaceId: 'w' }),
      taken: { noun: 'mailboxes', rows: [mailboxFacts(noted)] },
      pass: copied.write('fleet.nextPass'),
      at: NOON,
    })
    const found = copied.read('mailboxes.list', { ...page, view: { ...mailboxesByAddress, search: 'mine' } })
    expect(found.rows).toMatchObject([{ serviceId: noted, note: 'mine' }])
  })
})
