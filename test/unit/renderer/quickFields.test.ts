import { describe, expect, it } from 'vitest'
import { blankFields, complaintsOf, countOf, MOST_AT_ONCE } from '../../../src/renderer/quick/quickFields'
import { MOST_AT_ONCE as MOST_OF_THE_CONTRACT } from '../../../src/shared/batch'
import { defaultSettings } from '../../../src/shared/settings'

const fields = (change: Partial<ReturnType<typeof blankFields>> = {}) => ({
  ...blankFields(defaultSettings, 'a1'),
  ...change,
})

describe('how many addresses are asked for', () => {
  it('has the bound that main has', () => {
    expect(MOST_AT_ONCE).toBe(MOST_OF_THE_CONTRACT)
  })

  it('is one to begin with', () => {
    expect(countOf(fields())).toBe(1)
    expect(Object.values(complaintsOf(fields())).every((each) => each === null)).toBe(true)
  })

  it('is a whole number from 1 to 50', () => {
    expect(['1', ' 7 ', '50'].map((count) => countOf({ count }))).toEqual([1, 7, 50])
    for (const count of ['', '0', '51', '-1', '1.5', '1e1', 'three', '٣'])
      expect(countOf({ count })).toBeNull()
    expect(complaintsOf(fields({ count: '51' })).count).toBe('range')
  })

  it('is one where a name is typed: a name is one address', () => {
    expect(complaintsOf(fields({ count: '2', localPart: 'garden' })).count).toBe('one-name')
    expect(complaintsOf(fields({ count: '1', localPart: 'garden' })).count).toBeNull()
  })
})
