import { decodeTable } from '../table'

export const exports = {
  'exports.mailboxes': decodeTable,
  'exports.addAccount': decodeTable,
  'exports.updateAccount': decodeTable,
  'exports.connectInboxes': decodeTable,
}
