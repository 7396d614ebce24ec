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
