import { decodeTable } from '../table'

export const cloudflare = {
  'cloudflare.get': decodeTable,
  'cloudflare.save': decodeTable,
}
