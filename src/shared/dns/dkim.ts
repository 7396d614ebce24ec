import { areAmong, tagsOf } from './tags'

/*
 * Public keys of DKIM, RFC 6376, 3.6.1, with the keys of RFC 8463.
 */

export type DkimIssue =
  | 'dkim-tags'
  | 'dkim-version'
  | 'dkim-key-missing'
  | 'dkim-key'
  | 'dkim-kind'
  | 'dkim-hash'
  | 'dkim-service'
  | 'dkim-flags'
  | 'dkim-place'

/** Whether what stands at a host is asked for as a key: `selector._domainkey` (RFC 6376, 3.6.2.1). */
export const isDkimHost = (host: string): boolean => /^.+\._domainkey(\..+)?$/.test(host)

/** Whether a text says of itself that it is a key. */
export const isDkim = (text: string): boolean => /^v\s*=\s*DKIM1\b/i.test(text)

/** A key in base64 (RFC 4648, 4), which may have spaces in it. */
function octetsOf(text: string): number | null {
  const key = text.replace(/\s/g, '')
  if (key.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(key)) return null
  return (key.length / 4) * 3 - (key.endsWith('==') ? 2 : key.endsWith('=') ? 1 : 0)
}

/** Why a text is no good key. One that was taken back is empty, and good. */
export function judgeDkim(text: string): DkimIssue | null {
  const tags = tagsOf(text)
  if (tags === null) return 'dkim-tags'
  const [[first] = ['']] = tags
  const [version, key, kind = 'rsa'] = [tags.get('v'), tags.get('p'), tags.get('k')]
  if (version !== undefined && (version !== 'DKIM1' || first !== 'v')) return 'dkim-version'
  if (key === undefined) return 'dkim-key-missing'
  if (kind !== 'rsa' && kind !== 'ed25519') return 'dkim-kind'
  if (!areAmong(tags.get('h') ?? 'sha256', ['sha1', 'sha256'])) return 'dkim-hash'
  if (!areAmong(tags.get('s') ?? '*', ['*', 'email'])) return 'dkim-service'
  if (!areAmong(tags.get('t') ?? 'y', ['y', 's'])) return 'dkim-flags'
  if (key === '') return null
  const octets = octetsOf(key)
  if (octets === null) return 'dkim-key'
  return kind === 'ed25519' && octets !== 32 ? 'dkim-key' : null
}
