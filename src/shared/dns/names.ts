/*
 * Names in DNS. Hosts of records are relative to their domain, `@` for the domain itself, as Litemail lists them.
 */

/** A part of the name of a host (RFC 1123, 2.1). */
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
/** One that names no host may begin with an underscore (RFC 8552). */
const UNDERSCORED = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/
/** As long as a name may be, written out (RFC 1035, 2.3.4). */
const LONGEST = 253

const plain = (name: string): string => name.trim().toLowerCase()

/** Names are compared without case (RFC 4343), and without the dot of the root. */
const withoutRoot = (name: string): string => plain(name).replace(/\.$/, '')

/** The host of a record within its domain, however the service names it; `@` for the domain itself. */
export function hostWithin(host: string, domain: string): string {
  const name = withoutRoot(host)
  const own = withoutRoot(domain)
  if (name === '' || name === '@' || name === own) return '@'
  return name.endsWith(`.${own}`) ? name.slice(0, -own.length - 1) : name
}

/** The whole name that a value points at; one without a dot, or `@`, is one of the domain's own. */
export function wholeName(name: string, domain: string): string {
  const own = withoutRoot(domain)
  const target = withoutRoot(name)
  if (target === '@' || target === '') return own
  return target.includes('.') ? target : `${target}.${own}`
}

/** Whether a text is the name of a host: of two labels at least, and no address. */
export function isHostName(text: string): boolean {
  const name = withoutRoot(text)
  const labels = name.split('.')
  return (
    name.length <= LONGEST &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    // What ends in figures is no name (RFC 3696, 2).
    /[a-z]/.test(labels.at(-1) ?? '')
  )
}

/** Whether a text is a name that records may be about, with underscores. */
export function isDomainName(text: string): boolean {
  const name = withoutRoot(text)
  const labels = name.split('.')
  return name.length <= LONGEST && labels.length > 1 && labels.every((label) => UNDERSCORED.test(label))
}

/** Why a record cannot stand at a host. `isHost`: a computer, or where mail goes: no underscores (RFC 1123, 2.1). */
export function judgeHost(
  text: string,
  domain: string,
  isHost: boolean,
): 'host-empty' | 'host-whole' | 'host-name' | 'host-long' | 'host-star' | 'host-underscore' | null {
  const host = plain(text)
  if (host === '') return 'host-empty'
  if (host === '@') return null
  const own = withoutRoot(domain)
  if (withoutRoot(host) === own || withoutRoot(host).endsWith(`.${own}`)) return 'host-whole'
  if (`${host}.${own}`.length > LONGEST) return 'host-long'
  const labels = host.split('.')
  // A star is the whole of the first label (RFC 4592).
  const named = labels[0] === '*' ? labels.slice(1) : labels
  if (named.some((label) => label.includes('*'))) return 'host-star'
  if (!named.every((label) => UNDERSCORED.test(label))) return 'host-name'
  return isHost && host.includes('_') ? 'host-underscore' : null
}
