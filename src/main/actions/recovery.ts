import { randomUUID } from 'node:crypto'
import type { Recovery } from '../../shared/backup'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { addressesIn } from '../store/content'
import { copyOfId } from '../store/copies'
import { damagedFile, type RecoveryMark } from '../store/recovering'
import { onFile } from '../transfer/fileProblem'
import type { Context } from './context'
import { listCopies } from './localCopies'
import { stagePages } from './stageContent'

/** Counts what a damaged file still gives; null where that is nothing. */
async function countReadable(context: Context, mark: RecoveryMark): Promise<Recovery['readable']> {
  const counts = { addresses: 0, activity: 0, accounts: 0 }
  const file = damagedFile(context.folder, mark)
  for await (const page of context.aside.readContent(file, { isTolerant: true })) {
    if (!page.ok) break
    counts.addresses += addressesIn(page.value)
    counts.activity += page.value.activity.length
    counts.accounts += page.value.accounts.length + page.value.litemailAccounts.length
  }
  return counts.addresses + counts.activity + counts.accounts === 0 ? null : counts
}

/** What became of a database that was damaged, and what there is to go on with. Null where the user has decided. */
export async function readRecovery(context: Context): Promise<Result<Recovery | null, AppError>> {
  const { recovery } = context
  const mark = recovery.mark()
  if (mark === null) return ok(null)
  const copies = await listCopies(context)
  if (!copies.ok) return copies
  recovery.readable ??= countReadable(context, mark)
  return ok({ ...mark, readable: await recovery.readable, copies: copies.value })
}

/**
 * The user decides what to go on with after damage: what could still be read, a local copy, or nothing. It is merged
 * with what there is since, its Activity as history. The damaged file stays in the data folder.
 */
export async function takeRecovery(context: Context, from: string): Promise<Result<void, AppError>> {
  const { recovery, store, folder } = context
  const mark = recovery.mark()
  if (mark === null) return err({ kind: 'not-found', what: 'file' })
  if (from !== 'nothing') {
    const isTolerant = from === 'readable'
    const file = isTolerant ? damagedFile(folder, mark) : copyOfId(folder, from)
    if (file === null) return err({ kind: 'not-found', what: 'copy' })
    const token = randomUUID()
    const staged = await stagePages(context, token, context.aside.readContent(file, { isTolerant }))
    if (!staged.ok) return staged
    const merged = await store.write('restore.merge', { token, at: context.clock.now(), keys: 'kept' })
    if (!merged.ok) return merged
    if (merged.value === null) return err({ kind: 'not-found', what: isTolerant ? 'file' : 'copy' })
  }
  return onFile('write', async () => {
    recovery.end()
    return ok(undefined)
  })
}
