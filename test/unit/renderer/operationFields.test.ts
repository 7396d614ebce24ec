import { describe, expect, it } from 'vitest'
import { readFields, typedInputs } from '../../../src/renderer/fields/operationFields'
import { cellText, columnWidths } from '../../../src/renderer/views/operations/read/cellText'
import { operationOf } from '../../../src/shared/litemail/operations'
import { operationReadsText } from '../../../src/shared/text/window/operationReads'

const available = operationOf('domains.available')
const { complaints } = operationReadsText

describe('the fields of an operation', () => {
  it('are sent as what the operation needs, and not at all where nothing stands in them', () => {
    const typed = { domainName: ' acme ', tlds: 'com\n net,org \n\n', years: '2' }
    expect(readFields(available, typed)).toEqual({
      inputs: { domainName: 'acme', tlds: ['com', 'net', 'org'], years: 2 },
      complaints: {},
    })
    expect(readFields(operationOf('tags.list'), { page: '' })).toEqual({ inputs: {}, complaints: {} })
  })

  it('say what stands against each', () => {
    expect(readFields(available, { tlds: ' , \n', years: 'two' })).toEqual({
      inputs: {},
      complaints: { domainName: complaints.needed, tlds: complaints.needed, years: complaints.number },
    })
    const many = Array.from({ length: 1_001 }, (_, n) => `t${n}`).join(' \n')
    expect(readFields(available, { domainName: 'a', tlds: many }).complaints).toEqual({
      tlds: complaints.many,
    })
  })

  it.each([
    ['email', 'a@b', 'a b', complaints.email],
    ['url', 'https://a.example', 'a.example', complaints.url],
    ['color', '#2F9e44', 'green', complaints.color],
    ['country', 'de', 'Germany', complaints.country],
    ['number', '-1.5', '1e9', complaints.number],
  ] as const)('take %s only as it is: %s, not %s', (type, good, bad, complaint) => {
    const operation = {
      ...available,
      input: [{ name: 'x', place: 'query', type, isRequired: true }] as const,
    }
    expect(readFields(operation, { x: good }).complaints).toEqual({})
    expect(readFields(operation, { x: bad }).complaints).toEqual({ x: complaint })
  })

  it('say of what API paths leaves out that it is not sent, as long as something stands in it', () => {
    const list = operationOf('mailboxes.list')
    expect(readFields(list, { page: '1', contains: 'acme' }, ['contains', 'limit'])).toEqual({
      inputs: { page: 1 },
      complaints: { contains: complaints.leftOut },
    })
  })

  it('are filled from what was asked before', () => {
    const inputs = { domainName: 'acme', tlds: ['com', 'net'], years: 2 }
    expect(readFields(available, typedInputs(inputs)).inputs).toEqual(inputs)
  })
})

describe('a cell of an answer', () => {
  it.each([
    ['"two \\"words\\""', 'two "words"', true],
    ['12.5', '12.5', false],
    ['null', 'null', false],
    ['{"a":[1]}', '{"a":[1]}', false],
    ['"cut off in the mid…', 'cut off in the mid…', true],
    ['[1,2,…', '[1,2,…', false],
  ])('is drawn from %s', (cell, words, isText) => {
    expect(cellText(cell)).toEqual({ words, isText })
  })

  it('has a column that is wide enough, within reason', () => {
    const [narrow = 0, long = 0] = columnWidths(['n', 'text'], [['1', `"${'x'.repeat(2_000)}"`]])
    expect([narrow, long]).toEqual([64, 300])
    expect(columnWidths(['a long name of a column'], [])[0]).toBeGreaterThan(150)
  })
})
