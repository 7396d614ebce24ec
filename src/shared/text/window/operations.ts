import type { Effect } from '../../litemail/operation'
import { figure } from './common'

export const operationCount = (count: number) => (count === 1 ? '1 operation' : `${figure(count)} operations`)

/** What an operation does. */
export const effectWords = {
  read: 'Only reads',
  write: 'Changes something',
  spends: 'Spends money',
  destructive: 'Removes something',
  link: 'Answers with a page to pay at',
} as const satisfies Record<Effect, string>

/** The screen Operations: what a service can be asked, and how. */
export const operationsText = {
  title: 'Operations',
  account: 'Account',
  part: 'What is shown',
  parts: { read: 'Operations', paths: 'API paths' },
  noAccount: 'No account yet',
  noAccountLead: 'Here stands everything that LikeDo and Litemail can be asked, and how they are asked.',
  connectLikeDo: 'Connect LikeDo',
  connectLitemail: 'Connect Litemail',
  reading: 'Reading the operations…',
} as const
