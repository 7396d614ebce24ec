import type { Settings } from '../../../shared/settings'

type Domains = Pick<Settings, 'domains' | 'defaultDomain'>
type Tier = Settings['domains'][number]['tier']

/** The list with one domain a place further up (-1) or down (1). */
export function moveDomain({ domains }: Domains, index: number, by: 1 | -1): Pick<Settings, 'domains'> {
  const moved = [...domains]
  const [choice] = moved.splice(index, 1)
  if (choice !== undefined) moved.splice(Math.max(0, Math.min(index + by, domains.length - 1)), 0, choice)
  return { domains: moved }
}

/** The list without one domain; where it was the default, the first one left is. */
export function removeDomain({ domains, defaultDomain }: Domains, domain: string): Domains {
  const left = domains.filter((choice) => choice.domain !== domain)
  const isDefaultLeft = left.some((choice) => choice.domain === defaultDomain)
  return { domains: left, defaultDomain: isDefaultLeft ? defaultDomain : (left[0]?.domain ?? defaultDomain) }
}

export const setTier = ({ domains }: Domains, domain: string, tier: Tier): Pick<Settings, 'domains'> => ({
  domains: domains.map((choice) => (choice.domain === domain ? { domain, tier } : choice)),
})
