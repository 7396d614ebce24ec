/** What somebody sees who has nothing in Mailroom yet. */
export const firstRunText = {
  title: 'A fresh address whenever you need one',
  lead: 'Mailroom makes temporary e-mail addresses at LikeDo, puts each on your clipboard, and remembers what it was for. It also lists your fleet of mailboxes at Litemail.',
  connect: 'Connect LikeDo',
  connectHint: 'With an API key of your LikeDo account.',
  connectLitemail: 'Connect Litemail',
  connectLitemailHint: 'To see your mailboxes and domains in one list, offline too.',
  restore: 'Restore a backup…',
  restoreHint: 'From another computer, or from before. It needs its passphrase and no account.',
  demo: 'Look around with sample data',
  demoHint: 'Opens apart from your own data. Nothing leaves this computer.',
  keys: 'Your keys stay in this computer’s keychain.',
} as const
