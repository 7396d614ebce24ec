import { dayAndTime } from '../time'
import { addressCount, figure } from './common'
import { ageText } from './time'

const requests = (count: number) => (count === 1 ? '1 request' : `${figure(count)} requests`)
const pages = (count: number) => (count === 1 ? '1 page' : `${figure(count)} pages`)

/** How fresh the list of addresses is, as LikeDo knows them. */
export const listingsText = {
  updated: (at: number, now: number) => `Updated ${ageText(at, now)}`,
  never: 'Never read from LikeDo',
  cannot: 'LikeDo does not list addresses here',
  reading: 'Reading LikeDo’s list…',
  failed: (reason: string) => `The state of the lists could not be read: ${reason}.`,
  of: (name: string, words: string) => `${name}: ${words}`,
  offline: (at: number, now: number) => `Offline. As of ${dayAndTime(at, now)}`,
  doubtful: 'Waiting for your answer',
  refresh: 'Refresh',
  more: 'More about refreshing',
  refreshAll: 'Refresh all…',
  refreshAllHint: 'Reads every page of LikeDo’s list',
  allTitle: 'Refresh all',
  allLead:
    'Mailroom reads LikeDo’s whole list, page by page. What it does not know yet is added; your notes, labels and what you hid stay as they are.',
  cost: (cost: number, left: number) =>
    `Reads about ${pages(cost)}: ${figure(cost)} of about ${requests(left)} left this hour.`,
  tooDear: 'That is more than is left this hour: Mailroom reads as far as it can, and says where it stopped.',
  noList: 'This server shows no list, so nothing is read.',
  allAccounts: 'Nothing can be read: no account’s server shows a list.',
  start: 'Read all',
  brought: ({ added, settled }: { added: number; settled: number }) => {
    const parts = [
      added > 0 ? `${addressCount(added)} added` : null,
      settled > 0 ? `${addressCount(settled)} confirmed` : null,
    ].filter((part) => part !== null)
    return parts.length === 0 ? 'Refreshed. Nothing new.' : `Refreshed. ${parts.join(', ')}.`
  },
  doubt: (name: string) =>
    `The list of ${name} shows none of the newest addresses you have here. Is it the same LikeDo user?`,
  doubtMeaning: (listed: number) =>
    `Merge reads that list again and adds its addresses (${addressCount(listed)} so far) to yours. Do not merge leaves yours as they are and reads no list with this key.`,
  merge: 'Merge',
  doNotMerge: 'Do not merge',
  merging: (name: string) => `Merged: the list of ${name}.`,
  notMerged: (name: string) => `Not merged. Your list of ${name} stays as it is.`,
} as const
