import { LITEMAIL_BASE_PATH, LITEMAIL_ORIGIN } from '../../../shared/litemail/account'
import type { Tokens } from '../../rules/tokens'
import type { FleetPartRow, LitemailAccountRow } from '../../store/fleetRows'

const moment = (at: number | null): string => (at === null ? 'never' : new Date(at).toISOString())

/** The names of operations; null where there are none. */
export const operationNames = (operations: readonly { readonly operation: string }[]): string | null =>
  operations
    .map(({ operation }) => operation)
    .sort()
    .join(' ') || null

/** Lines about an account of Litemail's for whoever helps: with tokens for whoever is named, and never a key. */
export const describeAccount = (
  account: LitemailAccountRow,
  { worked, changed }: Readonly<Record<'worked' | 'changed', readonly { readonly operation: string }[]>>,
  tokens: Tokens,
): Readonly<Record<string, unknown>> => ({
  [tokens.of('account', account.id)]: '',
  ' name': tokens.of('account-name', account.name),
  ' server':
    account.origin === LITEMAIL_ORIGIN ? account.origin : tokens.of('server', new URL(account.origin).host),
  ' below': account.basePath === LITEMAIL_BASE_PATH ? account.basePath : tokens.of('path', account.basePath),
  ' user': account.userId === null ? null : tokens.of('user', account.userId),
  ' key': `${account.authentication}, ${account.keyStanding}, ${account.keyKept}, generation ${account.keyGeneration}`,
  ' key ends': account.keyEndsAt === null ? null : moment(account.keyEndsAt),
  ' worked here': operationNames(worked),
  ' asked otherwise': operationNames(changed),
})

/** One line about a list: how old it is, how much of it is there (null: that cannot be read), and why it is not newer. */
export function describePart(part: FleetPartRow, kept: number | null, tokens: Tokens): string {
  const { workspaceId, announced, problem, doubt, open } = part
  return [
    part.noun,
    tokens.of('account', part.accountId),
    workspaceId === '' ? '' : tokens.of('workspace', workspaceId),
    `whole ${moment(part.wholeAt)}, read ${moment(part.at)}`,
    `kept ${kept ?? 'unknown'} of ${announced ?? 'unknown'}`,
    part.isIncomplete ? 'incomplete' : '',
    part.isHeaderIgnored ? 'header ignored' : '',
    doubt === null ? '' : `in doubt: ${doubt.gone} of ${doubt.known}`,
    open === null ? '' : `pass ${open.id} open, ${open.done} pages, ${open.met} met`,
    // The words of a service may repeat what it was sent.
    problem?.kind ?? '',
  ]
    .filter((text) => text !== '')
    .join(' ')
}
