import type { Activity } from '../../shared/activity'
import { sentence } from '../../shared/text/errors'
import { lossWords, lostNames } from '../../shared/text/health'
import { activityText as text } from '../../shared/text/window/activity'
import { aboutWrite, outcomeOf, outcomeWords, whatOf } from '../../shared/text/window/activityRow'
import { type Columns, fileOf, moment } from './fleetCsv'

const problemOf = (row: Activity): string => {
  if (row.kind === 'write') return row.problem === null ? '' : sentence(row.problem, 'litemail')
  return row.kind === 'address.create' && row.problem !== null ? sentence(row.problem, 'likedo') : ''
}

const json = (values: object | null): string => (values === null ? '' : JSON.stringify(values))

const settledAt = (row: Activity): number | null => ('settledAt' in row ? row.settledAt : null)

const fields: Columns<Activity> = [
  ['When (UTC)', (row) => moment(row.kind === 'address.create' ? row.plannedAt : row.at)],
  ['Kind', (row) => text.kinds[row.kind]],
  ['What', whatOf],
  ['About', (row) => (row.kind === 'domains.lost' ? lostNames(row.losses) : aboutOf(row))],
  [
    'Outcome',
    (row) => (row.kind === 'domains.lost' ? lossWords(row.losses) : outcomeWords(row, outcomeOf(row))),
  ],
  ['Before', (row) => (row.kind === 'write' ? json(row.before) : '')],
  ['Sent', (row) => (row.kind === 'write' ? json(row.inputs) : '')],
  ['Problem', problemOf],
  ['Account', (row) => ('accountName' in row ? (row.accountName ?? '') : '')],
  ['Workspace id', (row) => (row.kind === 'write' ? row.workspaceId : '')],
  ['Sent at (UTC)', (row) => moment('sentAt' in row ? row.sentAt : null)],
  ['Ended (UTC)', (row) => moment(settledAt(row))],
  ['Seen by a later read (UTC)', (row) => moment(row.kind === 'write' ? row.confirmedAt : null)],
  ['From a backup', (row) => (row.isRestored ? 'yes' : 'no')],
]

const aboutOf = (row: Exclude<Activity, { kind: 'domains.lost' }>): string =>
  row.kind === 'write' ? aboutWrite(row) : (row.email ?? '')

/** Rows of Activity for a spreadsheet. What is not known is an empty cell. */
export const activityCsv = fileOf(fields)
