import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { restoreBackup } from '../../../src/main/actions/backup'
import type { Context } from '../../../src/main/actions/context'
import { createCopying, listCopies, makeCopy, previewCopy } from '../../../src/main/actions/localCopies'
import { copiesFolder } from '../../../src/main/store/copies'
import { take } from '../../support/actions/world'
import { worldPerTest } from '../../support/actions/worldPerTest'
import { bundleForNode, bundleStoreWorker } from '../store/bundleStoreWorker'
import { canMount, withSmallDisk } from '../store/otherProcess'
import { anAccount, NOON } from '../store/rows'

const DAY_MS = 86_400_000
const here = worldPerTest()

/** The world's actions at another moment. */
const at = (now: number): Context => {
  const { context } = here.world
  return { ...context, clock: { ...context.clock, now: () => now } }
}
const copies = async () => take(await listCopies(here.world.context))
const address = (name: string, note = '') => ({
  ...{ accountId: null, email: `${name}@ig.do`, note, labels: [], tag: null, at: NOON, hiddenAt: null },
})
const keep = async (...rows: ReturnType<typeof address>[]) =>
  take(await here.world.context.store.write('import.merge', rows))

describe('a copy', () => {
  it('is whole, readable by its user alone, and says when and why', async () => {
    await keep(address('a'))
    const copy = take(await makeCopy(at(NOON), 'hide'))
    expect(copy).toMatchObject({ at: NOON, why: 'hide', id: 'mailroom.2026-03-09T12-00-00-000Z.hide.sqlite' })
    const path = join(copiesFolder(here.world.context.folder), copy.id)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(path).size).toBe(copy.bytes)
    expect(await copies()).toEqual([copy])
  })

  it('can be looked into and merged, as of its moment', async () => {
    await here.world.context.store.write('accounts.insert', anAccount())
    await keep(address('a', 'before'), address('b'))
    const copy = take(await makeCopy(at(NOON), 'hide'))
    await here.world.context.store.write('addresses.setNote', {
      id: (await here.listed()).find(({ email }) => email === 'a@ig.do')?.id ?? '',
      note: 'after',
    })
    await keep(address('c'))

    const shown = take(await previewCopy(here.world.context, copy.id))
    expect(shown).toMatchObject({ madeAt: NOON, addresses: { inBackup: 2, here: 3, after: 3 } })
    take(await restoreBackup(here.world.context, shown.file))
    const notes = new Map((await here.listed()).map(({ email, note }) => [email, note]))
    expect(Object.fromEntries(notes)).toEqual({ 'a@ig.do': 'after\nbefore', 'b@ig.do': '', 'c@ig.do': '' })
  })

  it('of another name, or none, is not found', async () => {
    for (const id of [
      'mailroom.sqlite',
      '../mailroom.sqlite',
      'mailroom.2026-03-09T12-00-00-000Z.hide.sqlite',
    ]) {
      expect(await previewCopy(here.world.context, id)).toMatchObject({
        error: { kind: 'not-found', what: 'copy' },
      })
    }
  })
})

describe('copies that are made while nobody asks', () => {
  const look = async (now: number) => {
    const copying = createCopying(at(now))
    await copying.look()
    copying.stop()
  }

  it('are one a day, of which 7 days and 4 weeks are kept', async () => {
    await keep(address('a'))
    for (let day = 0; day < 40; day++) {
      await look(NOON + day * DAY_MS)
      if (day % 20 === 0) await look(NOON + day * DAY_MS + 1_000)
    }
    const found = await copies()
    const days = (why: string) =>
      found.filter((copy) => copy.why === why).map((copy) => (copy.at - NOON) / DAY_MS)
    expect(days('daily')).toEqual([39, 38, 37, 36, 35, 34, 33])
    expect(days('weekly')).toEqual([35, 28, 21, 14])
  }, 60_000)

  it('are none of an empty profile, which would push out those of a full one', async () => {
    await look(NOON)
    expect(await copies()).toEqual([])
  })
})

describe('copies before changes', () => {
  it('are the last five of each kind; those before updates stay', async () => {
    const { folder } = here.world.context
    await keep(address('a'))
    for (let n = 0; n < 7; n++) {
      await makeCopy(at(NOON + n), 'hide')
      await makeCopy(at(NOON + n), 'import')
      writeFileSync(join(folder, `mailroom.before-update-${n + 1}.sqlite`), 'x')
    }
    const found = await copies()
    const of = (why: string) => found.filter((copy) => copy.why === why)
    expect([of('hide').length, of('import').length, of('update').length]).toEqual([5, 5, 7])
    expect(of('hide').map((copy) => copy.at - NOON)).toEqual([6, 5, 4, 3, 2])
  })

  it('leave nothing half where they cannot be made', async () => {
    const { folder } = here.world.context
    await keep(address('a'))
    writeFileSync(copiesFolder(folder), 'a file where the folder should be')
    expect(await makeCopy(at(NOON), 'hide')).toMatchObject({ ok: false, error: { kind: 'file' } })
    rmSync(copiesFolder(folder))
    mkdirSync(copiesFolder(folder))
    const leftOver = join(copiesFolder(folder), 'mailroom.2026-01-01T00-00-00-000Z.hide.sqlite.unfinished')
    writeFileSync(leftOver, '')
    utimesSync(leftOver, 1, 1)
    await makeCopy(at(NOON), 'hide')
    expect(readdirSync(copiesFolder(folder))).toHaveLength(1)
  })

  it('leave one alone that is being written just now', async () => {
    const { folder } = here.world.context
    await keep(address('a'))
    mkdirSync(copiesFolder(folder))
    const other = 'mailroom.2026-01-01T00-00-00-000Z.daily.sqlite.unfinished'
    writeFileSync(join(copiesFolder(folder), other), '')
    await makeCopy(at(NOON), 'hide')
    expect(readdirSync(copiesFolder(folder))).toContain(other)
  })
})

describe.runIf(canMount)('a disk that is full', () => {
  it('takes no copy, no backup and no export, and says so; what was there stays', async () => {
    const child = fileURLToPath(
      await bundleForNode('test/support/transfer/fullDiskChild.ts', 'full-disk-child'),
    )
    const worker = fileURLToPath(await bundleStoreWorker())
    const disk = mkdtempSync(join(tmpdir(), 'mailroom-disk-'))
    const [said] = await withSmallDisk(disk, '12m', `'${process.execPath}' '${child}' "$DISK" '${worker}'`)
    rmSync(disk, { recursive: true })
    expect(said).toMatchObject({
      tried: [
        { error: { kind: 'storage', problem: 'full' } },
        { error: { kind: 'file', problem: 'full' } },
        { error: { kind: 'file', problem: 'full' } },
      ],
      left: [],
      kept: 'as before',
      later: true,
    })
  }, 60_000)
})
