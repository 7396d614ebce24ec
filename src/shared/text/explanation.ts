/** What a user can do next; each is a control beside the words. */
export type NextStep =
  | 'try-again'
  | 'try-now'
  | 'check-now'
  | 'connect'
  | 'connect-litemail'
  | 'replace-key'
  | 'choose-domain'
  | 'choose-name'
  | 'open-plans'
  | 'open-likedo'
  | 'open-account'
  | 'try-other-path'
  | 'fix-path'
  | 'open-operation'
  | 'use-until-quit'
  | 'say-whose'
  | 'open-activity'
  | 'open-data-folder'
  | 'open-logs'
  | 'copy-again'
  | 'choose-file'
  | 'choose-shortcut'
  | 'show-sensitive'

export const nextStepLabels: Record<NextStep, string> = {
  'try-again': 'Try again',
  'try-now': 'Try now',
  'check-now': 'Check now',
  connect: 'Connect LikeDo',
  'connect-litemail': 'Connect Litemail',
  'replace-key': 'Replace key',
  'choose-domain': 'Choose another domain',
  'choose-name': 'Choose another name',
  'open-plans': 'Open LikeDo’s plans',
  'open-likedo': 'Open LikeDo',
  'open-account': 'Open account settings',
  'try-other-path': 'Try the other path',
  'fix-path': 'Fix path',
  'open-operation': 'Open Operations',
  'use-until-quit': 'Use this key until Mailroom quits',
  'say-whose': 'Show the address',
  'open-activity': 'Open Activity',
  'open-data-folder': 'Open data folder',
  'open-logs': 'Open logs',
  'copy-again': 'Copy',
  'choose-file': 'Choose a file',
  'choose-shortcut': 'Choose another shortcut',
  'show-sensitive': 'Show it again',
}

/** A step that stands beside another one: what helps where the first does not. */
export const stepsBeside: Partial<Record<NextStep, NextStep>> = { 'try-other-path': 'fix-path' }

export interface Explanation {
  /** What happened: a sentence without its full stop, so that it can stand inside another. */
  readonly reason: string
  /** What to do about it: whole sentences, or nothing. */
  readonly advice: string
  readonly next: NextStep
}
