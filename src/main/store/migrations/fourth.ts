import { apiMaps } from './fourth/apiMaps'

export const fourth = `
${apiMaps}
`
