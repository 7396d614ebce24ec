import { decodeTable } from '../table'

export const dashboard = {
  'dashboard.overview': decodeTable,
  'dashboard.statusCounts': decodeTable,
}
