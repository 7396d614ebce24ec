import { doings } from './fifth/doings'
import { jobs } from './fifth/jobs'
import { unlocks } from './fifth/unlocks'

export const fifth = `
${doings}
${jobs}
${unlocks}
`
