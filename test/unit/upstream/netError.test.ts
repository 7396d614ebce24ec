import { describe, expect, test } from 'vitest'
import { readNetError } from '../../../src/main/upstream/netError'

const read = (word: string) => readNetError(new Error(`net::ERR_${word}`))

describe('an error of the network stack', () => {
  test.each([
    ['CONNECTION_REFUSED', 'refused'],
    ['UNSAFE_PORT', 'refused'],
    ['NAME_NOT_RESOLVED', 'name-not-found'],
    ['INTERNET_DISCONNECTED', 'offline'],
    ['PROXY_CONNECTION_FAILED', 'proxy'],
    ['TUNNEL_CONNECTION_FAILED', 'proxy'],
    ['CERT_AUTHORITY_INVALID', 'tls'],
    ['CERT_DATE_INVALID', 'tls'],
    ['CERT_COMMON_NAME_INVALID', 'tls'],
    ['SSL_VERSION_OR_CIPHER_MISMATCH', 'tls'],
    ['SSL_CLIENT_AUTH_CERT_NEEDED', 'tls'],
  ])('%s: never sent (%s)', (word, failure) => {
    expect(read(word)).toEqual({ failure, isSent: false })
  })

  test.each([
    ['CONNECTION_RESET', 'lost'],
    ['CONNECTION_CLOSED', 'lost'],
    ['CONNECTION_ABORTED', 'lost'],
    ['CONNECTION_FAILED', 'lost'],
    ['CONNECTION_TIMED_OUT', 'lost'],
    ['TIMED_OUT', 'lost'],
    ['ADDRESS_UNREACHABLE', 'lost'],
    ['EMPTY_RESPONSE', 'lost'],
    ['INVALID_HTTP_RESPONSE', 'lost'],
    ['NETWORK_CHANGED', 'lost'],
    ['UNEXPECTED_PROXY_AUTH', 'lost'],
    ['FAILED', 'lost'],
    ['SOMETHING_NEW', 'lost'],
    ['SSL_PROTOCOL_ERROR', 'tls'],
    ['SSL_BAD_RECORD_MAC_ALERT', 'tls'],
    ['BAD_SSL_CLIENT_AUTH_CERT', 'tls'],
  ])('%s: may have been sent (%s)', (word, failure) => {
    expect(read(word)).toEqual({ failure, isSent: true })
  })

  test('a refused redirect was sent', () => {
    expect(readNetError(new Error("Attempted to redirect, but redirect policy was 'error'"))).toEqual({
      failure: 'redirect',
      isSent: true,
    })
  })

  test.each([
    new Error(''),
    new TypeError('x is undefined'),
    'net::ERR_CONNECTION_REFUSED',
    null,
    undefined,
    7,
  ])('what nobody knows may have been sent: %s', (cause) => {
    expect(readNetError(cause)).toEqual({ failure: 'lost', isSent: true })
  })

  test('a word that is a name of every object is not taken for one of the list', () => {
    expect(read('CONSTRUCTOR')).toEqual({ failure: 'lost', isSent: true })
    expect(readNetError(new Error('net::ERR___PROTO__'))).toEqual({ failure: 'lost', isSent: true })
  })
})
