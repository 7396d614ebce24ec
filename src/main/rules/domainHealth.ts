import type { DnsCheckFacts } from '../../shared/litemail/facts'

/** Each domain is checked so often, in milliseconds. */
export const CHECK_EVERY_MS = 86_400_000
/** What is missing is told once two checks so far apart have found it so. */
export const SURE_AFTER_MS = 10 * 60_000
/** So long others that were found missing only once are waited for, so that all are told together. */
export const TOGETHER_MS = 15 * 60_000

/** As names of hosts are compared (RFC 4343), without the dot of the root. */
const plain = (server: string): string => server.trim().toLowerCase().replace(/\.$/, '')

const setOf = (servers: readonly string[]): string =>
  [...new Set(servers.map(plain).filter((name) => name !== ''))].sort().join(' ')

/**
 * Whether name servers are the expected ones, in whichever order; null where either are not known: that nobody told of any
 * does not say that there are none.
 */
export function judgeNameServers(current: readonly string[], expected: readonly string[]): boolean | null {
  const [one, other] = [setOf(current), setOf(expected)]
  return one === '' || other === '' ? null : one === other
}

/** A domain that was asked about, by the id of its service. */
export interface AskedDomain {
  readonly serviceId: string
  readonly name: string
}

/** What a check found, and of which domain, by its name. */
export type NamedCheck = Omit<DnsCheckFacts, 'id' | 'name'> & { readonly domain: string }

/**
 * Which of the checks that came is of which domain that was asked about: by id, else by name. One that names neither is of
 * the one domain that was asked about; what is of no domain that was asked about is left.
 */
export function matchChecks(
  asked: readonly AskedDomain[],
  checks: readonly DnsCheckFacts[],
): readonly NamedCheck[] {
  return asked.flatMap(({ serviceId, name }) => {
    const found =
      checks.find(({ id }) => id === serviceId) ??
      checks.find((check) => check.name === name.toLowerCase()) ??
      checks.find(
        (check) => check.id === null && check.name === null && asked.length === 1 && checks.length === 1,
      )
    if (found === undefined) return []
    const { mx, spf, dkim, dmarc } = found
    return [{ domain: name, mx, spf, dkim, dmarc }]
  })
}
