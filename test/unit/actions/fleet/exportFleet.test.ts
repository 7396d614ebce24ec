import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportDomains, exportMailboxes } from '../../../../src/main/actions/fleet/exportFleet'
import { domainsByName } from '../../../../src/shared/domain'
import { type MailboxView, mailboxesByAddress } from '../../../../src/shared/mailbox'
import { take } from '../../../support/actions/world'
import { domainFacts, mailboxFacts } from '../../store/fleetRows'
import { NOON } from '../../store/rows'
import { fleetWorldPerTest } from './fleetWorld'

const here = fleetWorldPerTest()
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailroom-fleet-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A file of its own for each test. */
const chooseFile = (): string => {
  const path = join(folder, `${randomUUID()}.csv`)
  here.world.chosenFiles.csv = path
  return path
}
const rowsIn = (path: string) =>
  Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').replace('\ufeff', ''), {
    header: true,
    skipEmptyLines: true,
  }).data
const all = (view: Partial<MailboxView> = {}) => ({
  requestId: randomUUID(),
  what: { view: { ...mailboxesByAddress, ...view } },
})

describe('mailboxes as CSV', () => {
  it('have each of their facts in a column, and nothing where it is not known', async () => {
    const path = chooseFile()
    await here.mailboxes(
      mailboxFacts('a', { tags: ['x; y', 'z'], assignedAt: Date.UTC(2026, 2, 9, 12, 30), renewsAt: null }),
    )
    take(await here.context.store.write('mailboxes.setNote', { id: '1', note: 'two\nlines, "quoted"' }))
    take(await exportMailboxes(here.context, all()))
    expect(rowsIn(path)).toEqual([
      {
        Address: 'a@acme.example',
        Name: 'Ada Long',
        Domain: 'acme.example',
        Status: 'ACTIVE',
        Tags: 'x\\; y; z',
        Note: 'two\nlines, "quoted"',
        Workspace: 'w',
        Account: 'Fleet',
        'Assigned (UTC)': '2026-03-09 12:30:00',
        'Renews (UTC)': '',
        'Created (UTC)': '',
        'Last read (UTC)': '2026-03-09 12:00:00',
        'In the last whole list': 'yes',
        'Litemail id': 'a',
      },
    ])
  })

  it('come from the store some at a time: of all rows of a view only numbers come at once', async () => {
    chooseFile()
    await here.mailboxes(...Array.from({ length: 600 }, (_, n) => mailboxFacts(`m-${n + 1_000}`)))
    const { store } = here.context
    const asked: string[] = []
    const read = (method: string, ...input: readonly unknown[]): unknown => {
      asked.push(method)
      return Reflect.apply(store.read, store, [method, ...input])
    }
    take(await exportMailboxes({ ...here.context, store: Object.assign({}, store, { read }) }, all()))
    expect(asked).toEqual(['mailboxes.places', 'mailboxes.several', 'mailboxes.several'])
  })

  it('begin with the mark by which spreadsheets know UTF-8, and are for their user alone', async () => {
    const path = chooseFile()
    await here.mailboxes(mailboxFacts('a'))
    const written = take(await exportMailboxes(here.context, all()))
    const file = readFileSync(path)
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(written).toEqual({ fileName: path.split('/').at(-1), count: 1, bytes: file.byteLength })
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('have no cell that a spreadsheet would run, whatever the service says', async () => {
    const path = chooseFile()
    const formula = '=HYPERLINK("https://evil.example")'
    await here.mailboxes(
      mailboxFacts('=1+1', {
        email: '@SUM(A1)',
        firstName: formula,
        lastName: null,
        status: '+1',
        tags: ['-1'],
      }),
    )
    take(await exportMailboxes(here.context, all()))
    expect(Object.values(rowsIn(path)[0] ?? {}).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(rowsIn(path)[0]).toMatchObject({ Name: `'${formula}`, Status: "'+1", 'Litemail id': "'=1+1" })
  })

  it('of a view are what it matches, in its order', async () => {
    const path = chooseFile()
    await here.mailboxes(mailboxFacts('a'), mailboxFacts('b', { status: null }), mailboxFacts('c'))
    const sort = { by: 'address', isDescending: true } as const
    take(await exportMailboxes(here.context, all({ statuses: ['ACTIVE'], sort })))
    expect(rowsIn(path).map((row) => row['Litemail id'])).toEqual(['c', 'a'])
  })

  it('of a choice are those, in its order', async () => {
    const path = chooseFile()
    await here.mailboxes(mailboxFacts('a'), mailboxFacts('b'), mailboxFacts('c'))
    const written = take(
      await exportMailboxes(here.context, { requestId: randomUUID(), what: { ids: ['3', '1', '77'] } }),
    )
    expect(written?.count).toBe(2)
    expect(rowsIn(path).map((row) => row['Litemail id'])).toEqual(['c', 'a'])
  })

  it('are as they matched at the start: what comes while a file is chosen does not slip in', async () => {
    const path = chooseFile()
    await here.mailboxes(mailboxFacts('a'), mailboxFacts('b'))
    const { context } = here
    const files = {
      ...context.files,
      save: async () => {
        await here.mailboxes(mailboxFacts('c'))
        const gone = { accountId: here.accountId, noun: 'mailboxes', serviceId: 'a', at: NOON } as const
        take(await context.store.write('fleet.markGone', gone))
        return path
      },
    }
    expect(take(await exportMailboxes({ ...context, files }, all()))?.count).toBe(1)
    expect(rowsIn(path).map((row) => row['Litemail id'])).toEqual(['b'])
  })

  it('tell how far they are, first and last and ten times a second at most', async () => {
    chooseFile()
    const rows = Array.from({ length: 2_600 }, (_, index) => mailboxFacts(`m${index}`))
    await here.mailboxes(...rows)
    let now = 0
    // Each page takes 40 ms.
    const clock = { ...here.context.clock, monotonic: () => (now += 40) }
    const wish = all()
    expect(take(await exportMailboxes({ ...here.context, clock }, wish))?.count).toBe(2_600)
    const told = (done: number) => ({ requestId: wish.requestId, done, total: 2_600 })
    expect(here.progress).toEqual([told(0), told(1_500), told(2_600)])
  })

  it('have their titles once, also where all of the first rows are gone', async () => {
    const path = chooseFile()
    const rows = Array.from({ length: 501 }, (_, index) => mailboxFacts(`m${String(index).padStart(3, '0')}`))
    await here.mailboxes(...rows)
    const { context } = here
    const files = {
      ...context.files,
      save: async () => {
        for (const { id } of rows.slice(0, 500)) {
          const gone = { accountId: here.accountId, noun: 'mailboxes', serviceId: id, at: NOON } as const
          take(await context.store.write('fleet.markGone', gone))
        }
        return path
      },
    }
    take(await exportMailboxes({ ...context, files }, all()))
    expect(readFileSync(path, 'utf8').match(/Litemail id/g)).toHaveLength(1)
    expect(rowsIn(path).map((row) => row['Litemail id'])).toEqual(['m500'])
  })

  it('are not written where no file is chosen', async () => {
    await here.mailboxes(mailboxFacts('a'))
    expect(await exportMailboxes(here.context, all())).toEqual({ ok: true, value: null })
  })

  it('are not written, and no file is asked for, where nothing matches', async () => {
    const path = chooseFile()
    expect(await exportMailboxes(here.context, all({ search: 'nowhere' }))).toEqual({
      ok: false,
      error: { kind: 'not-found', what: 'mailbox' },
    })
    expect(existsSync(path)).toBe(false)
  })

  it('leave what was there and no part of a file where they cannot be read to the end', async () => {
    chooseFile()
    await here.mailboxes(mailboxFacts('a'))
    const before = readdirSync(folder)
    const { context } = here
    const store = {
      ...context.store,
      read: (async (method: string, ...input: never[]) =>
        method === 'mailboxes.several'
          ? { ok: false, error: { kind: 'storage', problem: 'corrupt' } }
          : // The very same call, handed on.
            context.store.read(
              method as 'mailboxes.ids',
              ...(input as unknown as [never]),
            )) as typeof context.store.read,
    }
    expect(await exportMailboxes({ ...context, store }, all())).toEqual({
      ok: false,
      error: { kind: 'storage', problem: 'corrupt' },
    })
    expect(readdirSync(folder)).toEqual(before)
  })
})

describe('domains as CSV', () => {
  it('tell what is nothing from what is not known', async () => {
    const path = chooseFile()
    await here.domains(
      domainFacts('a', {
        forwardTo: '',
        catchAllEmail: 'x@a.example',
        dmarcEmail: null,
        isAutoRenewing: null,
      }),
    )
    await here.mailboxes(mailboxFacts('m', { domain: 'seen.example' }))
    take(await exportDomains(here.context, { requestId: randomUUID(), what: { view: domainsByName } }))
    const [listed, seen] = rowsIn(path)
    expect(listed).toMatchObject({
      Domain: 'a.example',
      Mailboxes: '0',
      'Mailboxes, as Litemail says': '3',
      'Renews by itself': '',
      'Forwards to': 'none',
      'Catch-all': 'x@a.example',
      'DMARC reports to': '',
      'Seen only in mailboxes': 'no',
    })
    expect(seen).toMatchObject({
      Domain: 'seen.example',
      Mailboxes: '1',
      'Mailboxes, as Litemail says': '',
      Status: '',
      'Seen only in mailboxes': 'yes',
      'Litemail id': '',
    })
  })

  it('tell what checks found, and nothing of what was not checked', async () => {
    const path = chooseFile()
    await here.domains(domainFacts('a'), domainFacts('b'))
    const check = async (at: number, mx: boolean | null) => {
      const checks = [{ domain: 'a.example', mx, spf: true, dkim: null, dmarc: false }]
      const { accountId } = here
      take(await here.context.store.write('dns.takeChecks', { accountId, at, tried: ['a.example'], checks }))
    }
    await check(Date.UTC(2025, 10, 18, 14), true)
    // This one says nothing of its MX, which is no younger for it.
    await check(Date.UTC(2025, 10, 19, 14), null)
    take(await exportDomains(here.context, { requestId: randomUUID(), what: { view: domainsByName } }))
    expect(rowsIn(path)).toMatchObject([
      { MX: 'good', DKIM: '', DMARC: 'missing', 'DNS checked (UTC)': '2025-11-18 14:00:00' },
      { MX: '', DMARC: '', 'DNS checked (UTC)': '' },
    ])
  })

  it('of a choice are those', async () => {
    const path = chooseFile()
    await here.domains(domainFacts('a'), domainFacts('b'))
    take(await exportDomains(here.context, { requestId: randomUUID(), what: { ids: ['2'] } }))
    expect(rowsIn(path).map(({ Domain }) => Domain)).toEqual(['b.example'])
  })
})
