import type { Plan } from '../../../shared/account'

/** From the smallest to the largest. */
export const PLANS: readonly Plan[] = ['free', 'pro', 'lifetime']

/** LikeDo's own server. Main's schema knows it too, which this window does not load. */
export const startingServer = 'https://like.do'
