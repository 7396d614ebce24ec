import { describe, expect, it } from 'vitest'
import { judgeRows } from '../../../src/main/rules/bulkAnswer'

const rows = [{ names: ['d1', 'acme.example'] }, { names: ['d2', 'globex.example'] }, { names: ['d3'] }]
const failed = { id: 'd2', success: false, error: 'No zone' }
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
    // In a list that stands under any name, or under none.
    { status: 200, data: [{ id: 'd1', success: true }, failed] },
    [{ id: 'd1' }, failed],
    { data: { forwardings: [{ id: 'd1', success: true }, failed] } },
    { data: { workspaces: [{ id: 'w1', domains: [{ id: 'd1' }, failed] }] } },
    { data: { results: [{ id: 'd2', error: { message: 'No zone' } }] } },
    { data: { results: [{ domain: { id: 'd2' }, errors: [{ message: 'No zone' }] }] } },
    // By their names.
    { data: { errors: { 'globex.example': 'No zone' } } },
    { data: { errors: { d2: ['No zone', 'No name servers'] } } },
    { data: { d1: { success: true }, d2: { success: false, error: 'No zone' }, d3: { success: true } } },
    { data: { results: { d1: { status: 'ok' }, d2: { status: 'FAILED', reason: 'No zone' } } } },
    { data: { failed: { count: 1, items: [{ id: 'd2', reason: 'No zone' }] } } },
    { data: { failed: { items: [{ id: 'd2', reason: 'No zone' }] }, successCount: 2 } },
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

  it.each([
    { data: { successCount: 2, total: 3 } },
    { data: { succeeded: ['d1', 'd2'] } },
    { updated: 2 },
    { data: { processed: 2, created: 3 } },
    { data: { result: { success: false } } },
    { error: 'Some failed', data: null },
    { error: { message: 'Some failed' } },
    { data: { errors: { forwardTo: ['is not reached'] } } },
    { data: [{ success: false, error: 'Some failed' }] },
    { data: { failed: { message: 'Some failed' } } },
    { data: { skipped: 1 } },
    { data: { failed: 1, skipped: 1, errors: { d2: 'No zone' }, updated: 3 } },
  ])('that says of some that they failed, and not of which, leaves them unclear: %#', (body) => {
    const named = 'errors' in Object(Object(body).data) && 'failed' in Object(Object(body).data)
    expect(kinds(body)).toEqual(['unclear', named ? 'refused' : 'unclear', 'unclear'])
  })

  it('leaves a row unclear where only something of it failed', () => {
    const records = [{ id: 'r1', success: false }]
    expect(kinds({ data: [{ id: 'd2', success: true, records }] })).toEqual(['done', 'unclear', 'done'])
  })

  it('that says what was not found has that refused, and the rest is done where it counts them', () => {
    expect(kinds({ data: { updated: ['d1', 'd3'], notFound: ['d2'] } })).toEqual(['done', 'refused', 'done'])
    expect(kinds({ data: { updated: ['d1'], notFound: ['d2'] } })).toEqual(['unclear', 'refused', 'unclear'])
    expect(kinds({ data: { d1: true, d2: false, d3: true } })).toEqual(['done', 'refused', 'done'])
  })

  it('that has begun with all of them and counts on is no failure', () => {
    const export1 = { id: 'e1', status: 'PENDING', total: 3, processed: 0, failed: 0 }
    expect(kinds({ data: export1 })).toEqual(['done', 'done', 'done'])
    expect(kinds({ data: { added: 3, removed: 0 } })).toEqual(['done', 'done', 'done'])
    expect(kinds({ data: { id: 't1', name: 'vip', assigned: [] } })).toEqual(['done', 'done', 'done'])
  })

  it('refuses no row for a word that an answer has anyway', () => {
    const people = [{ names: ['error'] }, { names: ['status'] }, { names: ['data'] }, { names: ['ada'] }]
    const judged = (body: unknown) => judgeRows(body, people).map(({ kind }) => kind)
    const done = ['done', 'done', 'done', 'done']
    expect(judged({ status: 'OK', data: { status: 'failed', data: [] }, error: null })).toEqual(done)
    expect(
      judged({ data: [{ id: 'm1', ada: { status: 'failed' }, checks: [{ status: 'failed' }] }] }),
    ).toEqual(done)
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
