import { decodeTable } from '../table'

export const billing = {
  'billing.addDetails': decodeTable,
}
