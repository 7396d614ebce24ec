import type { ExchangeFailure } from './exchange'

export interface NetFailure {
  readonly failure: ExchangeFailure
  /** False only where the request certainly never reached the service. */
  readonly isSent: boolean
}

/**
 * Words of Chromium (`net_error_list.h`) for connections that were never made. They are true only
 * where nothing resends by itself: on a fresh connection, and before the status line was read.
 */
const neverSent: Readonly<Record<string, ExchangeFailure>> = {
  CONNECTION_REFUSED: 'refused',
  UNSAFE_PORT: 'refused',
  NAME_NOT_RESOLVED: 'name-not-found',
  INTERNET_DISCONNECTED: 'offline',
  PROXY_CONNECTION_FAILED: 'proxy',
  TUNNEL_CONNECTION_FAILED: 'proxy',
  // The server's alert "handshake failure" or "protocol version": it gave up before it read a request.
  SSL_VERSION_OR_CIPHER_MISMATCH: 'tls',
  // We stopped before our last message of the handshake.
  SSL_CLIENT_AUTH_CERT_NEEDED: 'tls',
}

/**
 * What an error of Electron's network stack means: `net::ERR_X`, in its message.
 *
 * Whatever is not named may have been sent. CONNECTION_TIMED_OUT and ADDRESS_UNREACHABLE are also what
 * a connection ends with whose peer went away after it read the request. SSL_PROTOCOL_ERROR is what
 * speaking TLS to something else gives, but also a record that arrives damaged after the request; and
 * in TLS 1.3 a client has sent its request before a server's last refusals of the handshake
 * (BAD_SSL_CLIENT_AUTH_CERT) reach it.
 */
export function readNetError(cause: unknown): NetFailure {
  const message = cause instanceof Error ? cause.message : ''
  // Electron's own words for `redirect: 'error'`; it has no code for it.
  if (/redirect/i.test(message)) return { failure: 'redirect', isSent: true }
  const word = /net::ERR_([A-Z0-9_]+)/.exec(message)?.[1] ?? ''
  if (word.startsWith('CERT_')) return { failure: 'tls', isSent: false }
  const failure = Object.hasOwn(neverSent, word) ? neverSent[word] : undefined
  if (failure !== undefined) return { failure, isSent: false }
  if (/SSL|TLS/.test(word)) return { failure: 'tls', isSent: true }
  return { failure: 'lost', isSent: true }
}
