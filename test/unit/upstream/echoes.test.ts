import { describe, expect, it } from 'vitest'
import { withoutEchoes } from '../../../src/main/upstream/echoes'

const key = 'sk_live_"Canary\\/+=&4815162342'
const each = (write: (code: number) => string) =>
  [...key].map((letter) => write(letter.charCodeAt(0))).join('')
const hex = (code: number) => code.toString(16)
const json = (code: number) => `\\u${hex(code).padStart(4, '0')}`

const spellings: readonly (readonly [string, string])[] = [
  ['as it is', key],
  ['in capitals', key.toUpperCase()],
  ['in small letters', key.toLowerCase()],
  ['as JSON', JSON.stringify(key).slice(1, -1)],
  ['as JSON within JSON', JSON.stringify(JSON.stringify(key).slice(1, -1)).slice(1, -1)],
  ['as JSON with its slashes escaped', JSON.stringify(key).slice(1, -1).replaceAll('/', '\\/')],
  ['as JSON of nothing but escapes', each(json)],
  ['as JSON of nothing but ESCAPES', each((code) => `\\u${hex(code).toUpperCase().padStart(4, '0')}`)],
  ['as JSON with its first letter escaped', `${json(key.charCodeAt(0))}${key.slice(1)}`],
  ['for a URL', encodeURIComponent(key)],
  ['for a URL, twice', encodeURIComponent(encodeURIComponent(key))],
  ['for a URL, every letter of it', each((code) => `%${hex(code)}`)],
  ['for HTML', each((code) => `&#${code};`)],
  ['for HTML, in hex', each((code) => `&#x${hex(code)};`)],
]

describe('a secret that a service repeats', () => {
  it.each(spellings)('is taken out of its text: %s', (_, echo) => {
    expect(withoutEchoes(`a "${echo}" b ${echo}`, key)).toBe('a "[…]" b […]')
  })

  it('is taken out where it is all there is, and as often as it comes', () => {
    expect(withoutEchoes(key, key)).toBe('[…]')
    expect(withoutEchoes(encodeURIComponent(key).repeat(3), key)).toBe('[…][…][…]')
  })

  it('leaves what stands around it as it was written', () => {
    const around = '{"error":"\\u00e4 100%25 &#228; \\"İ\\" C:\\\\x","n":1}'
    expect(withoutEchoes(around, key)).toBe(around)
    expect(withoutEchoes(`${around}${each(json)}${around}`, key)).toBe(`${around}[…]${around}`)
  })

  it('may be as long as a key can be, in answers as large as they can be', () => {
    const long = `sk_${'aB3/'.repeat(1_023)}Z`
    const filling = '\\'.repeat(500_000) + '%25'.repeat(200_000) + '&#0'.repeat(200_000)
    const startedAt = performance.now()
    const rest = withoutEchoes(`${filling} ${encodeURIComponent(long)}.`, long)
    expect(rest.slice(filling.length)).toBe(' […].')
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  })
})
