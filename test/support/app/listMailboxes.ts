import type { Page } from '@playwright/test'
import { mailboxesByAddress } from '../../../src/shared/mailbox'

/** What a window is told of the first mailboxes, by address. */
export const listMailboxes = (page: Page, limit: number) =>
  page.evaluate((wish) => window.bridge.call('mailboxes.list', wish), {
    ...{ view: mailboxesByAddress, offset: 0, limit },
  })
