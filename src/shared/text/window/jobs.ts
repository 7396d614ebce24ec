import type { JournalState } from '../../activity'
import type { JobCounts, JobEvidence, JobRest, JobRow } from '../../job'
import { explain } from '../errors'
import { figure } from './common'

/** How the rows of a job stand: "17 done, 1 not confirmed, 22 not sent". `isLink`: what was accepted is a page to pay at. */
export function countsText(counts: JobCounts, isLink = false): string {
  const { done, refused, undone, unconfirmed, sending, planned, dropped } = counts
  const parts = [
    done > 0 && isLink ? (done === 1 ? 'link received' : `${figure(done)} links received`) : null,
    done > 0 && !isLink ? `${figure(done)} done` : null,
    refused > 0 ? `${figure(refused)} refused` : null,
    undone > 0 ? `${figure(undone)} not done` : null,
    unconfirmed > 0 ? `${figure(unconfirmed)} not confirmed` : null,
    sending > 0 ? `${figure(sending)} under way` : null,
    planned + dropped > 0 ? `${figure(planned + dropped)} not sent` : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? 'Nothing to do' : parts.join(', ')
}

/** How long the rest takes, about. */
export function timeLeft(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (ms < 45_000) return 'less than a minute left'
  return minutes < 90 ? `about ${Math.max(1, minutes)} min left` : `about ${Math.round(minutes / 60)} h left`
}

const restWords = {
  user: 'Paused.',
  restart: 'Mailroom ended meanwhile. Nothing more was sent.',
  'first-row': 'The first row was sent alone. Look at what came of it before the others go.',
} as const

/** Why nothing more of a job is sent just now. */
export function restText({ why, problem }: JobRest): string {
  if (why !== 'problem') return restWords[why]
  if (problem === null) return 'It stopped.'
  const { reason, advice } = explain(problem, 'litemail')
  return advice === '' ? `It stopped: ${reason}.` : `It stopped: ${reason}. ${advice}`
}

/** Jobs: writes at Litemail that are under way, wait, or are over. */
export const jobsText = {
  band: 'Writes at Litemail',
  several: (count: number) => `${figure(count)} jobs are under way or wait`,
  pause: 'Pause',
  continue: 'Continue',
  continueOthers: (count: number) =>
    count === 1 ? 'Continue with the other one' : `Continue with the other ${figure(count)}`,
  stop: 'Stop here',
  look: 'Look',
  details: 'Details',
  replaceKey: 'Replace key',
  retry: (count: number) => (count === 1 ? 'Try the one again…' : `Try ${figure(count)} again…`),
  report: 'Report as CSV…',
  reported: (fileName: string) => `Written: ${fileName}`,
  close: 'Close',
  stopped: (count: number) =>
    count === 0 ? 'Stopped. Everything was sent before.' : `Stopped. ${figure(count)} are not sent any more.`,
  reading: 'Reading how it went…',
  failed: 'How it went could not be read',
  notSteered: 'It goes on as before',
  restored: 'From a backup: history, never sent.',
  running: 'Under way.',
  over: 'Over.',
  waitingForSettling: 'Mailroom reads at Litemail what became of those that are not confirmed.',
  secretsGone:
    'The password or key of it is kept nowhere, and Mailroom ended meanwhile. Stop here, and begin anew from its form.',
  firstRow: 'The first row',
  request: 'Its request',
  answer: 'What Litemail answered',
  /** Of a write that leads to a page to pay at. */
  payment: {
    received: 'Link received. Nothing is bought before you pay there.',
    opened: 'Opened. Mailroom reads the balance for ten minutes.',
    credited: 'Credited: the balance has grown since.',
  },
  answerGone: 'Its answer is not known any more.',
  reread: 'Read again',
  rereading: 'Reading…',
  seen: 'A read shows that it is so.',
  notSeen: 'No read has shown it yet.',
  vouch: (count: number) => `It is done (${figure(count)})`,
  vouchLead: (count: number) =>
    count === 1
      ? 'Litemail accepted one, and no read shows it: only you can say that it is done.'
      : `Litemail accepted ${figure(count)}, and no read shows them: only you can say that they are done.`,
  filter: 'Which rows',
  states: {
    all: 'All',
    done: 'Done',
    unconfirmed: 'Not confirmed',
    refused: 'Refused',
    notSent: 'Not sent',
  },
  refusedOrUndone: 'Refused or not done',
  filterOf: (name: string, count: number) => `${name} (${figure(count)})`,
  rows: 'Rows of the job',
  columns: { row: 'Row', outcome: 'Outcome' },
  rowOf: (place: number) => `Row ${figure(place)}`,
  none: 'No row stands so.',
  outcomes: {
    planned: 'Not sent',
    sending: 'Under way',
    done: 'Accepted',
    refused: 'Refused',
    unconfirmed: 'Not confirmed',
    dropped: 'Not sent',
  } satisfies Record<JournalState, string>,
  confirmed: 'Done',
  /** Of what nobody knew, said by its user. */
  undone: 'Not done',
  evidence: {
    answer: null,
    read: 'A read shows it.',
    user: 'You said so.',
  } satisfies Record<JobEvidence, string | null>,
  ended: (what: string, counts: JobCounts, isLink = false) => `${what}: ${countsText(counts, isLink)}.`,
  show: 'Show',
  showGoing: 'Show Writes Under Way',
  noneGoing: 'Nothing is being written at Litemail, and nothing waits.',
} as const

/** The service accepted it, and neither a read nor its user has said that it is done. */
export const isAccepted = ({ state, evidence, confirmedAt }: RowStanding): boolean =>
  state === 'done' && evidence === 'answer' && confirmedAt === null

/** How a row stands: accepted is not seen. */
export const outcomeText = (row: RowStanding & Pick<JobRow, 'problem'>): string => {
  if (isUndone(row)) return jobsText.undone
  return row.state === 'done' && !isAccepted(row) ? jobsText.confirmed : jobsText.outcomes[row.state]
}

type RowStanding = Pick<JobRow, 'state' | 'evidence' | 'confirmedAt'>

/** Nobody knew of it, and its user said that the service did not do it: that is no refusal. */
export const isUndone = ({ state, problem }: Pick<JobRow, 'state' | 'problem'>): boolean =>
  state === 'refused' && problem?.kind === 'said-undone'
