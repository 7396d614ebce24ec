import { describe, expect, it } from 'vitest'
import { LABEL_TONES, labelTone } from '../../../src/renderer/views/list/labelTone'

describe('The colour of a label', () => {
  it('is the same for a name wherever it stands, in whatever case', () => {
    expect(labelTone('Travel')).toBe(labelTone('travel '))
  })

  it('is one of those that the theme has', () => {
    for (const name of ['', 'work', '旅行', '🎟️ tickets']) {
      expect(LABEL_TONES.map((tone) => `label-${tone}`)).toContain(labelTone(name))
    }
  })

  it('tells most names apart', () => {
    const names = Array.from({ length: 80 }, (_, i) => `label ${i}`)
    expect(new Set(names.map(labelTone)).size).toBe(LABEL_TONES.length)
  })
})
