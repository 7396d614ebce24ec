import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { FileFailure } from './fileProblem'

/** Tells a file from what it is after somebody changed it. */
export interface FilePrint {
  readonly device: bigint
  readonly inode: bigint
  readonly bytes: number
  readonly modifiedNs: bigint
  readonly changedNs: bigint
}

/** Throws what `onFile` understands; `empty` and `too-large` (in bytes) as well. */
export async function takePrint(path: string, most: number): Promise<FilePrint> {
  const found = await stat(path, { bigint: true })
  // A pipe or a device would never end.
  if (!found.isFile()) throw new FileFailure('not-readable')
  if (found.size === 0n) throw new FileFailure('empty')
  if (found.size > BigInt(most)) throw new FileFailure('too-large')
  const handle = await open(path, 'r')
  await handle.close()
  return {
    device: found.dev,
    inode: found.ino,
    bytes: Number(found.size),
    modifiedNs: found.mtimeNs,
    changedNs: found.ctimeNs,
  }
}

/** Throws `gone` where the file is not what it was when its print was taken. */
export async function demandSame(path: string, print: FilePrint): Promise<void> {
  const now = await takePrint(path, Number.MAX_SAFE_INTEGER)
  const isSame =
    now.device === print.device &&
    now.inode === print.inode &&
    now.bytes === print.bytes &&
    now.modifiedNs === print.modifiedNs &&
    now.changedNs === print.changedNs
  if (!isSame) throw new FileFailure('gone')
}

const PIECE_BYTES = 64 * 1024

/** The bytes of a file in pieces, from `start` up to and without `end`. Throws errors of the file system. */
export async function* readPieces(path: string, start = 0, end?: number): AsyncGenerator<Buffer> {
  if (end !== undefined && end <= start) return
  const stream = createReadStream(path, {
    start,
    highWaterMark: PIECE_BYTES,
    ...(end === undefined ? {} : { end: end - 1 }),
  })
  for await (const piece of stream) {
    // Without an encoding a stream of a file gives Buffers (Node.js, "File system").
    yield piece as Buffer
  }
}
