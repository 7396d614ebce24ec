import type { JobRow } from '../../shared/job'
import { sentence } from '../../shared/text/errors'
import { isUndone } from '../../shared/text/window/jobs'
import { type Columns, fileOf, moment } from './fleetCsv'

const jobFields: Columns<JobRow> = [
  ['Row', ({ number }) => String(number + 1)],
  ['About', ({ target }) => target?.name ?? ''],
  ['Litemail id', ({ target }) => target?.serviceId ?? ''],
  ['Workspace id', ({ workspaceId }) => workspaceId],
  ['Sent', ({ inputs }) => JSON.stringify(inputs)],
  ['Before', ({ before }) => (Object.keys(before ?? {}).length === 0 ? '' : JSON.stringify(before))],
  ['State', (row) => (isUndone(row) ? 'undone' : row.state)],
  ['Shown by', ({ evidence }) => evidence ?? ''],
  ['Problem', ({ problem }) => (problem === null ? '' : sentence(problem, 'litemail'))],
  ['Sent at (UTC)', ({ sentAt }) => moment(sentAt)],
  ['Ended (UTC)', ({ settledAt }) => moment(settledAt)],
  ['Seen by a later read (UTC)', ({ confirmedAt }) => moment(confirmedAt)],
]

/** Rows of a job for a spreadsheet. What is not known is an empty cell. */
export const jobCsv = fileOf(jobFields)
