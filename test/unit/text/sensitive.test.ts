import { expect, it } from 'vitest'
import { hasLink, isSensitiveFact, toldUnlessHidden } from '../../../src/shared/text/sensitive'

it.each([
  ['walletBalance', '142.5'],
  ['balance', '"12"'],
  ['availableCredits', '3'],
  ['paymentLink', '"pay/123"'],
  ['url', '"/relative"'],
  ['invoiceUrl', 'null'],
  ['anything', '"https://pay.example.com/x"'],
  ['anything', '"Pay at https://pay.example.com/x"'],
  ['anything', '"www.pay.example"'],
  ['anything', '"at acme.example/in or acme.example:8443/in"'],
  ['anything', '"bücher.example/weiter"'],
  ['forwardTo', '"acme.example"'],
  ['forwarding_to', 'null'],
  ['subject', '"482913 is your code"'],
  ['text', '"Your code is 482913"'],
  ['html', '"<b>482913</b>"'],
  ['headers', '"{}"'],
])('masks balances, links and what messages say: %s %s', (name, value) =>
  expect(isSensitiveFact(name, value)).toBe(true),
)

it.each([
  ['email', '"anna@acme.test"'],
  ['status', '"ACTIVE"'],
  ['price', '36'],
  ['linkedAt', '"2026-01-01"'],
  ['curl', '1'],
  ['domain', '"acme.example"'],
  ['type', '"text/html"'],
  ['forwardedAt', '"2026-01-01"'],
  ['creditorName', '"Acme"'],
])('leaves what is neither: %s %s', (name, value) => expect(isSensitiveFact(name, value)).toBe(false))

it('knows a link however often it is asked', () => {
  expect([1, 2, 3].map(() => hasLink('see www.acme.example'))).toEqual([true, true, true])
})

it('tells words, or that they are hidden', () => {
  expect(toldUnlessHidden('$142.50', false)).toBe('$142.50')
  expect(toldUnlessHidden('$142.50', true)).toBe('hidden')
})
