import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { AppErrorOf } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import { onFile } from './fileProblem'

/** Makes what `rename` did outlast a power failure, where the system can. */
const flushFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // Some file systems know no such thing.
  }
}

/** Where a file lies beside its place until it is whole; another name each time. */
export const partOf = (path: string): string => `${path}.${randomUUID().slice(0, 8)}.part`

/** Whether a path is one that `partOf` makes. */
export const isPartName = (path: string): boolean => /\.[\da-f]{8}\.part$/.test(path)

/**
 * Writes a file (absolute path) that only its user can read, whole or not at all: beside it first, then in its
 * place. What was there before stays until then. `parts` may end with an error value; nothing is written then.
 * Answers how many bytes it has. `part`: where it lies until then.
 */
export async function writeFile<E>(
  path: string,
  parts: AsyncIterable<Result<string | Uint8Array, E>>,
  part = partOf(path),
): Promise<Result<number, E | AppErrorOf<'file'>>> {
  return onFile('write', async () => {
    const handle = await open(part, 'wx', 0o600)
    try {
      let bytes = 0
      try {
        for await (const piece of parts) {
          if (!piece.ok) return piece
          const chunk = typeof piece.value === 'string' ? Buffer.from(piece.value) : piece.value
          await handle.writeFile(chunk)
          bytes += chunk.byteLength
        }
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(part, path)
      await flushFolder(dirname(path))
      return ok(bytes)
    } finally {
      await rm(part, { force: true })
    }
  })
}
