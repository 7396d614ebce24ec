import { expect, it } from 'vitest'
import { linkAddress } from '../../../src/main/security/linkAddress'

it('leads to LikeDo itself where no account is meant', () => {
  expect(linkAddress('likedo', null)).toBe('https://like.do/')
  expect(linkAddress('likedo-keys', null)).toBe('https://like.do/dashboard/settings')
  expect(linkAddress('likedo-plans', null)).toBe('https://like.do/pricing')
})

it('leads to the server of the account where one is meant', () => {
  expect(linkAddress('likedo-keys', 'https://mail.example:8443')).toBe(
    'https://mail.example:8443/dashboard/settings',
  )
})

it.each([
  'http://127.0.0.1:8080',
  'http://like.do',
  'file:///etc',
  'javascript:alert(1)',
  'https://user:password@like.do',
  'mailto:a@like.do',
  'like.do',
  '',
])('leads nowhere for an account at %s', (origin) => {
  expect(linkAddress('likedo', origin)).toBeNull()
})
