import type { Authentication, LitemailAccount } from '../../litemail/account'
import { clockOrDay } from '../time'
import { figure } from './common'

const ends = (at: number, now: number) =>
  at <= now ? 'The JWT has ended' : `The JWT ends at ${clockOrDay(at, now)}`

type Check = 'accepted' | 'not-reached'

/** Litemail accounts: connecting one, what it answers, and how it stands in the settings. */
export const litemailText = {
  title: 'Connect Litemail',
  key: 'API key',
  keyOrigin: 'You make a key on Litemail’s website.',
  jwt: 'JWT',
  jwtOrigin: 'Some pages of Litemail’s documentation ask for a JWT, which may last for minutes only.',
  openKeys: 'Open Litemail’s website',
  authentication: 'Authentication',
  authentications: { 'api-key': 'API key', jwt: 'JWT' } satisfies Record<Authentication, string>,
  authenticationHint:
    'Litemail’s newer documentation asks for an API key, its older pages for a JWT. Mailroom sends either to this server only.',
  serverHint: 'With the path that all of Litemail’s operations stand below; /v1 where there is none.',
  serverComplaint: 'Enter an address such as https://api.litemail.app/v1.',
  nameHint: 'How Mailroom calls this account, for example “Agency”.',
  connected: {
    accepted: 'Connected. Mailroom reads workspaces, mailboxes and domains now.',
    'not-reached': 'Saved, not checked. Mailroom tries the key as soon as Litemail is reached.',
  } satisfies Record<Check, string>,
  replaced: {
    accepted: 'Key replaced. Litemail accepts the new one.',
    'not-reached': 'Key replaced, not checked. Mailroom tries it as soon as Litemail is reached.',
  } satisfies Record<Check, string>,
  checked: {
    accepted: 'Litemail accepts the key.',
    'not-reached': 'Litemail was not reached, so the key was not checked.',
  } satisfies Record<Check, string>,
  replaceLead: (name: string) =>
    `The new key takes the place of the one that ${name} has. It has to be one of the same Litemail user.`,
  enterLead: (name: string) =>
    `This computer has no key for ${name}. It has to be one of the same Litemail user.`,

  list: 'Litemail accounts',
  lead: 'Accounts at Litemail whose mailboxes and domains Mailroom reads.',
  empty: 'No Litemail account yet',
  failed: 'The Litemail accounts could not be read',
  connectAnother: 'Connect another Litemail account',
  facts: { user: 'User', authentication: 'Authentication', endsAt: 'JWT ends', server: 'Server', key: 'Key' },
  noUser: 'not known yet',
  ends,
  endsAt: (at: number, now: number) => (at <= now ? `ended at ${clockOrDay(at, now)}` : clockOrDay(at, now)),
  noEnd: 'it does not say',
  endedAdvice: (at: number, now: number) =>
    `${ends(at, now)}. Mailroom keeps trying it; enter a new one when Litemail refuses it.`,
  refusedAdvice: 'Litemail refused this key. Replace it to read this account again.',
  absentAdvice: 'This computer has no key for this account. What was read before stays readable.',
  uncheckedAdvice: 'Litemail was not reached when this key was saved.',
  check: 'Check',
  rename: 'Rename',
  whatAnswers: 'What answers',
  renameTitle: 'Rename account',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeKey: (kept: LitemailAccount['keyKept']) =>
    kept === 'keychain' ? 'Its key is deleted from this computer’s keychain.' : 'Its key is forgotten.',
  removeRead: (mailboxes: number | null, domains: number | null) => {
    const counted = [
      mailboxes === null ? null : counts(mailboxes, 'mailbox', 'mailboxes'),
      domains === null ? null : counts(domains, 'domain', 'domains'),
    ].filter((part) => part !== null)
    return counted.length === 0
      ? 'What Mailroom read of it goes from this computer.'
      : `What Mailroom read of it goes from this computer: ${counted.join(' and ')}.`
  },
  removeNotes: 'Your notes stay for 30 days, should you connect the same user again.',
  removeStays: 'At Litemail nothing changes.',
  removed: (name: string) => `Removed: ${name}. At Litemail nothing changed.`,

  answersLead: 'Each read that needs nothing else to be known was tried once.',
  asking: 'Asking Litemail for everything that can be read…',
  tried: (tried: number, answered: number) =>
    `Tried ${counts(tried, 'read', 'reads')}, ${figure(answered)} answered. Nothing was changed.`,
  triedAt: (age: string) => `Tried ${age}.`,
  answers: 'Reads',
  works: 'Works',
  doesNot: 'Does not answer',
  evidence: {
    guessed: {
      word: 'guessed path',
      meaning: 'Litemail’s documentation names this operation, not its path.',
    },
    worked: {
      word: 'worked here',
      meaning:
        'Litemail’s documentation does not name its path; the one that Mailroom tried answers this account.',
    },
  },
  tryAllAgain: 'Try again',
  answersFailed: 'The reads could not be tried',
  continueTo: 'Show mailboxes',
} as const

const counts = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${figure(count)} ${many}`
