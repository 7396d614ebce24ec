import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../../src/main/rules/samples/inputNames'
import { cpuTime } from '../../../support/process/cpuTime'

describe('the words of a name', () => {
  it.each(['firstName', 'first_name', 'FIRST-NAME', 'first.name', 'First Name'])('%s', (name) => {
    expect(wordsOf(name)).toEqual(['first', 'name'])
  })

  it('have capitals that belong together in one', () => {
    expect(wordsOf('DNSRecordID')).toEqual(['dns', 'record', 'id'])
    expect(wordsOf('isMXOk')).toEqual(['is', 'mx', 'ok'])
  })

  it('are read at once, however long the name is', () => {
    expect(cpuTime(() => wordsOf('A'.repeat(60_000)))).toBeLessThan(1_000)
  })
})
