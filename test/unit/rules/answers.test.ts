import { describe, expect, it } from 'vitest'
import { findAnswerLink } from '../../../src/main/rules/answerLink'
import { judgeFilled } from '../../../src/main/rules/operationInputs'
import { cutTable, writeJson } from '../../../src/main/rules/shownAnswer'
import { operationOf } from '../../../src/shared/litemail/operations'

const tableOf = (rows: readonly (readonly (string | null)[])[]) => ({
  columns: ['id', 'text'],
  rows,
  rowsLeft: 0,
  beside: [],
  message: null,
})

describe('an answer that is shown', () => {
  it('is whole where it is small', () => {
    const table = tableOf([
      ['"1"', null],
      ['"2"', '{"a":1}'],
    ])
    expect(cutTable(table)).toEqual(table)
  })

  it('has 1,000 rows at most, and says how many are behind them', () => {
    const cut = cutTable(tableOf(Array.from({ length: 1_234 }, (_, n) => [`"${n}"`, null])))
    expect(cut.rows).toHaveLength(1_000)
    expect(cut.rowsLeft).toBe(234)
    expect(cutTable({ ...tableOf([['"1"', null]]), rowsLeft: 7 }).rowsLeft).toBe(7)
  })

  it('has long cells cut, and fewer rows where they are all long', () => {
    const cut = cutTable(tableOf(Array.from({ length: 900 }, () => ['x'.repeat(50_000), 'y'.repeat(1_990)])))
    expect(cut.rows[0]?.[0]).toBe(`${'x'.repeat(2_000)}…`)
    expect(cut.rows.length).toBeLessThan(300)
    expect(cut.rows.length + cut.rowsLeft).toBe(900)
    expect(JSON.stringify(cut).length).toBeLessThan(1_100_000)
  })

  it('is cut as JSON, and says so', () => {
    expect(writeJson({ a: 1 })).toEqual({ json: '{\n  "a": 1\n}', isJsonCut: false })
    const long = writeJson(['x'.repeat(500_000)])
    expect([long.json.length, long.isJsonCut]).toEqual([400_000, true])
  })
})

describe('the page that an answer leads to', () => {
  it('is the one whose name says most plainly that it is to be paid at', () => {
    const found = findAnswerLink({
      message: 'https://docs.example/why',
      data: { link: 'https://cdn.example/logo', order: { paymentLink: 'https://pay.example/c/1?x=2' } },
    })
    expect(found).toEqual({ href: 'https://pay.example/c/1?x=2', host: 'pay.example' })
  })

  it('is the outermost of two alike, and any address where none has a name', () => {
    expect(findAnswerLink({ url: 'https://a.example/', inner: { url: 'https://b.example/' } })?.host).toBe(
      'a.example',
    )
    expect(findAnswerLink({ data: ['https://c.example/1'] })?.host).toBe('c.example')
  })

  it.each([
    null,
    {},
    { paymentLink: null },
    { paymentLink: 'http://pay.example/' },
    { paymentLink: 'javascript:alert(1)' },
    { paymentLink: 'file:///etc/passwd' },
    { paymentLink: 'https://user:secret@pay.example/' },
    { paymentLink: 'https://pay.example/ and more' },
    { paymentLink: `https://pay.example/${'x'.repeat(5_000)}` },
  ])('is none in %j', (answer) => {
    expect(findAnswerLink(answer)).toBeNull()
  })

  it('is shown with its name as it is looked up', () => {
    expect(findAnswerLink({ paymentLink: 'https://pаypal.com/' })?.host).toMatch(/^xn--/)
  })

  it('is looked for no longer than is reasonable', () => {
    const wide = Array.from({ length: 200_000 }, (_, n) => ({ n, deeper: { deepest: [n] } }))
    expect(findAnswerLink({ wide })).toBeNull()
  })
})

describe('what is filled in', () => {
  const available = operationOf('domains.available')

  it('fits where it is what the operation needs', () => {
    expect(judgeFilled(available, { domainName: 'acme', tlds: ['com'], years: 2 })).toEqual([])
    expect(judgeFilled(operationOf('tags.list'), {})).toEqual([])
  })

  it.each([
    [{ tlds: ['com'] }, 'inputs.domainName: missing'],
    [{ domainName: ' ', tlds: ['com'] }, 'inputs.domainName: kind'],
    [{ domainName: 'acme', tlds: [] }, 'inputs.tlds: kind'],
    [{ domainName: 'acme', tlds: ['com', ' '] }, 'inputs.tlds: kind'],
    [{ domainName: 'acme', tlds: 'com' }, 'inputs.tlds: kind'],
    [{ domainName: 'acme', tlds: ['com'], years: '2' }, 'inputs.years: kind'],
    [{ domainName: 'acme', tlds: ['com'], years: Number.NaN }, 'inputs.years: kind'],
    [{ domainName: 'acme', tlds: ['com'], surprise: 1 }, 'inputs: unknown'],
  ])('does not in %j', (filled, issue) => {
    expect(judgeFilled(available, filled)).toContain(issue)
  })

  it('is one of the choices where there are choices', () => {
    const operation = {
      ...available,
      input: [{ name: 'app', place: 'query', type: 'text', isRequired: true, choices: ['A', 'B'] }] as const,
    }
    expect(judgeFilled(operation, { app: 'A' })).toEqual([])
    expect(judgeFilled(operation, { app: 'C' })).toEqual(['inputs.app: choice'])
  })
})
