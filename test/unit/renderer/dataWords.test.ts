import { describe, expect, it } from 'vitest'
import { readLabels } from '../../../src/renderer/fields/complaints'
import { label } from '../../../src/shared/address'
import { backupText, fileSize } from '../../../src/shared/text/window/data'

describe('what is said of files', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1.0 kB'],
    [12_345, '12 kB'],
    [999_600, '1.0 MB'],
    [3_456_789, '3.5 MB'],
    [120_000_000, '120 MB'],
    [5_000_000_000_000, '5,000 GB'],
  ])('%d bytes are %s', (bytes, words) => {
    expect(fileSize(bytes)).toBe(words)
  })

  it('calls no passphrase good that is short', () => {
    for (let length = 1; length < 20; length += 1) expect(backupText.strength(length)).not.toContain('good')
    expect(backupText.strength(7)).toContain('too short')
    expect(backupText.strength(24)).toContain('good if')
  })
})

describe('labels as typed', () => {
  it('are divided by commas, without the empty ones', () => {
    expect(readLabels(' shop, ,garden,')).toEqual({ labels: ['shop', 'garden'], isFit: true })
    expect(readLabels('')).toEqual({ labels: [], isFit: true })
  })

  it('are complained of exactly where main would not take them', () => {
    for (const length of [39, 40, 41]) {
      const text = 'a'.repeat(length)
      expect(readLabels(text).isFit).toBe(label.safeParse(text).success)
    }
    expect(readLabels(Array.from({ length: 21 }, (_, n) => `l${n}`).join()).isFit).toBe(false)
  })
})
