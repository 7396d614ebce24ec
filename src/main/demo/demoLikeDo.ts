import type * as z from 'zod'
import type { Plan } from '../../shared/account'
import type { domainChoice } from '../../shared/settings'

/** What of the embedded sample service an account and the settings of sample data need to know. */
export const demoLikeDo: {
  readonly origin: string
  readonly key: string
  readonly plan: Plan
  readonly domains: readonly z.output<typeof domainChoice>[]
} = {
  origin: 'https://likedo.example',
  key: 'sample-key-of-the-embedded-likedo',
  plan: 'pro',
  domains: [
    { domain: 'demo.example', tier: 'everyone' },
    { domain: 'pro.example', tier: 'paid' },
  ],
}
