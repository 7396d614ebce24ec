import type { createSampleFleet } from './sampleFleet'
import { drawn, idOf, pick, type SampleWorkspace } from './sampleLayout'

const DAY_MS = 86_400_000
const apps = ['INSTANTLY', 'SMARTLEAD', 'REACHINBOX'] as const
/** In dollars a year. */
const prices: Readonly<Record<string, number>> = { com: 12.5, net: 13.9, org: 11.2, io: 39, example: 9 }
const OTHER_PRICE = 21

const iso = (ms: number): string => new Date(ms).toISOString()
const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n)

/** What of sample data is read in Operations only; as the fleet, always the same. */
export function createSampleReads(fleet: ReturnType<typeof createSampleFleet>, now: () => number) {
  const day = () => now() - (now() % DAY_MS)
  return {
    exportHistory: ({ place, mailboxes: { from, to } }: SampleWorkspace) =>
      numbers(6).map((n) => ({
        id: `export-${place + 1}-${n + 1}`,
        app: pick(apps, drawn(20, place * 6 + n)),
        status: n === 0 ? 'IN_PROGRESS' : n === 4 ? 'FAILED' : 'COMPLETED',
        mailboxCount: Math.min(to - from, 20 + (drawn(21, place * 6 + n) % 80)),
        createdAt: iso(day() - (n * 5 + 1) * DAY_MS),
        completedAt: n === 0 ? null : iso(day() - (n * 5 + 1) * DAY_MS + 240_000),
      })),

    placementTests: ({ place, mailboxes: { from, to } }: SampleWorkspace) =>
      numbers(Math.min(4, to - from)).map((n) => {
        const spam = drawn(22, place * 4 + n) % 9
        return {
          id: `placement-${place + 1}-${n + 1}`,
          name: `Placement ${iso(day() - n * 7 * DAY_MS).slice(0, 10)}`,
          mailbox: fleet.mailboxAt(from + n).email,
          status: 'COMPLETED',
          results: {
            gmail: { inbox: 94 - spam, spam },
            outlook: { inbox: 91 - spam, spam: spam + 2 },
          },
          createdAt: iso(day() - n * 7 * DAY_MS),
        }
      }),

    webhooks: ({ place }: SampleWorkspace) => [
      {
        id: `webhook-${place + 1}`,
        url: 'https://hooks.sample.example/litemail',
        events: ['mailbox.created', 'mailbox.removed', 'domain.connected'],
        isActive: true,
        // As services do it: what decodes an answer leaves it out.
        signingSecret: `sample-${drawn(23, place).toString(36)}`,
      },
    ],

    /** Credentials are saved; the answer repeats them, as the service does. */
    cloudflare: ({ place, domains: { from, to } }: SampleWorkspace) => {
      const zones = numbers(Math.min(5, to - from)).map((n) => ({
        id: `zone_${idOf('d', from + n).slice(-6)}`,
        name: fleet.domainAt(from + n).domain,
        status: 'active',
        isConnected: n % 2 === 0,
      }))
      return {
        hasCredentials: true,
        credentials: {
          email: 'dns@litemail.example',
          apiKey: `sample-cloudflare-${drawn(24, place).toString(36)}`,
          accountId: 'cf_sample',
        },
        domains: zones,
        totalDomains: zones.length,
      }
    },

    /** One row for each ending; every third name is taken. */
    available: (domainName: string, tlds: readonly string[], years: number) => {
      const name = domainName.toLowerCase().split('.')[0] ?? ''
      return tlds.map((tld) => {
        const number = drawn(
          25,
          [...`${name}.${tld}`].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) | 0,
        )
        const price = prices[tld] ?? OTHER_PRICE
        return {
          domainName: `${name}.${tld}`,
          isAvailable: number % 3 !== 0,
          price: number % 3 === 0 ? null : Math.round(price * years * 100) / 100,
          years,
          renewPrice: price,
        }
      })
    },

    /** An address that leads nowhere: nothing can be bought in sample data. */
    paymentLink: (domainName: string, years: number): string =>
      `https://pay.litemail.example/checkout/${encodeURIComponent(domainName.toLowerCase())}?years=${years}`,
  }
}
