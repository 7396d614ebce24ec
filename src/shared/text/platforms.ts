import { isPlatform, type Platform } from '../litemail/exporting'
import type { FilledInput } from '../operationAnswer'

/** What mailboxes may be exported to, as it calls itself. */
export const platformNames: Readonly<Record<Platform, string>> = {
  REACHINBOX: 'ReachInbox',
  INSTANTLY: 'Instantly',
  SMARTLEAD: 'Smartlead',
  REPLY_IO: 'Reply.io',
  EMAILBISON: 'EmailBison',
  PIPL: 'PIPL',
  MANUAL: 'Manual',
}

/** How a platform is called; one that Mailroom does not know as it was sent. */
export const platformName = (name: string): string => (isPlatform(name) ? platformNames[name] : name)

/** An input as it is read; a platform, by the name of its input, as it calls itself. */
export function inputText(value: FilledInput, name: string | null = null): string {
  const words = (Array.isArray(value) ? value : [value]).map(String)
  return (name === 'app' || name === 'apps' ? words.map(platformName) : words).join(', ')
}
