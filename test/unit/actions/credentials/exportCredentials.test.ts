import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeSettings } from '../../../../src/main/actions/changeSettings'
import type { Context } from '../../../../src/main/actions/context'
import {
  cancelCredentialExport,
  exportCredentials,
} from '../../../../src/main/actions/credentials/exportCredentials'
import { planCredentialExport } from '../../../../src/main/actions/credentials/exportPlan'
import { removeLeftParts } from '../../../../src/main/actions/credentials/removeLeftParts'
import { endWork } from '../../../../src/main/actions/endWork'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/take'
import { withoutPace } from '../../../support/actions/withoutPace'
import { aPart, mailboxFacts } from '../../store/fleetRows'

const here = litemailPerTest()
let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailroom-credentials-'))
  path = join(folder, 'chosen.csv')
  here.world.chosenFiles.csv = path
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** As the window has it, but for the pace: that of many requests is held where the limiter is. */
function context(onProgress: (done: number) => void = () => undefined): Context {
  return { ...withoutPace(here.world.context), tellProgress: ({ done }) => onProgress(done) }
}

/** So many mailboxes that the service holds and a list of it has shown; their ids here. */
async function listed(count: number): Promise<string[]> {
  const account = await here.connected()
  const rows = Array.from({ length: count }, (_, n) => {
    const { id, email } = here.litemail.addMailbox({ id: `mb-${n}`, email: `m${n}@acme.example` })
    return mailboxFacts(id, { email })
  })
  const part = aPart({ accountId: account.id, noun: 'mailboxes', workspaceId: '' }, { at: 1 })
  take(
    await here.world.context.store.write('fleet.take', {
      ...{ part, taken: { noun: 'mailboxes', rows }, pass: 1, at: 1 },
    }),
  )
  return rows.map((_, n) => String(n + 1))
}

const wish = (ids: readonly string[], count = ids.length) => ({
  ...{ requestId: randomUUID(), what: { ids: [...ids] }, count },
})
const rowsIn = (file: string) =>
  Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').replace('\ufeff', ''), {
    ...{ header: true, skipEmptyLines: true },
  }).data
const activity = async () =>
  take(await here.world.context.store.read('activity.list', { offset: 0, limit: 50, now: Date.now() })).rows
const left = async () => take(await here.world.context.store.read('partFiles.list'))

describe('a CSV with credentials', () => {
  it('has each value to the letter, in the order of the choice', async () => {
    const [first = '', second = ''] = await listed(2)
    here.litemail.changeMailbox('mb-0', { password: '=1+1,"x', appPassword: ' @a;b\'"" ', secret: '-ABC' })
    const written = take(await exportCredentials(context(), wish([second, first])))
    expect(written).toMatchObject({ fileName: 'chosen.csv', count: 2, unread: 0 })
    const text = readFileSync(path, 'utf8')
    // RFC 4180, 2.7: quotes are doubled, and nothing else is changed.
    expect(text.split('\r\n')[2]).toBe(`m0@acme.example,Ada Long,"=1+1,""x"," @a;b'"""" ",-ABC,`)
    expect(rowsIn(path).map((row) => row.Address)).toEqual(['m1@acme.example', 'm0@acme.example'])
    expect(rowsIn(path)[1]).toMatchObject({ Password: '=1+1,"x', 'App password': ' @a;b\'"" ' })
    expect(written?.bytes).toBe(statSync(path).size)
  })

  it('is for its user alone, while it is written and afterwards', async () => {
    const ids = await listed(3)
    const modes: string[] = []
    const look = () => {
      for (const name of readdirSync(folder)) {
        modes.push(
          `${name.replace(/\.\w{8}\./, '.*.')} ${(statSync(join(folder, name)).mode & 0o777).toString(8)}`,
        )
      }
    }
    take(await exportCredentials(context(look), wish(ids)))
    look()
    expect([...new Set(modes)]).toEqual(['chosen.csv.*.part 600', 'chosen.csv 600'])
    expect(await left()).toEqual([])
  })

  it('names what could not be read in its row, and what is told of none', async () => {
    const ids = await listed(3)
    here.litemail.changeMailbox('mb-1', { password: '', appPassword: '', secret: '' })
    here.litemail.next(
      { kind: 'answer', act: false, status: 500, body: '{}' },
      { path: '/v1/mailboxes/mb-2', times: 3 },
    )
    expect(take(await exportCredentials(context(), wish(ids)))).toMatchObject({ count: 1, unread: 2 })
    const problems = rowsIn(path).map((row) => [row.Password !== '', row['Not read']])
    expect(problems).toEqual([
      [true, ''],
      [false, 'Litemail told no credentials of this mailbox.'],
      [false, expect.stringContaining('500')],
    ])
  })

  it('is none where nothing could be read: a refused key is asked with no more often than needed', async () => {
    const ids = await listed(30)
    for (const key of here.litemail.keys) here.litemail.revokeKey(key)
    expect(await exportCredentials(context(), wish(ids))).toMatchObject({ error: { kind: 'unauthorized' } })
    expect(readdirSync(folder)).toEqual([])
    expect(here.asked().filter((line) => line.includes('/mailboxes/mb-')).length).toBeLessThanOrEqual(4)
    expect(await activity()).toEqual([])
  })

  it('is told of by Activity: of how many, and nothing of what they are', async () => {
    const ids = await listed(2)
    take(await exportCredentials(context(), wish(ids)))
    expect(await activity()).toMatchObject([
      { kind: 'credentials.export', what: null, email: null, count: 2, accountName: expect.any(String) },
    ])
    const { store } = here.world.context
    const noted = {
      ...store,
      write: async () => ({ ok: false, error: { kind: 'storage', problem: 'full' } }),
    }
    expect(await exportCredentials({ ...context(), store: noted as never }, wish(ids))).toMatchObject({
      ...{ ok: false, error: { kind: 'storage' } },
    })
  })

  it('cancelled at row 150 of 300 leaves no file, no row in Activity, and asks for no more', async () => {
    const ids = await listed(300)
    const asked = wish(ids)
    const during: string[][] = []
    const exporting = exportCredentials(
      context((done) => {
        if (done !== 150) return
        during.push(readdirSync(folder))
        cancelCredentialExport(here.world.context, asked.requestId)
      }),
      asked,
    )
    expect(await exporting).toEqual({ ok: true, value: null })
    expect(during).toEqual([[expect.stringMatching(/^chosen\.csv\.[\da-f]{8}\.part$/)]])
    expect(readdirSync(folder)).toEqual([])
    expect([await activity(), await left()]).toEqual([[], []])
    expect(here.asked().filter((line) => line.includes('/mailboxes/mb-')).length).toBeLessThan(160)
  })

  it('is gone with Mailroom’s end, which waits for that', async () => {
    const ids = await listed(20)
    const exporting = exportCredentials(
      context((done) => void (done === 5 && endWork(here.world.context))),
      wish(ids),
    )
    expect(await exporting).toMatchObject({ ok: true, value: null })
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not written where it cannot be, and what was there stays', async () => {
    const ids = await listed(1)
    here.world.chosenFiles.csv = join(folder, 'nowhere', 'chosen.csv')
    expect(await exportCredentials(context(), wish(ids))).toMatchObject({
      error: { kind: 'file', problem: 'not-writable' },
    })
    expect(await left()).toEqual([])
    delete here.world.chosenFiles.csv
    expect(await exportCredentials(context(), wish(ids))).toEqual({ ok: true, value: null })
    expect(readdirSync(folder)).toEqual([])
  })

  it('takes the number that was shown, and nothing while what is sensitive is hidden', async () => {
    const ids = await listed(2)
    expect(await exportCredentials(context(), wish(ids, 3))).toMatchObject({
      error: { kind: 'invalid-input' },
    })
    take(await changeSettings(here.world.context, { isSensitiveHidden: true }))
    expect(await exportCredentials(context(), wish(ids))).toMatchObject({ error: { kind: 'hidden' } })
    expect(await planCredentialExport(context(), { ids })).toMatchObject({ error: { kind: 'hidden' } })
    expect(here.asked().filter((line) => line.includes('/mailboxes/'))).toEqual([])
  })
})

it('300 mailboxes are 300 requests, about 67 seconds; nothing is asked to know that', async () => {
  const ids = await listed(300)
  const before = here.asked().length
  expect(take(await planCredentialExport(context(), { ids }))).toEqual({ count: 300, ms: 66_600 })
  expect(here.asked()).toHaveLength(before)
})

describe('what a crash left', () => {
  it('is removed at the next start, and nothing else is', async () => {
    const { store } = here.world.context
    const part = `${path}.0a1b2c3d.part`
    const other = join(folder, 'taxes.csv')
    for (const file of [part, other]) {
      writeFileSync(file, 'x')
      take(await store.write('partFiles.note', file))
    }
    await removeLeftParts(here.world.context)
    expect(readdirSync(folder)).toEqual(['taxes.csv'])
    expect(await left()).toEqual([])
  })

  it('on a disk that is not there is looked for again', async () => {
    const part = join(folder, 'stick', 'chosen.csv.0a1b2c3d.part')
    take(await here.world.context.store.write('partFiles.note', part))
    await removeLeftParts(here.world.context)
    expect(await left()).toEqual([part])
  })
})
