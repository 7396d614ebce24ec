import { domainWrites } from './domains'
import { mailboxWrites } from './mailboxes'
import { moneyWrites } from './money'
import { otherWrites } from './others'
import type { Write } from './written'

/** What the service does, by operation; all others change nothing. */
export const writes: Readonly<Record<string, Write>> = {
  ...mailboxWrites,
  ...domainWrites,
  ...moneyWrites,
  ...otherWrites,
}
