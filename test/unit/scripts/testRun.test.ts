import { describe, expect, it } from 'vitest'
import {
  closingLine,
  failed,
  resultOfPlaywright,
  resultOfProgram,
  resultOfVitest,
  sum,
} from '../../../scripts/testing/results.mjs'
import { readSelection } from '../../../scripts/testing/selection.mjs'

describe('the arguments of npm test', () => {
  it.each([
    ['nothing: everything', [], ['types', 'style', 'build', 'unit', 'desktop'], []],
    ['unit', ['unit'], ['unit'], []],
    ['desktop: what it needs, too', ['desktop'], ['build', 'desktop'], []],
    ['check', ['check'], ['types', 'style'], []],
    ['two of them, in their order', ['desktop', 'check'], ['types', 'style', 'build', 'desktop'], []],
    ['part of a file name: the tests it fits', ['journal'], ['build', 'unit', 'desktop'], ['journal']],
    ['part of a file name of one kind', ['unit', 'journal'], ['unit'], ['journal']],
  ])('may be %s', (_what, args, parts, filters) => {
    expect(readSelection(args)).toEqual({ parts, filters, isLong: false })
  })

  it('may ask for ten times the seeds', () => {
    expect(readSelection(['--long']).isLong).toBe(true)
  })

  it('are refused where they are not known', () => {
    expect(() => readSelection(['--lnog'])).toThrow('--lnog')
  })
})

describe("Vitest's report", () => {
  const file = (status: string, ...tests: string[]) => ({
    name: '/clone/test/unit/a.test.ts',
    status,
    assertionResults: tests.map((each) => ({ status: each, fullName: `is ${each}` })),
  })

  it('counts each test, and names those that failed', () => {
    const report = { testResults: [file('failed', 'passed', 'failed', 'skipped', 'todo', 'passed')] }
    expect(resultOfVitest(report, 1, '/clone')).toEqual({
      passed: 2,
      failed: 1,
      skipped: 2,
      failures: ['test/unit/a.test.ts: is failed'],
    })
  })

  it('with a file that broke before its tests is a failure', () => {
    expect(resultOfVitest({ testResults: [file('failed')] }, 1, '/clone')).toMatchObject({
      failed: 1,
      failures: ['test/unit/a.test.ts'],
    })
  })

  it('of passing tests is a failure all the same where Vitest itself ended badly', () => {
    expect(resultOfVitest({ testResults: [file('passed', 'passed')] }, 1, '/clone')).toMatchObject({
      passed: 1,
      failed: 1,
    })
  })

  it('that is missing is a failure, even after a good end', () => {
    expect(resultOfVitest(undefined, 0, '/clone')).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe("Playwright's report", () => {
  const suite = (...statuses: string[]) => ({
    title: 'a.spec.ts',
    specs: [],
    suites: [{ title: 'journey', specs: statuses.map((status) => ({ title: status, tests: [{ status }] })) }],
  })

  it('counts each test, however deep, and names those that failed', () => {
    const report = { suites: [suite('expected', 'unexpected', 'skipped')], errors: [] }
    expect(resultOfPlaywright(report, 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      failures: ['a.spec.ts › journey › unexpected'],
    })
  })

  it('takes a test that passed only on a second try for a failure', () => {
    expect(resultOfPlaywright({ suites: [suite('flaky')] }, 0)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('takes an error outside of every test for a failure', () => {
    const report = { suites: [], errors: [{ message: 'No tests found\n at x' }] }
    expect(resultOfPlaywright(report, 1)).toMatchObject({ failed: 1, failures: ['No tests found'] })
  })

  it('that is missing is a failure', () => {
    expect(resultOfPlaywright(undefined, 137)).toMatchObject({ failed: 1 })
  })
})

describe('a whole run', () => {
  it('adds up, with checks and build as a test each', () => {
    const report = { suites: [{ title: 'a', specs: [{ title: 'b', tests: [{ status: 'skipped' }] }] }] }
    const total = sum([
      resultOfProgram('types', 0),
      resultOfProgram('style', 1),
      resultOfPlaywright(report, 0),
    ])
    expect(closingLine(total)).toBe('1 passed, 1 failed, 1 skipped')
    expect(total.failures).toEqual(['style (ended with 1)'])
  })

  it('in which no test ran is a failure', () => {
    expect(closingLine(sum([]))).toBe('0 passed, 1 failed')
  })

  it('whose set-up failed is a failure', () => {
    expect(closingLine(sum([failed('set-up')]))).toBe('0 passed, 1 failed')
  })
})
