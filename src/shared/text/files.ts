const day = (at: number): string => {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** What files are called that Mailroom writes where the user wants them. */
export const fileNames = {
  export: (at: number, format: 'csv' | 'json', what: 'addresses' | 'mailboxes' | 'domains' | 'credentials') =>
    `Mailroom ${what} ${day(at)}.${format}`,
  activity: (at: number) => `Mailroom activity ${day(at)}.csv`,
  jobReport: (at: number) => `Mailroom report ${day(at)}.csv`,
  apiPaths: (at: number, service: string) => `Mailroom API paths ${service} ${day(at)}.json`,
  backup: (at: number) => `Mailroom ${day(at)}.mailroom-backup`,
  diagnostics: (at: number) => `Mailroom diagnostics ${day(at)}.txt`,
} as const

/** The columns of a file with credentials, and what stands in it where there are none. */
export const credentialFile = {
  titles: {
    email: 'Address',
    name: 'Name',
    password: 'Password',
    appPassword: 'App password',
    seed: 'One-time code secret',
    problem: 'Not read',
  },
  nothingTold: 'Litemail told no credentials of this mailbox.',
} as const

/** What the system's file dialogs call the kinds of files. */
export const fileKinds = {
  import: 'CSV and JSON files',
  csv: 'CSV files',
  json: 'JSON files',
  mailboxes: 'Tables as CSV or text',
  apiPaths: 'OpenAPI files and API paths',
  backup: 'Mailroom backups',
  diagnostics: 'Text files',
  any: 'All files',
} as const
