import { describe, expect, it } from 'vitest'
import { judgeRows } from '../../../src/main/rules/bulkAnswer'

const rows = [{ names: ['d1', 'acme.example'] }, { names: ['d2', 'globex.example'] }, { names: ['d3'] }]
const kinds = (body: unknown) => judgeRows(body, rows).map(({ kind }) => kind)

describe('an answer that accepts a request of several rows', () => {
  it('that names no failure says that all are done', () => {
    expect(kinds({ status: 200, message: 'DMARC records added', data: null })).toEqual([
      'done',
      'done',
      'done',
    ])
    expect(kinds({ data: { successCount: 3, failedCount: 0 } })).toEqual(['done', 'done', 'done'])
    expect(kinds({ data: { domains: [{ id: 'd1' }, { id: 'd2', status: 'ACTIVE' }] } })).toEqual([
      ...['done', 'done', 'done'],
    ])
  })

  it.each([
    { data: { successCount: 2, failedCount: 1, failed: [{ domainId: 'd2', reason: 'No zone' }] } },
    {
      success: true,
      data: {
        results: [
          { id: 'd1', success: true },
          { id: 'd2', success: false, error: 'No zone' },
        ],
      },
    },
    { failedCount: '1', errors: [{ domain: 'GLOBEX.example', message: 'No zone' }] },
    {
      data: { results: [{ domainName: 'globex.example', status: 'FAILED', error: { message: 'No zone' } }] },
    },
  ])('that names one has it refused, in its words: %#', (body) => {
    expect(judgeRows(body, rows)).toEqual([
      { kind: 'done' },
      { kind: 'refused', message: 'No zone' },
      { kind: 'done' },
    ])
  })

  it('that counts more failures than it names leaves the others unclear', () => {
    expect(kinds({ data: { failedCount: 2, failed: ['d2'] } })).toEqual(['unclear', 'refused', 'unclear'])
    expect(kinds({ data: { failedCount: 1 } })).toEqual(['unclear', 'unclear', 'unclear'])
    expect(kinds({ errors: [{ message: 'Something failed' }] })).toEqual(['unclear', 'unclear', 'unclear'])
  })

  it('names no row by a word that several of them have', () => {
    const ofOneDomain = [{ names: ['acme.example', 'ada'] }, { names: ['acme.example', 'bob'] }]
    const failed = (item: object) => judgeRows({ failed: [item] }, ofOneDomain).map(({ kind }) => kind)
    expect(failed({ domain: 'acme.example', username: 'bob', error: 'Taken' })).toEqual(['done', 'refused'])
    expect(failed({ domain: 'acme.example', error: 'Full' })).toEqual(['unclear', 'unclear'])
  })

  it('that names a failure which is none of its rows leaves them unclear', () => {
    expect(kinds({ failed: [{ domainId: 'd9' }] })).toEqual(['unclear', 'unclear', 'unclear'])
  })

  it('is no failure for what it is called beside its rows', () => {
    expect(kinds({ message: 'ok', data: { errors: [], failed: [], results: [] } })).toEqual([
      'done',
      'done',
      'done',
    ])
    expect(kinds([])).toEqual(['done', 'done', 'done'])
    expect(kinds(null)).toEqual(['done', 'done', 'done'])
  })
})
