import type { AppInfo } from '../../app'

/** The frame around every screen. */
export const shellText = {
  navigation: 'Main',
  screens: {
    addresses: 'Addresses',
    overview: 'Overview',
    mailboxes: 'Mailboxes',
    domains: 'Domains',
    exports: 'Exports',
    billing: 'Billing',
    activity: 'Activity',
    operations: 'Operations',
    settings: 'Settings',
  },
  litemail: 'Litemail',
  connectLitemail: 'Connect Litemail',
  title: (screen: string, isDemo: boolean) =>
    isDemo ? `${screen} – Mailroom (sample data)` : `${screen} – Mailroom`,
  notices: 'Notices',
  sample: 'Sample data',
  sampleMeaning: 'Nothing here is real, and nothing leaves this computer. Every address ends in .example.',
  runtime: ({ electron, pinned }: AppInfo['runtime']) =>
    `Mailroom runs on Electron ${electron} here. It is meant for ${pinned}; another one may lack security fixes.`,
  offline: 'This computer looks offline. Your list stays readable; a new address needs a connection.',
  broken: 'This part of the window broke',
  brokenAdvice:
    'Nothing that Mailroom keeps was lost. Load the window again; if it breaks again, look into the logs.',
  reload: 'Load again',
  storageTitle: 'Mailroom cannot use its data',
} as const
