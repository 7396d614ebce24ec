import { describe, expect, it } from 'vitest'
import { readCsvRows } from '../../../src/main/transfer/csvRows'
import { aFile, readGood, readWhole } from './files'

/** Pieces of a text as a file gives them, cut anywhere. */
async function* cut(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}
const rowsOf = async (text: string, size = 7) => {
  const rows = []
  for await (const found of readCsvRows(cut(text, size), ',')) rows.push(...found)
  return rows
}
const emails = async (content: string | Uint8Array) =>
  (await readGood(aFile(content))).lines.map(({ row, problems }) => row?.email ?? problems[0])
const problem = async (content: string | Uint8Array) => {
  const read = await readWhole(aFile(content))
  return read.ok ? read.value : read.error
}

describe('rows that come in pieces', () => {
  const text = 'a,"b ""c""\r\n,d",e\r\n\r\n"f",g\n h , "i",\n'
  const expected = [
    { line: 1, cells: ['a', 'b "c"\r\n,d', 'e'] },
    { line: 4, cells: ['f', 'g'] },
    { line: 5, cells: [' h ', ' "i"', ''] },
  ]
  it.each([1, 2, 3, 5, 8, 1_000])('are the same however they are cut (%i characters)', async (size) => {
    expect(await rowsOf(text, size)).toEqual(expected)
  })
})

describe('a file', () => {
  it.each([
    [',', 'a@b.example,x,y'],
    [';', 'a@b.example;x;y'],
    ['\t', 'a@b.example\tx\ty'],
    ['|', 'a@b.example|x|y'],
  ])('with the separator %j is read by it', async (separator, line) => {
    const { reading, lines } = await readGood(aFile(`${`${line}\n`.repeat(5)}`))
    expect(reading.separator).toBe(separator)
    expect(lines[0]?.cells).toEqual(['a@b.example', 'x', 'y'])
  })

  it.each([
    ['UTF-8', Buffer.from('email,note\na@b.example,é\n')],
    ['UTF-8 with a mark', Buffer.from('\ufeffemail,note\na@b.example,é\n')],
    ['UTF-16 with a mark', Buffer.from('\ufeffemail,note\na@b.example,é\n', 'utf16le')],
    [
      'UTF-16 with a mark, big end first',
      Buffer.from('\ufeffemail,note\na@b.example,é\n', 'utf16le').swap16(),
    ],
  ])('in %s is understood', async (_, content) => {
    expect((await readGood(aFile(content))).lines[0]?.row).toMatchObject({ email: 'a@b.example', note: 'é' })
  })

  it('in Latin-1 is refused with its line rather than mangled', async () => {
    const lines = Buffer.from('email,note\na@b.example,é\n', 'latin1')
    expect(await problem(lines)).toMatchObject({ problem: 'not-understood', line: expect.any(Number) })
  })

  it('with a NUL in it is refused with its line', async () => {
    expect(await problem('email,note\na@b.example,x\nb@b.example,\0\n')).toEqual({
      kind: 'file',
      problem: 'not-understood',
      line: 3,
    })
  })

  it.each(['', '\ufeff', ' \n\n'])('without anything in it is empty (%j)', async (content) => {
    expect(await problem(content)).toMatchObject({ problem: 'empty' })
  })

  it('that is a folder is not readable, one that is not there is gone', async () => {
    expect(await readWhole('/')).toMatchObject({ error: { problem: 'not-readable' } })
    expect(await readWhole('/no/such/file')).toMatchObject({ error: { problem: 'gone' } })
  })

  it('of an old Macintosh has lines too', async () => {
    expect(await emails('email\ra@b.example\rb@b.example\r')).toEqual(['a@b.example', 'b@b.example'])
  })

  it('with a broken quote loses that line alone', async () => {
    expect(await emails('email,note\na@b.example,"x\nb@b.example,y\nc@b.example,z\n')).toEqual([
      'broken-quotes',
      'b@b.example',
      'c@b.example',
    ])
  })

  it('with a line of a million characters loses that line alone', async () => {
    const long = 'x'.repeat(1_100_000)
    expect(await emails(`email,note\na@b.example,x\n${long}\nb@b.example,y\n`)).toEqual([
      'a@b.example',
      'too-long',
      'b@b.example',
    ])
  })

  it('that is nothing but broken quotes is refused, in bounded time', { timeout: 20_000 }, async () => {
    const line = `a@b.example,"x" y "${'z'.repeat(3_000)}\n`
    const read = await problem(`email,note\n${line.repeat(2_001)}`)
    expect(read).toMatchObject({ kind: 'file', problem: 'not-understood' })
  })
})

describe('JSON', () => {
  const head = '{"format":"mailroom.addresses","version":1,"addresses":['
  it.each([
    ['of another program', '{"aliases":[{"email":"a@b.example"}]}'],
    ['of a later version', '{"format":"mailroom.addresses","version":2,"addresses":[]}'],
    ['that breaks off', `${head}{"address":"a@b.example"}`],
    ['that breaks off in a text', `${head}{"address":"a@b.exam`],
    [
      'with something between its addresses',
      `${head}{"address":"a@b.example"} x {"address":"c@b.example"}]}`,
    ],
    ['that is a list of texts', `${head}"a@b.example"]}`],
    ['that is no JSON', '{ this is not JSON'],
  ])('%s is refused', async (_, text) => {
    expect(await problem(text)).toMatchObject({ kind: 'file', problem: 'not-understood' })
  })

  it('loses only what is no address', async () => {
    const text = `${head}\n{"address":"a@b.example"},\n{"note":1},\n[],\n{"address":"b@b.example","extra":{"x":[1]}}]}`
    const { lines } = await readGood(aFile(text))
    expect(lines.map(({ line, row, problems }) => [line, row?.email ?? problems[0]])).toEqual([
      [2, 'a@b.example'],
      [3, 'no-address'],
      [4, 'no-address'],
      [5, 'b@b.example'],
    ])
  })
})
