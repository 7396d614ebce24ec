import type { Account } from '../../../shared/account'
import type { ApiMap } from '../../../shared/apiMap'
import type { AppErrorOf } from '../../../shared/errors'
import { type LikeDoOperationId, likedoOperationOf } from '../../../shared/likedo/operations'
import type { Result } from '../../../shared/result'
import { effectiveMap } from '../../rules/apiMap'
import type { OutboundRequest } from '../exchange'
import { type Inputs, mappedRequest } from '../mappedRequest'

/** What of an account says where its requests go. */
export type LikeDoServer = Pick<Account, 'origin'>

type Request = Result<OutboundRequest, AppErrorOf<'invalid-input'>>

/** How a request is asked for; `map`: as the account's user has it asked, left out or null: as the table says. */
export interface LikeDoWish {
  /** What remains of the caller's deadline, in milliseconds. */
  readonly timeoutMs: number
  readonly map?: ApiMap | null
}

/** The request of an operation of LikeDo's, without its key; see `mappedRequest`. */
export function likedoRequest(
  { origin }: LikeDoServer,
  id: LikeDoOperationId,
  inputs: Inputs,
  { timeoutMs, map = null }: LikeDoWish,
): Request {
  const operation = likedoOperationOf(id)
  const server = { origin, basePath: '' }
  return mappedRequest(server, operation, effectiveMap(operation, map), { inputs, headers: {}, timeoutMs })
}

/** Asks for an address ("Create email"). `email` is the whole address; `tag` has at most 50 characters. */
export const createAddressRequest = (
  server: LikeDoServer,
  { email, tag }: { readonly email: string; readonly tag: string | null },
  wish: LikeDoWish,
): Request => likedoRequest(server, 'addresses.create', tag === null ? { email } : { email, tag }, wish)

/** What of the list is asked for: `page` from 1, at most 100 a page, `email` a fuzzy match. */
export interface ListQuery {
  readonly page?: number
  readonly pageSize: number
  readonly email?: string
}

/** Asks for one page of the key's own addresses ("List emails"). */
export const listAddressesRequest = (server: LikeDoServer, query: ListQuery, wish: LikeDoWish): Request =>
  likedoRequest(server, 'addresses.list', { ...query }, wish)

/** Tries a key without making anything: one entry of the list. */
export const keyCheckRequest = (server: LikeDoServer, wish: LikeDoWish): Request =>
  listAddressesRequest(server, { pageSize: 1 }, wish)
