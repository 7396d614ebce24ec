import { expect, it } from 'vitest'
import { isSensitiveFact, toldUnlessHidden } from '../../../src/shared/text/sensitive'

it.each([
  ['walletBalance', '142.5'],
  ['balance', '"12"'],
  ['availableCredits', '3'],
  ['paymentLink', '"pay/123"'],
  ['url', '"/relative"'],
  ['invoiceUrl', 'null'],
  ['anything', '"https://pay.example.com/x"'],
  ['anything', '"Pay at https://pay.example.com/x"'],
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
  ['creditorName', '"Acme"'],
])('leaves what is neither: %s %s', (name, value) => expect(isSensitiveFact(name, value)).toBe(false))

it('tells words, or that they are hidden', () => {
  expect(toldUnlessHidden('$142.50', false)).toBe('$142.50')
  expect(toldUnlessHidden('$142.50', true)).toBe('hidden')
})
