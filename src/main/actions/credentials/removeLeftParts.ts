import { lstat, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isPartName } from '../../transfer/writeFile'
import type { Context } from '../context'

/**
 * At start: parts of files with credentials that a crash left are removed. One whose folder is not there now, as on a disk
 * that is not connected, is looked for again at the next start.
 */
export async function removeLeftParts({ store }: Pick<Context, 'store'>): Promise<void> {
  const left = await store.read('partFiles.list')
  if (!left.ok) return
  for (const path of left.value) {
    if (await isRemoved(path)) await store.write('partFiles.forget', path)
  }
}

async function isRemoved(path: string): Promise<boolean> {
  // Nothing else is ever removed, whatever a damaged database says.
  if (!isPartName(path)) return true
  try {
    if (!(await isThere(path))) return await isThere(dirname(path))
    await rm(path, { force: true })
    return true
  } catch {
    return false
  }
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )
