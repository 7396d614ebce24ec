import { jobs } from './fifth/jobs'
import { unlocks } from './fifth/unlocks'

export const fifth = `
${jobs}
${unlocks}
`
