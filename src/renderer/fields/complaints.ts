/*
 * Why a field does not take what was typed, so that a form can say it while one types. Main parses
 * everything again; the tests hold these answers equal to its schemas, which stay out of the window
 * because their library would be the largest part of it. Null: nothing to complain about.
 */

const ENDS = /^[a-z0-9]$|^[a-z0-9].*[a-z0-9]$/s
const CHARACTERS = /^[a-z0-9._-]+$/
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
const TOP_LABEL = /^[a-z][a-z0-9-]{0,61}[a-z0-9]$/

const plain = (text: string) => text.trim().toLowerCase()

/** The part before the @, where one was typed. */
export function localPartComplaint(text: string): 'short' | 'long' | 'characters' | 'ends' | 'dots' | null {
  const name = plain(text)
  if (name !== '' && !CHARACTERS.test(name)) return 'characters'
  if (name.length < 4) return 'short'
  if (name.length > 64) return 'long'
  if (!ENDS.test(name)) return 'ends'
  return name.includes('..') ? 'dots' : null
}

/** The start of a drawn local part. */
export function prefixComplaint(text: string): 'empty' | 'long' | 'characters' | 'ends' | null {
  const prefix = plain(text)
  if (prefix === '') return 'empty'
  if (!CHARACTERS.test(prefix)) return 'characters'
  if (prefix.length > 48) return 'long'
  return ENDS.test(prefix) ? null : 'ends'
}

/** A host name of at least two labels. */
export function domainComplaint(text: string): 'name' | null {
  const domain = plain(text)
  const labels = domain.split('.')
  const top = labels.pop() ?? ''
  const isName =
    domain.length <= 253 &&
    labels.length > 0 &&
    labels.every((label) => LABEL.test(label)) &&
    TOP_LABEL.test(top)
  return isName ? null : 'name'
}

/** What was pasted as an API key. */
export function keyComplaint(text: string): 'empty' | 'characters' | 'long' | null {
  const key = text.trim()
  if (key === '') return 'empty'
  if (key.length > 4096) return 'long'
  return /^[\x21-\x7e]+$/.test(key) ? null : 'characters'
}

const isLoopback = (hostname: string) =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)

/** The address of a server: https, or http on this computer. Null where it is none, or says more than where that is. */
function readServer(text: string): URL | null {
  const trimmed = text.trim()
  if (trimmed.length > 512 || !URL.canParse(trimmed)) return null
  const url = new URL(trimmed)
  const { protocol, hostname, username, password, search, hash } = url
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
  return isSafe && `${username}${password}${search}${hash}` === '' ? url : null
}

/** LikeDo's server, without a path. */
export const serverComplaint = (text: string): 'address' | null =>
  readServer(text)?.pathname === '/' ? null : 'address'

/** Litemail's server, which may have a path. */
export const litemailServerComplaint = (text: string): 'address' | null =>
  readServer(text) === null ? 'address' : null

/** An account's name. */
export function nameComplaint(text: string): 'empty' | 'long' | null {
  const name = text.trim()
  if (name === '') return 'empty'
  return name.length > 80 ? 'long' : null
}

/** Requests an hour, as typed. */
export function requestsComplaint(text: string): 'number' | null {
  const digits = text.trim()
  return /^\d{1,7}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= 1_000_000 ? null : 'number'
}

/** LikeDo's tag, where one was typed. */
export const tagComplaint = (text: string): 'long' | null => (text.trim().length > 50 ? 'long' : null)

/** A note. */
export const noteComplaint = (text: string): 'long' | null => (text.trim().length > 4000 ? 'long' : null)

/** What opens a backup. Counted as main counts it. */
export function passphraseComplaint(text: string): 'short' | 'long' | null {
  if (text.length < 8) return 'short'
  return text.length > 1024 ? 'long' : null
}

/** Labels as typed, separated by commas, and whether all of them can be labels. */
export function readLabels(text: string): { readonly labels: readonly string[]; readonly isFit: boolean } {
  const labels = text
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '')
  return { labels, isFit: labels.length <= 20 && labels.every((label) => label.length <= 40) }
}
