import fc from 'fast-check'
import { expect, it } from 'vitest'
import { redact } from '../../../src/main/desktop/redact'

it.each([
  'Authorization: Bearer sk_live_51Hx',
  '{"authorization":"Bearer sk_live_51Hx"}',
  "{ headers: { Authorization: 'Bearer sk_live_51Hx' } }",
  'GET https://like.do/api/v1/emails?key=sk_live_51Hx&page=1',
  'Invalid or expired API key: sk_live_51Hx',
  "{ apiKey: 'sk_live_51Hx', plan: 'free' }",
  'token=sk_live_51Hx',
  'Proxy-Authorization: Basic sk_live_51Hx',
  'sk_live_51Hx',
])('hides the key in %s', (text) => {
  expect(redact(text)).not.toContain('51Hx')
})

it('hides a key that no word stands before, if it is long', () => {
  const key = fc.stringMatching(/^[A-Za-z0-9_-]{40,80}$/).filter((text) => /\d/.test(text))
  fc.assert(fc.property(key, (text) => !redact(`it was ${text}, they said`).includes(text)))
})

it('leaves what a fault is found by', () => {
  const text =
    'ab12cd34: Error: no such row 0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11\n    at open (file:///opt/Mailroom/resources/app.asar/out/main/index.js:120:7)'
  expect(redact(text)).toBe(text)
})

it('leaves addresses and ordinary words', () => {
  const text = 'The keychain is locked. quiet-otter-417@ig.do was not created: the key was refused (401).'
  expect(redact(text)).toBe(text)
})
