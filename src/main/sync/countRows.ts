import type { AccountRun } from './accountRun'
import { type ListNoun, readPage } from './listReads'
import { readWallet } from './readSmall'

/** The lists that are counted. */
const counted: readonly string[] = ['mailboxes', 'domains'] satisfies readonly ListNoun[]

/**
 * Reads the wallet, and how many rows the lists have that say so: their first pages, whose rows are left for a pass. A list
 * that never said how many it has is not asked, and neither is one of which a pass is open.
 */
export async function countRows(run: AccountRun): Promise<void> {
  await readWallet(run)
  const parts = await run.context.store.read('fleet.parts', run.account.id)
  for (const part of parts.ok ? parts.value : []) {
    if (run.cause !== null) return
    if (!counted.includes(part.noun) || part.announced === null || part.open !== null) continue
    const noun: ListNoun = part.noun === 'mailboxes' ? 'mailboxes' : 'domains'
    const page = await readPage(run, noun, { workspaceId: part.workspaceId, page: 1, size: part.pageSize })
    const total = page.ok ? page.value.facts.total : null
    if (total !== null && total !== part.announced)
      await run.savePart({ ...run.part(part), announced: total })
  }
}
