import type { Account } from '../../../shared/account'
import type { OutboundRequest } from '../exchange'

/** What of an account says where its requests go. */
export type LikeDoServer = Pick<Account, 'origin' | 'createPath'>

const MOST_BYTES = 2 * 1024 * 1024
const MOST_LIST_BYTES = 16 * 1024 * 1024

const ask = (server: LikeDoServer, query: Record<string, string>, timeoutMs: number): OutboundRequest => {
  const url = new URL('/api/v1/emails', server.origin)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return {
    method: 'GET',
    url: url.href,
    headers: { Accept: 'application/json' },
    timeoutMs,
    maxBytes: MOST_LIST_BYTES,
  }
}

/**
 * Asks for an address ("Create email"). `email` is the whole address; `tag` has at most 50 characters;
 * `timeoutMs` is what remains of the caller's deadline.
 */
export const createAddressRequest = (
  server: LikeDoServer,
  wish: { readonly email: string; readonly tag: string | null },
  timeoutMs: number,
): OutboundRequest => ({
  method: 'POST',
  url: new URL(server.createPath, server.origin).href,
  headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
  body: JSON.stringify(wish.tag === null ? { email: wish.email } : wish),
  timeoutMs,
  maxBytes: MOST_BYTES,
})

/** Asks for one page of the key's own addresses ("List emails"): `page` from 1, at most 100 a page, `email` a fuzzy match. */
export const listAddressesRequest = (
  server: LikeDoServer,
  query: { readonly page: number; readonly pageSize: number; readonly email?: string },
  timeoutMs: number,
): OutboundRequest =>
  ask(
    server,
    {
      page: String(query.page),
      pageSize: String(query.pageSize),
      ...(query.email === undefined ? {} : { email: query.email }),
    },
    timeoutMs,
  )

/** Tries a key without making anything: one entry of the list. */
export const keyCheckRequest = (server: LikeDoServer, timeoutMs: number): OutboundRequest =>
  ask(server, { pageSize: '1' }, timeoutMs)
