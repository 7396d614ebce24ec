import { isIpv4, isIpv6, isPrefix } from './addresses'

/*
 * SPF, RFC 7208.
 */

/** So many terms that ask DNS may there be in an evaluation (RFC 7208, 4.6.4). */
export const MOST_LOOKUPS = 10

export type SpfIssue =
  | 'spf-term'
  | 'spf-name'
  | 'spf-network'
  | 'spf-lookups'
  | 'spf-after-all'
  | 'spf-twice'
  | 'spf-redirect'

/** What is allowed, and may not be meant. */
export type SpfRemark = 'spf-open' | 'spf-passes-all'

/** Whether a text is taken for SPF (RFC 7208, 4.5). */
export const isSpf = (text: string): boolean => /^v=spf1( |$)/i.test(text)

/** Terms that ask DNS. */
const asking: ReadonlySet<string> = new Set(['include', 'a', 'mx', 'ptr', 'exists', 'redirect'])

interface Term {
  readonly name: string
  readonly isModifier: boolean
  readonly qualifier: string
  /** Behind `:` or `=`, with what follows a slash; null: nothing. */
  readonly value: string | null
}

/** `name=value`, else `[+-?~]name`, `name:value` or `name/24` (RFC 7208, 4.6.1). */
function termOf(word: string): Term | null {
  const modifier = /^([a-z][a-z0-9_.-]*)=(.*)$/i.exec(word)
  if (modifier !== null) {
    const [, name = '', value = ''] = modifier
    return { name: name.toLowerCase(), isModifier: true, qualifier: '', value }
  }
  const mechanism = /^([+?~-]?)([a-z][a-z0-9]*)(?::(.*)|(\/.*))?$/i.exec(word)
  if (mechanism === null) return null
  const [, qualifier = '', name = '', value, lengths] = mechanism
  return { name: name.toLowerCase(), isModifier: false, qualifier, value: value ?? lengths ?? null }
}

const termsOf = (text: string): readonly (Term | null)[] =>
  text
    .split(/ +/)
    .slice(1)
    .filter((word) => word !== '')
    .map(termOf)

/** A macro (RFC 7208, 7.1); `c`, `r` and `t` are only for explanations. */
const MACRO = /%(?:\{[slodiphv]\d*r?[.\-+,/_=]*\}|[%_-])/gi

/** A name that may be made of macros: it ends in a label, or in a macro. */
function isSpec(text: string): boolean {
  if (text === '' || text.length > 253) return false
  const isMacroEnd = /%\{[^}]*\}$/.test(text)
  const plain = text.replace(MACRO, 'x')
  if (!/^[\x21-\x7e]+$/.test(plain) || plain.includes('%') || /[/:]/.test(plain)) return false
  const labels = plain.replace(/\.$/, '').split('.')
  if (labels.some((label) => label === '' || label.length > 63)) return false
  return (
    isMacroEnd ||
    (labels.length > 1 && /^(?=.*[a-z-])[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(labels.at(-1) ?? ''))
  )
}

const LENGTHS = /^(.*?)(?:\/(\d+))?(?:\/\/(\d+))?$/

/** Of `a` and `mx`: a name, a length of IPv4 and one of IPv6, each of which may be left out. */
function isHostTerm(value: string | null): boolean {
  if (value === null) return true
  const [, name = '', short, long] = LENGTHS.exec(value) ?? []
  const isNamed = value.startsWith('/') ? name === '' : isSpec(name)
  return isNamed && isPrefix(short ?? '0', 32) && isPrefix(long ?? '0', 128)
}

function isNetwork(value: string | null, isAddress: (text: string) => boolean, most: number): boolean {
  const [address = '', length, ...more] = (value ?? '').split('/')
  return more.length === 0 && isAddress(address) && (length === undefined || isPrefix(length, most))
}

function judgeTerm({ name, isModifier, value }: Term): SpfIssue | null {
  if (isModifier) {
    if (name !== 'redirect' && name !== 'exp')
      return ['all', 'ip4', 'ip6', 'v'].includes(name) ? 'spf-term' : null
    return isSpec(value ?? '') ? null : 'spf-name'
  }
  switch (name) {
    case 'all':
      return value === null ? null : 'spf-term'
    case 'include':
    case 'exists':
      return isSpec(value ?? '') ? null : 'spf-name'
    case 'ptr':
      return value === null || isSpec(value) ? null : 'spf-name'
    case 'a':
    case 'mx':
      return isHostTerm(value) ? null : 'spf-name'
    case 'ip4':
      return isNetwork(value, isIpv4, 32) ? null : 'spf-network'
    case 'ip6':
      return isNetwork(value, isIpv6, 128) ? null : 'spf-network'
    default:
      return 'spf-term'
  }
}

/** How many of its own terms ask DNS; those of what it includes come on top, and are not known here. */
export const countLookups = (text: string): number =>
  termsOf(text).filter((term) => term !== null && asking.has(term.name)).length

/** Why a text that is taken for SPF is no good one. */
export function judgeSpf(text: string): SpfIssue | null {
  const terms = termsOf(text)
  for (const term of terms) {
    const issue = term === null ? 'spf-term' : judgeTerm(term)
    if (issue !== null) return issue
  }
  const known = terms.filter((term) => term !== null)
  const modifiers = known.flatMap(({ name, isModifier }) => (isModifier ? [name] : []))
  // These once at most (RFC 7208, 6).
  if (['redirect', 'exp'].some((name) => modifiers.filter((one) => one === name).length > 1))
    return 'spf-twice'
  const end = known.findIndex(({ name, isModifier }) => name === 'all' && !isModifier)
  if (end !== -1) {
    // What follows is never looked at, and neither is where it would lead (RFC 7208, 5.1).
    if (modifiers.includes('redirect')) return 'spf-redirect'
    if (known.slice(end + 1).some(({ isModifier }) => !isModifier)) return 'spf-after-all'
  }
  return countLookups(text) > MOST_LOOKUPS ? 'spf-lookups' : null
}

/** What is allowed, and may not be meant. */
export function remarkOnSpf(text: string): SpfRemark | null {
  const known = termsOf(text).filter((term) => term !== null)
  const all = known.find(({ name, isModifier }) => name === 'all' && !isModifier)
  if (all !== undefined) return ['', '+'].includes(all.qualifier) ? 'spf-passes-all' : null
  return known.some(({ name, isModifier }) => name === 'redirect' && isModifier) ? null : 'spf-open'
}
