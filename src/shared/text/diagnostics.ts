/** The headings of the diagnostics, which whoever helps reads. */
export const diagnosticsText = {
  title: 'Mailroom diagnostics',
  lead: 'Without keys, notes and labels. Addresses, accounts, servers and people are numbered: the same number is the same one.',
  program: 'Program',
  stored: 'Stored',
  accounts: 'Accounts',
  litemail: 'Litemail',
  settings: 'Settings',
  activity: 'Activity, the newest first',
  log: 'Log, its end',
  none: 'none',
  notRead: (reason: string) => `not read (${reason})`,
} as const
