import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyPage } from '../../../src/main/store/content'
import { noneFound, noteFound, readPageContent } from '../../../src/main/store/pageContent'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import { randomFrom } from '../../support/random'
import { domainFacts, mailboxFacts } from './fleetRows'
import { storeWithFleet } from './fleetStore'
import { databaseIn, done, openDirectly, storeWithAccount, temporaryFolder } from './testStore'

const SEEDS = process.env.MAILROOM_LONG ? 2_000 : 200

const readAll = (file: string) => {
  const pages = [...readPageContent(file, noneFound())]
  return {
    accounts: pages.flatMap((page) => page.accounts),
    addresses: pages.flatMap((page) => page.addresses),
    activity: pages.flatMap((page) => page.activity),
  }
}

/** A profile whose notes lie in several pages each. */
const aProfile = (): string => {
  const { store, plan, send, settle } = storeWithAccount(temporaryFolder())
  for (let n = 0; n < 40; n++) settle(send(plan({ note: `${n} ${'long '.repeat(n * 80)}` })), done())
  for (let n = 0; n < 10; n++) plan()
  const { folder } = store
  store.close()
  return folder
}

describe('the pages of a database', () => {
  it('give all its rows without SQLite, notes over several pages whole', () => {
    const folder = aProfile()
    const found = readAll(databaseIn(folder))
    expect([found.accounts.length, found.addresses.length, found.activity.length]).toEqual([1, 40, 50])
    const notes = new Set(found.addresses.map(({ note }) => note))
    for (let n = 0; n < 40; n++) expect(notes).toContain(`${n} ${'long '.repeat(n * 80)}`)
  })

  it('give what is only in the log beside it', () => {
    const folder = temporaryFolder()
    const { plan, send, settle, store } = storeWithAccount(folder)
    settle(send(plan()), done())
    const killed = join(temporaryFolder(), 'killed.sqlite')
    for (const suffix of ['', '-wal'])
      writeFileSync(killed + suffix, readFileSync(databaseIn(folder) + suffix))
    expect(readAll(killed)).toMatchObject({ accounts: [{}], addresses: [{}], activity: [{}] })
    store.close()
  })

  it('give the labels that an address has', () => {
    const store = openDirectly()
    store.write('import.merge', [
      {
        accountId: null,
        email: 'a@ig.do',
        note: '',
        labels: ['one', 'two'],
        tag: null,
        at: 1,
        hiddenAt: null,
      },
    ])
    const { folder } = store
    store.close()
    expect(readAll(databaseIn(folder)).addresses).toMatchObject([
      { email: 'a@ig.do', labels: ['one', 'two'] },
    ])
  })

  it('give the accounts of Litemail without their keys, notes of a fleet and saved views, and nothing else of it', () => {
    const { store, account, take } = storeWithFleet()
    take({ noun: 'mailboxes', rows: [mailboxFacts('m-1'), mailboxFacts('m-2')] }, 'w', 1)
    take({ noun: 'domains', rows: [domainFacts('d-1')] }, 'w', 1)
    take({ noun: 'tags', rows: [{ id: 't', name: 'a@b', color: null }] }, 'w', 1)
    const long = `mine ${'long '.repeat(3_000)}`
    store.write('mailboxes.setNote', { id: '1', note: long })
    store.write('views.save', { list: 'mailboxes', name: 'View', view: mailboxesByAddress })
    const { folder } = store
    store.close()
    const [first, ...others] = [...readPageContent(databaseIn(folder), noneFound())]
    const { keyKept, keyStanding, ...rest } = account
    expect(others).toEqual([])
    expect(first).toEqual({
      ...emptyPage,
      litemailAccounts: [rest],
      fleetNotes: [{ accountId: account.id, kind: 'mailbox', key: 'm-1', note: long }],
      views: [{ list: 'mailboxes', name: 'View', view: mailboxesByAddress }],
    })
  })

  it('leave out what was found before', () => {
    const { store, take } = storeWithFleet()
    take({ noun: 'mailboxes', rows: [mailboxFacts('m-1')] }, 'w', 1)
    store.write('mailboxes.setNote', { id: '1', note: 'mine' })
    store.write('views.save', { list: 'mailboxes', name: 'View', view: mailboxesByAddress })
    const { folder } = store
    store.close()
    const seen = noneFound()
    for (const page of readPageContent(databaseIn(folder), noneFound())) noteFound(seen, page)
    expect([...readPageContent(databaseIn(folder), seen)]).toEqual([emptyPage])
  })

  it(`are read to the end wherever they are damaged (${SEEDS} seeds)`, () => {
    const bytes = readFileSync(databaseIn(aProfile()))
    const file = join(temporaryFolder(), 'damaged.sqlite')
    let rows = 0
    for (let seed = 0; seed < SEEDS; seed++) {
      const random = randomFrom(seed)
      const spoilt = Buffer.from(bytes.subarray(0, Math.floor(bytes.length * (0.5 + random.next() / 2))))
      for (let n = 0; n < 300; n++)
        spoilt[Math.floor(random.next() * spoilt.length)] = Math.floor(random.next() * 256)
      writeFileSync(file, spoilt)
      rows += readAll(file).addresses.length
    }
    expect(rows).toBeGreaterThan(SEEDS)
  })
})
