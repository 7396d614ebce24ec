import { decodeTable } from '../table'

export const placement = {
  'placement.list': decodeTable,
  'placement.create': decodeTable,
}
