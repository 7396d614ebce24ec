import { decodeTable } from '../table'

export const dns = {
  'dns.list': decodeTable,
  'dns.create': decodeTable,
  'dns.update': decodeTable,
  'dns.delete': decodeTable,
}
