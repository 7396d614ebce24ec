import { mkdtempSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportAddresses } from '../../../src/main/actions/exportAddresses'
import { closeImport, openImport, readImport, runImport } from '../../../src/main/actions/importAddresses'
import { listCopies } from '../../../src/main/actions/localCopies'
import { newestFirst } from '../../../src/shared/addressView'
import type { ImportPreview } from '../../../src/shared/transfer'
import { snapshotOf } from '../../support/actions/snapshotOf'
import { take } from '../../support/actions/world'
import { worldPerTest } from '../../support/actions/worldPerTest'

const here = worldPerTest()

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailroom-import-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const choose = (content: string | Uint8Array, name = 'list.csv'): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  here.world.chosenFiles.import = path
  return path
}

const open = async (content: string | Uint8Array, name?: string): Promise<ImportPreview> => {
  choose(content, name)
  const opened = take(await openImport(here.world.context))
  if (opened === null) throw new Error('no file was chosen')
  return opened
}

const run = async (
  { file, reading }: ImportPreview,
  accountId: string | null = null,
  labels: string[] = [],
) => take(await runImport(here.world.context, { file, reading, accountId, labels }))

const OWN = 'Address,Note,Labels,Account,Created\n'

describe('a file that was chosen', () => {
  it('is shown with its first 20 rows, cut, and with what is new in it and what is known', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => `n${n}@ig.do,${'x'.repeat(300)},a;b,,2026-03-09`)
    await run(await open(`${OWN}n1@ig.do,,,,\n`))
    const shown = await open(OWN + rows.join('\n'))
    expect(shown).toMatchObject({ total: 30, fresh: 29, known: 1, problems: [], problemCount: 0 })
    expect(shown.titles).toEqual(['Address', 'Note', 'Labels', 'Account', 'Created'])
    expect(shown.rows).toHaveLength(20)
    expect(shown.rows[0]).toEqual(['n0@ig.do', 'x'.repeat(200), 'a;b', '', '2026-03-09'])
    expect(shown.fileName).toBe('list.csv')
    expect(await here.listed()).toHaveLength(1)
  })

  it('can be read in another way', async () => {
    const shown = await open('one@ig.do,first\ntwo@ig.do,second\n')
    expect(shown.reading).toMatchObject({ hasHeader: false, columns: ['address', null] })
    const reading = { ...shown.reading, columns: ['address' as const, 'note' as const] }
    const again = take(await readImport(here.world.context, { file: shown.file, reading }))
    await run(again)
    expect((await here.listed()).map(({ note }) => note).sort()).toEqual(['first', 'second'])
  })

  it('is nothing any more once it was closed', async () => {
    const { file, reading } = await open(`${OWN}a@ig.do,,,,\n`)
    closeImport(here.world.context, file)
    expect(await runImport(here.world.context, { file, reading, accountId: null, labels: [] })).toMatchObject(
      { error: { kind: 'not-found', what: 'file' } },
    )
  })

  it.each(['changed', 'vanished'])('and %s since is not imported: nothing changes', async (how) => {
    const path = choose(`${OWN}a@ig.do,,,,\n`)
    const { file, reading } = take(await openImport(here.world.context)) ?? expect.fail()
    if (how === 'vanished') unlinkSync(path)
    else writeFileSync(path, `${OWN}b@ig.do,,,,\n`)
    expect(await runImport(here.world.context, { file, reading, accountId: null, labels: [] })).toEqual({
      ok: false,
      error: { kind: 'file', problem: 'gone', line: null },
    })
    expect(await here.listed()).toEqual([])
  })
})

describe('an import', () => {
  it('adds addresses that no service has shown, with all that the file says, after a copy', async () => {
    const report = await run(
      await open(`${OWN}a@ig.do,"a ""b""\nc","one; two",,2026-03-09T12:00:00Z\n`),
      null,
      ['from a file'],
    )
    expect(report).toEqual({ added: 1, merged: 0, unchanged: 0, left: 0, problems: [] })
    expect(await here.listed()).toMatchObject([
      {
        ...{ email: 'a@ig.do', note: 'a "b"\nc', labels: ['from a file', 'one', 'two'], state: 'imported' },
        ...{ accountId: null, via: 'import', at: Date.UTC(2026, 2, 9, 12) },
      },
    ])
    expect(take(await listCopies(here.world.context)).map(({ why }) => why)).toEqual(['import'])
  })

  it('never overwrites a note, and changes nothing the second time', async () => {
    await run(await open(`${OWN}a@ig.do,mine,own,,\n`))
    const second = `${OWN}A@ig.do,theirs,Other,,\nb@ig.do,,,,\n`
    expect(await run(await open(second))).toMatchObject({ added: 1, merged: 1, unchanged: 0 })
    const after = await here.listed()
    expect(after.find(({ email }) => email === 'a@ig.do')).toMatchObject({
      note: 'mine\ntheirs',
      labels: ['Other', 'own'],
    })
    expect(await run(await open(second))).toMatchObject({ added: 0, merged: 0, unchanged: 2 })
    expect(await here.listed()).toEqual(after)
  })

  it('gives an address to the account that its line names, else to the one that is chosen', async () => {
    const first = await here.world.connect(here.likedo.origin)
    await here.world.context.store.write('accounts.update', { id: first.id, patch: { name: 'Work' } })
    const second = await here.world.connect(here.likedo.origin)
    await run(await open(`${OWN}a@ig.do,,,work,\nb@ig.do,,,Somebody else,\nc@ig.do,,,,\n`), second.id)
    const owners = new Map((await here.listed()).map(({ email, accountId }) => [email, accountId]))
    expect(Object.fromEntries(owners)).toEqual({
      'a@ig.do': first.id,
      'b@ig.do': second.id,
      'c@ig.do': second.id,
    })
  })

  it('leaves what is created or under way as it is, and adds its note', async () => {
    const account = await here.world.connect(here.likedo.origin)
    const created = take(await here.world.press({ wish: { note: 'first' } }))
    await run(await open(`${OWN}${created.email},second,,,2001-01-01\n`), account.id)
    const listed = await here.listed()
    expect(listed).toMatchObject([{ state: 'created', note: 'first\nsecond', accountId: account.id }])
    expect(listed).toHaveLength(1)
    expect(new Date(listed[0]?.at ?? 0).getUTCFullYear()).not.toBe(2001)
  })

  it('reports each line that it could not take, and each that it took without a part', async () => {
    const shown = await open(
      `${OWN}${[
        ',no address,,,',
        'nobody,x,,,',
        `long@ig.do,${'x'.repeat(4_001)},,,`,
        `label@ig.do,,${'y'.repeat(41)};good,,`,
        'date@ig.do,,,,yesterday',
        'twice@ig.do,a,,,',
        'TWICE@ig.do,b,,,',
      ].join('\n')}\n`,
    )
    const expected = [
      { line: 2, problem: 'no-address', isTaken: false },
      { line: 3, problem: 'not-an-address', isTaken: false },
      { line: 4, problem: 'note-too-long', isTaken: true },
      { line: 5, problem: 'label', isTaken: true },
      { line: 6, problem: 'date', isTaken: true },
      { line: 8, problem: 'twice', isTaken: true },
    ]
    expect(shown.problems).toEqual(expected)
    expect(await run(shown)).toEqual({ added: 4, merged: 1, unchanged: 0, left: 2, problems: expected })
    const listed = new Map((await here.listed()).map((row) => [row.email, row]))
    expect(listed.get('long@ig.do')?.note).toBe('')
    expect(listed.get('label@ig.do')?.labels).toEqual(['good'])
    expect(listed.get('twice@ig.do')?.note).toBe('a\nb')
  })

  it('counts all problems and lists a thousand', async () => {
    const shown = await open(`${OWN}${'nobody,,,,\n'.repeat(1_500)}a@ig.do,,,,\n`)
    expect(shown.problemCount).toBe(1_500)
    expect(shown.problems).toHaveLength(1_000)
  })
})

describe('files of other services', () => {
  it('of SimpleLogin are known by their titles; an alias that is off is hidden', async () => {
    const shown = await open(
      'alias,note,enabled,mailboxes\na@sl.example,Shop,True,me@x.example\nb@sl.example,,False,\n',
    )
    expect(shown.reading).toMatchObject({
      format: 'simplelogin',
      columns: ['address', 'note', 'hidden', null],
    })
    await run(shown)
    expect((await here.listed()).map(({ email }) => email)).toEqual(['a@sl.example'])
  })

  it('of addy.io are known by their titles', async () => {
    const titles = 'id,user_id,local_part,extension,domain,email,active,description,created_at,deleted_at'
    const shown = await open(`${titles}\n1,2,a,,addy.example,a@addy.example,1,Shop,2024-05-06 07:08:09,\n`)
    expect(shown.reading.format).toBe('addy')
    await run(shown)
    expect(await here.listed()).toMatchObject([
      { email: 'a@addy.example', note: 'Shop', at: Date.UTC(2024, 4, 6, 7, 8, 9) },
    ])
  })
})

describe('what was exported', () => {
  it.each(['csv', 'json'] as const)(
    'as %s comes back the same, for its user alone to read',
    async (format) => {
      await here.world.connect(here.likedo.origin)
      await here.world.press({ wish: { note: '=HYPERLINK("x")\n"q"', tag: "'t" } })
      await run(await open(`${OWN}x@ig.do,"-1, שלום","=a;b",,2026-03-09T12:00:00.123Z\n`))
      const before = await here.listed()
      const path = join(folder, `out.${format}`)
      here.world.chosenFiles[format] = path
      const { snapshot } = await snapshotOf(here.world.context, newestFirst)
      const written = take(
        await exportAddresses(here.world.context, { format, choice: { snapshot, except: [] } }),
      )
      expect(written).toEqual({ fileName: `out.${format}`, count: 2, bytes: statSync(path).size })
      expect(statSync(path).mode & 0o777).toBe(0o600)

      const shown = await open(readFileSync(path), `out.${format}`)
      expect(shown).toMatchObject({ total: 2, fresh: 0, known: 2, problemCount: 0 })
      expect(await run(shown)).toMatchObject({ added: 0, merged: 0, unchanged: 2 })
      expect(await here.listed()).toEqual(before)
    },
  )

  it('leaves what is there where it cannot be written', async () => {
    await run(await open(`${OWN}x@ig.do,,,,\n`))
    const [row] = await here.listed()
    here.world.chosenFiles.csv = join(folder, 'none', 'out.csv')
    expect(
      await exportAddresses(here.world.context, { format: 'csv', choice: { ids: [row?.id ?? ''] } }),
    ).toEqual({ ok: false, error: { kind: 'file', problem: 'not-writable', line: null } })
  })
})
