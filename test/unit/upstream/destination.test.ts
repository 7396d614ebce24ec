import { expect, test } from 'vitest'
import { isAllowedDestination } from '../../../src/main/upstream/destination'

test.each([
  'https://like.do/api/v1/emails/create',
  'https://like.do:8443/x?page=1',
  'http://127.0.0.1:8080/x',
  'http://127.9.9.9/x',
  'http://localhost:3000/',
  'http://[::1]:3000/x',
])('a request may go to %s', (url) => {
  expect(isAllowedDestination(url)).toBe(true)
})

test.each([
  'http://like.do/x',
  'http://192.168.0.1/x',
  'http://localhost.example/x',
  'http://127.0.0.1.example/x',
  'https://user:secret@like.do/x',
  'https://user@like.do/x',
  'ftp://like.do/x',
  'file:///etc/passwd',
  'data:text/plain,x',
  'app://mailroom/x',
  'blob:https://like.do/x',
  '/api/v1/emails',
  '',
])('a request may not go to %j', (url) => {
  expect(isAllowedDestination(url)).toBe(false)
})
