import type { Allowance } from '../../account'
import type { Batch, ListedLine } from '../../batch'
import { addressCount, figure } from './common'

type State = Batch['items'][number]['state']

/** New addresses from a pasted list. */
export const batchesText = {
  menu: 'More ways to make addresses',
  open: 'New addresses from a list…',
  openHint: 'Paste names, one a line',
  title: 'New addresses from a list',
  list: 'Names, one a line',
  listHint: 'A name or a whole address; after a comma or a tab, a note.',
  placeholder: 'train-tickets, To the coast\nconcert@ig.do',
  account: 'Account',
  domain: 'Domain for names without one',
  lines: 'How each line is read',
  nothingYet: 'Each line is shown here as Mailroom reads it.',
  onlyProblems: (count: number) =>
    count === 1 ? 'Only the one with a remark' : `Only the ${figure(count)} with a remark`,
  allLines: 'All lines',
  failed: 'The list could not be read',
  drawn: (domain: string) => `A drawn name at ${domain}`,
  line: (line: number) => `Line ${figure(line)}`,
  tag: (tag: string) => `LikeDo tag: ${tag}`,
  problems: {
    name: 'Not a name: 4 to 64 letters, digits, dots, hyphens and underscores.',
    domain: 'Not a domain that Mailroom can read.',
    twice: 'Stands in the list twice.',
    'reserved-likely': 'LikeDo may keep this name for itself and refuse it.',
    reserved: 'LikeDo keeps this name for itself.',
    known: 'You have this address already.',
    'too-many': 'A list has at most 500 lines.',
    note: 'The note is longer than 4,000 characters.',
    tag: 'The LikeDo tag is longer than 50 characters.',
  } satisfies Record<NonNullable<ListedLine['problem']>, string>,
  strangeDomain: 'This domain is not in your list of domains.',
  sendable: (count: number, total: number) =>
    total === 0 ? '' : `${figure(count)} of ${figure(total)} can be sent.`,
  left: ({ addresses: { made, limit }, requests }: Allowance) => {
    const hour = `About ${figure(Math.max(0, requests.limit - requests.used))} of ${figure(requests.limit)} requests left this hour.`
    return limit === null
      ? `Your plan has no monthly limit. ${hour}`
      : `${figure(Math.max(0, limit - made))} of ${figure(limit)} addresses left this month. ${hour}`
  },
  overMonth: (left: number) =>
    left === 0
      ? 'By Mailroom’s count this month’s addresses are used up: LikeDo may refuse all of them.'
      : `That is more than are left this month: LikeDo may refuse all but about ${figure(left)}.`,
  overHour: 'That is more than the requests left this hour: what cannot go now is told as not created.',
  create: (count: number) => (count === 0 ? 'Create' : `Create ${addressCount(count)}`),
  creating: 'Creating…',
  progress: (done: number, total: number) => `${figure(done)} of ${figure(total)}`,
  going: 'Creating addresses from a list',
  goesOn: 'Closing this does not stop it. It goes on, and the list of addresses shows each one.',
  stop: 'Stop',
  stopping: 'Stopping…',
  stopMeaning: 'Stop leaves out what was not sent yet.',
  states: {
    waiting: 'In line',
    sending: 'Creating…',
    created: 'Created',
    unconfirmed: 'Not confirmed',
    'not-created': 'Not created',
  } satisfies Record<State, string>,
  checking: 'Mailroom is checking; do not use it yet.',
  rows: 'Addresses of the list',
  report: (counts: Readonly<Record<State, number>>) => {
    const parts = [
      `${figure(counts.created)} created`,
      counts['not-created'] > 0 ? `${figure(counts['not-created'])} not created` : null,
      counts.unconfirmed > 0 ? `${figure(counts.unconfirmed)} not confirmed` : null,
      counts.waiting > 0 ? `${figure(counts.waiting)} in line` : null,
      counts.sending > 0 ? `${figure(counts.sending)} under way` : null,
    ].filter((part) => part !== null)
    return `${parts.join(', ')}.`
  },
  ended: 'Done',
  copied: 'The created ones are on your clipboard, one a line.',
  copy: (count: number) => (count === 1 ? 'Copy the created one' : `Copy the ${figure(count)} created`),
  copiedMany: (count: number) => `Copied: ${addressCount(count)}, one a line`,
  retry: (count: number) =>
    count === 1 ? 'Try the refused one again…' : `Try the ${figure(count)} refused again…`,
  another: 'Another list…',
  show: 'Show',
  lost: 'How the list goes on could not be read',
} as const
