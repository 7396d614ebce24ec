import type { HealthMark, Loss } from '../health'
import { figure } from './window/common'

/** What each mark is called, also within a sentence. */
export const markNames = {
  mx: 'MX',
  spf: 'SPF',
  dkim: 'DKIM',
  dmarc: 'DMARC',
  ns: 'name servers',
} as const satisfies Record<HealthMark, string>

const domainCount = (count: number): string => (count === 1 ? '1 domain' : `${figure(count)} domains`)

/** `lost DMARC`, `have no DMARC`, `have other name servers than expected`. */
function deed({ mark, isLost, domains }: Loss): string {
  const one = domains.length === 1
  const have = one ? 'has' : 'have'
  if (mark === 'ns') return `${have} other name servers than expected`
  return isLost ? `lost ${markNames[mark]}` : `${have} no ${markNames[mark]}`
}

/** `6 domains lost DMARC`; what else is missing follows: `6 domains lost DMARC; 1 domain has no MX`. */
export const lossWords = (losses: readonly Loss[]): string =>
  losses.map((loss) => `${domainCount(loss.domains.length)} ${deed(loss)}`).join('; ')

/** So many names are told. */
const MOST_NAMED = 3

const namesOf = (losses: readonly Loss[]): readonly string[] => [
  ...new Set(losses.flatMap(({ domains }) => domains)),
]

/** `acme.example, beta.example, gamma.example and 3 more`. */
export function lostNames(losses: readonly Loss[]): string {
  const names = namesOf(losses)
  const told = names.slice(0, MOST_NAMED)
  const left = names.length - told.length
  return left === 0 ? told.join(', ') : `${told.join(', ')} and ${figure(left)} more`
}

/** Name servers are told by lists and checks alike. */
const found = 'Found twice, at least ten minutes apart.'

/**
 * Domains that were found twice without something. A notification may be read by whoever sees the screen: without
 * `isNamed` it names no domain.
 */
export function lossNotification(
  losses: readonly Loss[],
  isNamed: boolean,
): { readonly title: string; readonly body: string } {
  const [first] = losses
  const title =
    losses.length === 1 && first !== undefined
      ? lossWords(losses)
      : `The DNS of ${domainCount(namesOf(losses).length)} is not as it should be`
  const parts = [
    losses.length === 1 ? null : `${lossWords(losses)}.`,
    isNamed ? `${lostNames(losses)}.` : null,
    found,
  ].filter((part) => part !== null)
  return { title, body: parts.join(' ') }
}
