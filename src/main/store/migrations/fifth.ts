import { jobs } from './fifth/jobs'

export const fifth = `
${jobs}
`
