import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { guardCell, joinLabels, splitLabels, unguardCell } from '../../../src/main/rules/csvCell'
import { csvPiece, JSON_TAIL, jsonHead, jsonPiece } from '../../../src/main/transfer/exportText'
import type { Address } from '../../../src/shared/address'
import { anAddress, ownFolder, readGood } from './files'

const RUNS = process.env.MAILROOM_LONG ? 2_000 : 200

/** What makes trouble in a cell: formulas, quotes, separators, line breaks, right-to-left text, marks, pairs. */
const hostile = fc.constantFrom(
  ...[
    '=1+1',
    '+49',
    '-2',
    '@SUM(A1)',
    '\t',
    '\r',
    '\n',
    '\r\n',
    '"',
    '""',
    "'",
    "''",
    "'=",
    ',',
    ';',
    '|',
    '\\',
    '\\;',
  ],
  ...[
    'שלום',
    'مرحبا',
    '\u202e',
    '\u200f',
    'é',
    'e\u0301',
    '😀',
    '日本語',
    '\ufeff',
    '\u00a0',
    ' ',
    '<b>',
    'null',
    '0',
  ],
)
/** Without halves of a pair, which no file in UTF-8 can hold. */
const whole = (value: string): string => value.replace(/\p{Surrogate}/gu, '')
const text = (most: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      {
        weight: 6,
        arbitrary: fc.array(fc.oneof(hostile, fc.string({ unit: 'grapheme' })), { maxLength: 12 }),
      },
      { weight: 1, arbitrary: fc.constant(['=', 'x'.repeat(most)]) },
    )
    // As Mailroom keeps it: trimmed, without NUL, whole characters only.
    .map((parts) => whole(parts.join('').replaceAll('\0', '').trim().slice(0, most)).trim())

const label = text(40).filter((one) => one !== '')
const moment = fc.integer({ min: 0, max: 4_000_000_000_000 })
const local = fc.string({ unit: fc.constantFrom(...'abcxyz019.-_+='), minLength: 4, maxLength: 30 })

const address: fc.Arbitrary<Address> = fc
  .record({
    local,
    note: text(4_000),
    labels: fc.uniqueArray(label, { maxLength: 20, selector: (one) => one.toLowerCase() }),
    tag: fc.option(text(50).filter((one) => one !== '')),
    accountName: fc.option(text(80).filter((one) => one !== '')),
    at: moment,
    hiddenAt: fc.option(moment),
  })
  .map(({ local: name, ...given }) => anAddress({ email: `${name}@ig.do`, ...given }))

const kept = ({ email, note, labels, tag, accountName, at, hiddenAt }: Address) => ({
  email,
  note,
  labels,
  tag,
  account: accountName,
  at,
  hidden: hiddenAt,
})

const write = (name: string, content: string): string => {
  const path = join(ownFolder(), name)
  writeFileSync(path, content)
  return path
}

describe('a cell', () => {
  it('is never one that a spreadsheet runs, and is the same again once it is back', () => {
    fc.assert(
      fc.property(text(4_000), (cell) => {
        expect(guardCell(cell)).not.toMatch(/^[=+\-@\t\r]/)
        expect(unguardCell(guardCell(cell))).toBe(cell)
      }),
      { numRuns: RUNS },
    )
  })

  it('of another program that only begins with an apostrophe stays as it is', () => {
    expect(unguardCell("'s-Hertogenbosch")).toBe("'s-Hertogenbosch")
    expect(unguardCell("'=1+1")).toBe('=1+1')
  })

  it('holds several labels whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(label), (labels) => {
        expect(splitLabels(joinLabels(labels))).toEqual(labels)
      }),
      { numRuns: RUNS },
    )
  })
})

describe('addresses that are exported and imported again', () => {
  it('are the same in CSV', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(address, { minLength: 1, maxLength: 8 }), async (addresses) => {
        const path = write(
          'list.csv',
          csvPiece(addresses.slice(0, 3), true) + csvPiece(addresses.slice(3), false),
        )
        const { lines, reading } = await readGood(path)
        expect(reading).toMatchObject({ format: 'csv', separator: ',', hasHeader: true })
        expect(lines.map(({ row }) => row)).toEqual(addresses.map(kept))
        expect(lines.flatMap(({ problems }) => problems)).toEqual([])
      }),
      { numRuns: RUNS },
    )
  })

  it('are the same in JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(address, { minLength: 1, maxLength: 8 }), async (addresses) => {
        const path = write('list.json', jsonHead(0) + jsonPiece(addresses, true) + JSON_TAIL)
        expect((await readGood(path)).lines.map(({ row }) => row)).toEqual(addresses.map(kept))
      }),
      { numRuns: RUNS },
    )
  })

  it('are the same in JSON that another program has laid out anew', async () => {
    const addresses = [anAddress({ note: 'a ] } " \\ note' }), anAddress({ email: 'two@ig.do' })]
    const json: unknown = JSON.parse(jsonHead(0) + jsonPiece(addresses, true) + JSON_TAIL)
    const path = write('list.json', JSON.stringify(json, null, 4))
    expect((await readGood(path)).lines.map(({ row }) => row)).toEqual(addresses.map(kept))
  })

  it('are read by others as RFC 4180 has it: commas, CRLF, quotes doubled', () => {
    const csv = csvPiece([anAddress({ note: 'a "b", c\nd' })], true)
    expect(csv.startsWith('\ufeffAddress,Note,')).toBe(true)
    expect(csv).toContain('"a ""b"", c\nd"')
    expect(csv.endsWith('\r\n')).toBe(true)
    expect(Papa.parse<string[]>(csv.slice(1), { newline: '\r\n' }).data[1]?.[1]).toBe('a "b", c\nd')
  })
})
