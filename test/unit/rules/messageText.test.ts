import { describe, expect, it } from 'vitest'
import { MOST_SHOWN, readableText } from '../../../src/main/rules/messageText'
import { cpuTime } from '../../support/process/cpuTime'

describe('a message’s text as it may be shown', () => {
  it('begins with its first line and ends with its last, whatever is empty around and between them', () => {
    const { text } = readableText('\r\n\r\n  Hello\t\n\n\n\n\n\nAnna\n \u00a0\n\n')
    expect(text).toBe('  Hello\t\n\n\nAnna')
    expect(readableText(' \n \n').text).toBe('')
  })

  it('has nothing in it that cannot be seen or turns around what follows', () => {
    expect(readableText('a\u0000b\u202ec\u2066d\ud800e\ufefff').text).toBe('a bcd\ufffde f')
    expect(readableText(`e${'\u0301'.repeat(50)}`).text).toBe(`e${'\u0301'.repeat(4)}`)
  })

  it('says where there was more of it', () => {
    expect(readableText('a'.repeat(MOST_SHOWN)).isCut).toBe(false)
    const { text, isCut } = readableText('a'.repeat(MOST_SHOWN + 1))
    expect([text.length, isCut]).toEqual([MOST_SHOWN, true])
  })

  it.each([' ', '\n', ' \n', '\u00a0', '\u0301', '\r'])(
    'costs no more than its length where it is %j over and over',
    (piece) => {
      const text = `x${piece.repeat(MOST_SHOWN)}`.slice(0, MOST_SHOWN - 1)
      expect(cpuTime(() => readableText(`${text}x`))).toBeLessThan(1_000)
    },
  )
})
