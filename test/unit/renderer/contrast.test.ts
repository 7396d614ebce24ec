import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LABEL_TONES } from '../../../src/renderer/views/list/labelTone'

const css = readFileSync(new URL('../../../src/renderer/ui/tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')

const readTokens = (text: string) =>
  new Map(
    [...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  )

const themes = { light: readTokens(light), dark: readTokens(dark) }

/** WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const surfaces = ['canvas', 'sunken', 'raised', 'hover', 'pressed', 'selected']

/** What is read: 4.5 to 1 (WCAG 2.2, 1.4.3). */
const texts: [ink: string, grounds: string[]][] = [
  ['ink', [...surfaces, 'danger-soft']],
  ['ink-soft', surfaces],
  ['accent-ink', ['canvas', 'raised']],
  ['danger-ink', ['canvas', 'raised', 'hover', 'selected', 'danger-soft']],
  ['warn-ink', ['canvas', 'raised', 'hover', 'selected', 'warn-soft']],
  ['good-ink', ['canvas', 'raised', 'hover', 'selected', 'good-soft']],
  ['sample-ink', ['sample-soft']],
  ['on-accent', ['accent', 'accent-hover', 'accent-pressed']],
  ['on-danger', ['danger', 'danger-hover']],
  ['ink', ['mark']],
  ...LABEL_TONES.map((tone): [string, string[]] => [`label-${tone}-ink`, [`label-${tone}-soft`]]),
]

/** What shows a control, its state or the focus: 3 to 1 (WCAG 2.2, 1.4.11). */
const controls: [ink: string, grounds: string[]][] = [
  ['control-line', ['canvas', 'sunken', 'raised', 'hover']],
  ['focus', [...surfaces, 'danger-soft', 'warn-soft']],
  ['accent', ['canvas', 'sunken', 'raised']],
]

describe('The colours of the window', () => {
  for (const [theme, tokens] of Object.entries(themes)) {
    const colour = (name: string) => {
      const value = tokens.get(name)
      if (value === undefined) throw new Error(`${theme} has no --${name}`)
      return value
    }
    for (const [pairs, least, what] of [
      [texts, 4.5, 'text'],
      [controls, 3, 'controls'],
    ] as const) {
      for (const [ink, grounds] of pairs) {
        it(`tell ${what} apart in the ${theme} theme: ${ink}`, () => {
          for (const ground of grounds) {
            expect(contrast(colour(ink), colour(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(least)
          }
        })
      }
    }
  }

  it('are the same roles in both themes', () => {
    expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort())
  })
})
