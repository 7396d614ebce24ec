import { apiMaps } from './fourth/apiMaps'
import { dns } from './fourth/dns'
import { doings } from './fourth/doings'
import { messages } from './fourth/messages'
import { operations } from './fourth/operations'
import { palette } from './fourth/palette'

export const fourth = `
${apiMaps}
${doings}
${dns}
${messages}
${operations}
${palette}
`
