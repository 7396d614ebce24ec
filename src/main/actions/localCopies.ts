import { randomUUID } from 'node:crypto'
import type { BackupPreview, LocalCopy } from '../../shared/backup'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { copyOfId, copyTarget, isSameDay, keepWeekly, readCopies, thinCopies } from '../store/copies'
import { databaseIn } from '../store/place'
import { onFile } from '../transfer/fileProblem'
import type { Context } from './context'
import { stageContent } from './stageContent'

/** The copies that Mailroom made by itself, newest first. */
export const listCopies = (context: Context): Promise<Result<LocalCopy[], AppError>> =>
  onFile('read', async () => ok(await readCopies(context.folder)))

/** What merging a copy would bring. The token in it is for `backup.restore`. */
export async function previewCopy(context: Context, id: string): Promise<Result<BackupPreview, AppError>> {
  const copies = await listCopies(context)
  if (!copies.ok) return copies
  const copy = copies.value.find((one) => one.id === id)
  const path = copyOfId(context.folder, id)
  if (copy === undefined || path === null) return err({ kind: 'not-found', what: 'copy' })
  const token = randomUUID()
  const pages = context.aside.readContent(path, { isTolerant: false })
  return stageContent(context, { token, path, madeAt: copy.at, keys: 'kept' }, pages)
}

/** Copies the database as it is now, beside it. The copies that are too many go; one that cannot be made is none. */
export async function makeCopy(
  context: Context,
  why: LocalCopy['why'],
): Promise<Result<LocalCopy, AppError>> {
  const at = context.clock.now()
  return onFile('write', async (): Promise<Result<LocalCopy, AppError>> => {
    const target = await copyTarget(context.folder, at, why)
    const bytes = await context.aside.copy(databaseIn(context.folder), target.path)
    if (!bytes.ok) return bytes
    const copy = { id: target.id, at, why, bytes: bytes.value }
    if (why === 'daily') await keepWeekly(context.folder, copy)
    await thinCopies(context.folder)
    return ok(copy)
  })
}

/** So often it is looked whether the day's copy is missing, in milliseconds. */
const LOOK_EVERY_MS = 60 * 60_000

/** The copies that are made while nobody asks. */
export interface Copying {
  /** Makes the day's copy, unless there is one, and comes back to it by itself from now on. Not on the way of a start. */
  look(): Promise<void>
  stop(): void
}

export function createCopying(context: Context): Copying {
  let timer: NodeJS.Timeout | null = null
  let isStopped = false
  let looking: Promise<void> | null = null

  const copyToday = async (): Promise<void> => {
    const copies = await listCopies(context)
    if (!copies.ok) return
    const now = context.clock.now()
    if (copies.value.some(({ why, at }) => why === 'daily' && isSameDay(at, now))) return
    const content = await context.store.read('content.count')
    // Copies of an empty profile would push out those of a full one.
    if (!content.ok || content.value.accounts + content.value.addresses + content.value.activity === 0) return
    if (context.recovery.mark() !== null) return
    await makeCopy(context, 'daily')
  }

  const look = async (): Promise<void> => {
    if (isStopped) return
    looking ??= copyToday().finally(() => {
      looking = null
    })
    await looking
    if (timer !== null) clearTimeout(timer)
    if (isStopped) return
    timer = setTimeout(() => void look(), LOOK_EVERY_MS)
    timer.unref()
  }
  return {
    look,
    stop() {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
