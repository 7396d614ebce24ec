import { accounts } from '../../../state/accounts'

/**
 * The account whose website an address is read at. Undefined, LikeDo's own: the website of an account that is no
 * longer connected cannot be told from here.
 */
export function useSite(accountId: string | null): string | undefined {
  const isConnected = accounts.use(({ data }) => data?.some(({ id }) => id === accountId) ?? false)
  return isConnected && accountId !== null ? accountId : undefined
}
