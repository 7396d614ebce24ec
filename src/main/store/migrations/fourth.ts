import { apiMaps } from './fourth/apiMaps'
import { messages } from './fourth/messages'
import { operations } from './fourth/operations'

export const fourth = `
${apiMaps}
${messages}
${operations}
`
