import { describe, expect, it } from 'vitest'
import { isValueInPath, shapeOfText } from '../../../../src/main/rules/samples/shapes'
import { cpuTime } from '../../../support/process/cpuTime'

describe('what the value of a sample looks like', () => {
  it.each([
    ['anna@agency-mail.com', 'email'],
    ['https://agency-mail.com/welcome', 'url'],
    ['mail.agency-mail.com', 'host'],
    ['0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b', 'id'],
    ['{{mailboxId}}', 'unknown'],
    ['Acme', 'text'],
  ])('%s: %s', (text, shape) => {
    expect(shapeOfText(text)).toBe(shape)
  })

  it('is plain text where it is longer than any of these', () => {
    expect(shapeOfText(`anna@${'agency-'.repeat(60)}mail.com`)).toBe('text')
    expect(isValueInPath(`anna@${'agency-'.repeat(60)}mail.com`)).toBe(false)
  })

  it('is seen at once, however long the value is that is none of these in the end', () => {
    expect(cpuTime(() => shapeOfText(`a@${'.'.repeat(60_000)} `))).toBeLessThan(1_000)
  })
})
