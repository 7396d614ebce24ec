import { apiMaps } from './fourth/apiMaps'
import { messages } from './fourth/messages'

export const fourth = `
${apiMaps}
${messages}
`
