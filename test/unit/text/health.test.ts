import { describe, expect, it } from 'vitest'
import type { Loss } from '../../../src/shared/health'
import { lossNotification, lossWords, lostNames } from '../../../src/shared/text/health'

const domains = (count: number) => Array.from({ length: count }, (_, n) => `d${n + 1}.example`)
const dmarc: Loss = { mark: 'dmarc', isLost: true, domains: domains(6) }

describe('what domains lost', () => {
  it('is said in one line', () => {
    expect(lossWords([dmarc])).toBe('6 domains lost DMARC')
    expect(lossWords([{ mark: 'mx', isLost: false, domains: ['a.example'] }])).toBe('1 domain has no MX')
    expect(lossWords([{ mark: 'ns', isLost: true, domains: domains(2) }])).toBe(
      '2 domains have other name servers than expected',
    )
    expect(lossWords([{ mark: 'ns', isLost: true, domains: domains(1) }])).toBe(
      '1 domain has other name servers than expected',
    )
    expect(lossWords([dmarc, { mark: 'spf', isLost: false, domains: domains(2) }])).toBe(
      '6 domains lost DMARC; 2 domains have no SPF',
    )
  })
  it('names three domains, and counts the rest', () => {
    expect(lostNames([dmarc])).toBe('d1.example, d2.example, d3.example and 3 more')
    expect(lostNames([{ ...dmarc, domains: domains(1) }])).toBe('d1.example')
  })
  it('names no domain in a notification where that is not wished for', () => {
    expect(lossNotification([dmarc], true)).toEqual({
      title: '6 domains lost DMARC',
      body: 'd1.example, d2.example, d3.example and 3 more. Found twice, at least ten minutes apart.',
    })
    expect(lossNotification([dmarc], false).body).not.toContain('.example')
  })
  it('is one notification, however much it is: domains are counted once', () => {
    const mx: Loss = { mark: 'mx', isLost: true, domains: domains(2) }
    expect(lossNotification([mx, dmarc], false)).toEqual({
      title: 'The DNS of 6 domains is not as it should be',
      body: '2 domains lost MX; 6 domains lost DMARC. Found twice, at least ten minutes apart.',
    })
  })
})
