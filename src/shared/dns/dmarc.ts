import { areAmong, tagsOf } from './tags'

/*
 * DMARC, RFC 7489, 6.3 and 6.4.
 */

export type DmarcIssue =
  | 'dmarc-tags'
  | 'dmarc-version'
  | 'dmarc-policy'
  | 'dmarc-subdomains'
  | 'dmarc-percent'
  | 'dmarc-alignment'
  | 'dmarc-reports'
  | 'dmarc-options'
  | 'dmarc-interval'
  | 'dmarc-format'
  | 'dmarc-place'

/** Where DMARC is looked for. */
export const isDmarcHost = (host: string): boolean => host === '_dmarc' || host.startsWith('_dmarc.')

/** Whether a text says of itself that it is DMARC. */
export const isDmarc = (text: string): boolean => /^v\s*=\s*DMARC1\b/i.test(text)

const policies = ['none', 'quarantine', 'reject']
/** Where reports go, and how large they may be. */
const MAILBOX = /^mailto:[^\s@,!;]+@[^\s@,!;]+\.[^\s@,!;]+(!\d+[kmgt]?)?$/i

const areMailboxes = (list: string | undefined): boolean =>
  list === undefined || list.split(',').every((uri) => MAILBOX.test(uri.trim()))

const isUpTo = (text: string | undefined, most: number): boolean =>
  text === undefined || (/^\d{1,10}$/.test(text) && Number(text) <= most)

const isOneOf = (text: string | undefined, words: readonly string[]): boolean =>
  text === undefined || words.includes(text.toLowerCase())

/** Why a text is no good DMARC record. */
export function judgeDmarc(text: string): DmarcIssue | null {
  const tags = tagsOf(text)
  if (tags === null) return isDmarc(text) ? 'dmarc-tags' : 'dmarc-version'
  const [first, second] = [...tags.keys()]
  if (first !== 'v' || tags.get('v') !== 'DMARC1') return 'dmarc-version'
  // Directly behind the version.
  if (second !== 'p' || !isOneOf(tags.get('p'), policies)) return 'dmarc-policy'
  if (!isOneOf(tags.get('sp'), policies)) return 'dmarc-subdomains'
  if (!isUpTo(tags.get('pct'), 100)) return 'dmarc-percent'
  if (!isOneOf(tags.get('adkim'), ['r', 's']) || !isOneOf(tags.get('aspf'), ['r', 's']))
    return 'dmarc-alignment'
  if (!areMailboxes(tags.get('rua')) || !areMailboxes(tags.get('ruf'))) return 'dmarc-reports'
  if (!areAmong((tags.get('fo') ?? '0').toLowerCase(), ['0', '1', 'd', 's'])) return 'dmarc-options'
  if (!isUpTo(tags.get('ri'), 4_294_967_295)) return 'dmarc-interval'
  return isOneOf(tags.get('rf'), ['afrf']) ? null : 'dmarc-format'
}
