import { describe, expect, it } from 'vitest'
import { awaitedOf } from '../../../src/renderer/messages/newest'
import type { ListedMessage } from '../../../src/shared/message'

const MINUTE = 60_000
const NOW = 1_790_000_000_000
const row = (id: string, more: Partial<ListedMessage>): ListedMessage => ({
  ...{ id, from: null, fromName: null, subject: null, start: '', at: null, newAt: NOW, code: '482913' },
  ...{ link: null, attachments: 0, isKept: false, isMasked: false, ...more },
})
const awaited = (...rows: readonly ListedMessage[]) => awaitedOf(rows, NOW)?.id ?? null
const link = { index: 0, host: 'a.example', address: 'https://a.example/', shownAs: null }

describe('the code or link that somebody may wait for', () => {
  it('is that of a message which came within the hour, whatever its date says, or that it has none', () => {
    expect(awaited(row('undated', {}))).toBe('undated')
    expect(awaited(row('of another zone', { at: NOW - 300 * MINUTE, newAt: NOW - MINUTE }))).toBe(
      'of another zone',
    )
    expect(awaited(row('long ago', { newAt: NOW - 61 * MINUTE }))).toBeNull()
    expect(awaited(row('nobody knows when', { newAt: null }))).toBeNull()
  })

  it('is that of the newest message that has one', () => {
    const none = row('has none', { code: null })
    expect(awaited(none, row('newer', { code: null, link }), row('older', {}))).toBe('newer')
    expect(awaited(none)).toBeNull()
    expect(awaited()).toBeNull()
  })
})
