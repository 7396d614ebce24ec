import type { Credential, SeedProblem } from '../../credentials'

/** What opens a mailbox, in its details. */
export const credentialsText = {
  title: 'Credentials',
  show: 'Show credentials',
  lead: 'Asked from Litemail when you press, and hidden again after 30 seconds or when you turn to something else. Activity tells when they were shown. A clipboard history may keep what you copy.',
  asking: 'Asking Litemail…',
  failed: 'The credentials could not be shown',
  hide: 'Hide',
  hidesIn: (seconds: number) => `Hidden again in ${seconds} s`,
  shown: 'Credentials shown.',
  hidden: 'Credentials hidden.',
  missed: 'Not shown: this window lost the keyboard before Litemail answered.',
  names: {
    password: 'Password',
    'app-password': 'App password',
    code: 'One-time code',
  } satisfies Record<Credential, string>,
  copy: (name: string) => `Copy ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  copied: (name: string) => `${name} copied. It leaves the clipboard in 30 seconds.`,
  codeEndsIn: (seconds: number) => `${seconds} s`,
  codeEnds: 'How long this code holds',
  nothing: 'Litemail told no credentials of this mailbox.',
  seeds: {
    'not-base32': 'Litemail’s seed of one-time codes is not in base32, so that it gives none.',
    'too-short': 'Litemail’s seed of one-time codes is too short to be one.',
    address: 'Litemail’s address of one-time codes cannot be understood.',
    counter:
      'Litemail’s one-time codes follow a counter, and not the clock: only the device that counts knows them.',
  } satisfies Record<SeedProblem, string>,
} as const

/** What is asked from Litemail about one mailbox on a press. */
export interface OnDemandText {
  readonly title: string
  readonly lead: string
  readonly read: string
  readonly again: string
  readonly failed: string
}

export const onDemandText = {
  answered: 'Answered',
  keptFailed: 'What was answered before could not be read',
} as const

export const warmupText: OnDemandText = {
  title: 'Warm-up',
  lead: 'Asked from Litemail when you press.',
  read: 'Read the warm-up analytics',
  again: 'Read the warm-up analytics again',
  failed: 'The warm-up analytics could not be read',
}

export const allFieldsText: OnDemandText = {
  title: 'All fields',
  lead: 'Litemail may tell more of one mailbox than its list does. Asked when you press.',
  read: 'Read all fields',
  again: 'Read all fields again',
  failed: 'The fields of this mailbox could not be read',
}
