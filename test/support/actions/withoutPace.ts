import type { Context } from '../../../src/main/actions/context'

/** Requests leave as they come: for a service that counts nothing. */
const AT_ONCE = { gapMs: 0, most: 1_000, windowMs: 1_000, slackMs: 0 }

/** The same, where what is sent matters and not when. */
export const withoutPace = (context: Context): Context => ({
  ...context,
  limiter: {
    ...context.limiter,
    take: (ask) => context.limiter.take({ ...ask, spacing: AT_ONCE }),
    delay: (ask) => context.limiter.delay({ ...ask, spacing: AT_ONCE }),
  },
})
