import { decodeTable } from '../table'

export const webhooks = {
  'webhooks.list': decodeTable,
  'webhooks.register': decodeTable,
  'webhooks.delete': decodeTable,
}
