/** What of the embedded sample Litemail an account of sample data needs to know. */
export const demoLitemail = {
  origin: 'https://litemail.example',
  basePath: '/v1',
  key: 'sample-key-of-the-embedded-litemail',
  userEmail: 'you@litemail.example',
  /** How many mailboxes there are unless `--demo=` says otherwise. */
  mailboxes: 2_400,
} as const

/** Each size of the sample fleet belongs to a user of its own, so that none is taken for another. */
export const demoUserId = (mailboxes: number): string => `sample-user-${mailboxes}`
