import type { Address } from '../../shared/address'
import { joinLabels } from '../rules/csvCell'
import { csvHead, csvRows } from './csvText'

/** What our JSON files say they are. */
export const JSON_FORMAT = 'mailroom.addresses'
export const JSON_VERSION = 1

/** The columns of a CSV file, which our own import knows by these titles. */
const CSV_TITLES = [
  'Address',
  'Note',
  'Labels',
  'LikeDo tag',
  'Account',
  'Created',
  'Hidden',
  'State',
  'How made',
] as const

const moment = (at: number | null): string => (at === null ? '' : new Date(at).toISOString())

/**
 * Addresses as CSV, which our own import reads. `isFirst`: nothing stands before them, so that the titles do.
 */
export const csvPiece = (addresses: readonly Address[], isFirst: boolean): string => {
  const rows = addresses.map((address) => [
    address.email,
    address.note,
    joinLabels(address.labels),
    address.tag ?? '',
    address.accountName ?? '',
    moment(address.at),
    moment(address.hiddenAt),
    address.state,
    address.via,
  ])
  return `${isFirst ? csvHead(CSV_TITLES) : ''}${csvRows(rows)}`
}

/** What stands before the addresses of a JSON file, which come one a line. */
export const jsonHead = (at: number): string =>
  `{"format":"${JSON_FORMAT}","version":${JSON_VERSION},"exportedAt":"${moment(at)}","addresses":[`

/** Addresses as JSON, each one exactly. `isFirst`: nothing stands before them in the list. */
export const jsonPiece = (addresses: readonly Address[], isFirst: boolean): string =>
  addresses
    .map((address, index) => {
      const line = JSON.stringify({
        address: address.email,
        note: address.note,
        labels: address.labels,
        tag: address.tag,
        account: address.accountName,
        createdAt: moment(address.at),
        hiddenAt: address.hiddenAt === null ? null : moment(address.hiddenAt),
        state: address.state,
        via: address.via,
      })
      return `${isFirst && index === 0 ? '' : ','}\n${line}`
    })
    .join('')

export const JSON_TAIL = '\n]}\n'
