import { decodeTable } from '../table'

export const exportHistory = {
  'exportHistory.list': decodeTable,
  'exportHistory.create': decodeTable,
}
