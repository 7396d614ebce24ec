import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { AppError, AppErrorOf } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { ContentPage } from '../store/content'
import { ContentFailure, firstLine, lastLine, linesOf, readLines } from './backupContent'
import {
  type BackupHeader,
  createHeader,
  DIGEST_BYTES,
  deriveKey,
  HEADER_BYTES,
  LEAST_BYTES,
  readHeader,
  TAG_BYTES,
} from './backupFormat'
import { demandSame, type FilePrint, readPieces, takePrint } from './chosenFile'

/** No backup is larger. */
const MOST_BYTES = 2 ** 31
const CIPHER = 'aes-256-gcm'

const problem = (kind: AppErrorOf<'backup'>['problem']) => err({ kind: 'backup', problem: kind } as const)

/** What comes of `source` behind `transform`. Who stops reading ends the source, too; what fails is met by whoever reads. */
function through(source: AsyncIterable<unknown>, transform: Transform): Transform {
  pipeline(Readable.from(source, { objectMode: false }), transform).catch(() => undefined)
  return transform
}

/**
 * A backup of `pages`, as its bytes come. An error among the pages is its last value. Who stops before the end lets the
 * pages go, too.
 */
export async function* encryptBackup(
  passphrase: string,
  madeAt: number,
  pages: AsyncIterable<Result<ContentPage, AppError>>,
): AsyncGenerator<Result<Uint8Array, AppError>> {
  const header = createHeader()
  const cipher = createCipheriv(CIPHER, await deriveKey(passphrase, header), header.nonce)
  cipher.setAAD(header.bytes)
  const digest = createHash('sha256')
  let failure: AppError | null = null

  async function* lines(): AsyncGenerator<string> {
    let count = 0
    yield firstLine(madeAt)
    for await (const page of pages) {
      if (!page.ok) {
        failure = page.error
        return
      }
      const found = linesOf(page.value)
      count += found.count
      if (found.text !== '') yield found.text
    }
    yield lastLine(count)
  }
  const emit = (bytes: Uint8Array): Result<Uint8Array, AppError> => {
    digest.update(bytes)
    return ok(bytes)
  }

  yield emit(header.bytes)
  const zipped = through(lines(), createGzip())
  // A stream without an encoding gives Buffers (Node.js, "Zlib").
  for await (const piece of zipped) yield emit(cipher.update(piece as Buffer))
  if (failure !== null) {
    yield err(failure)
    return
  }
  yield emit(cipher.final())
  yield emit(cipher.getAuthTag())
  yield ok(digest.digest())
}

/** A backup that is whole, as it was when it was looked at. */
export interface BackupFile {
  readonly path: string
  readonly print: FilePrint
  readonly header: BackupHeader
}

const readAll = async (path: string, start: number, end: number): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of readPieces(path, start, end)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Looks whether a file is a backup, and whole. Throws what `onFile` understands. */
export async function openBackupFile(path: string): Promise<Result<BackupFile, AppErrorOf<'backup'>>> {
  const print = await takePrint(path, MOST_BYTES)
  const header = readHeader(await readAll(path, 0, HEADER_BYTES))
  if (typeof header === 'string') return problem(header)
  if (print.bytes < LEAST_BYTES) return problem('damaged')
  const digest = createHash('sha256')
  const end = print.bytes - DIGEST_BYTES
  for await (const piece of readPieces(path, 0, end)) digest.update(piece)
  const told = await readAll(path, end, print.bytes)
  const isWhole = told.length === DIGEST_BYTES && timingSafeEqual(told, digest.digest())
  return isWhole ? ok({ path, print, header }) : problem('damaged')
}

/**
 * Opens a backup with its passphrase. Nothing of its content is looked at before all of it was found to be what was
 * encrypted. The pages end with an error where that content is not understood. Throws what `onFile` understands.
 */
export async function decryptBackup(
  file: BackupFile,
  passphrase: string,
): Promise<Result<{ madeAt: number; pages: AsyncGenerator<Result<ContentPage, AppError>> }, AppError>> {
  const { path, print, header } = file
  await demandSame(path, print)
  const key = await deriveKey(passphrase, header)
  const end = print.bytes - DIGEST_BYTES - TAG_BYTES
  const tag = await readAll(path, end, end + TAG_BYTES)
  const createDecipher = () => {
    const decipher = createDecipheriv(CIPHER, key, header.nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(header.bytes)
    decipher.setAuthTag(tag)
    return decipher
  }
  const checking = createDecipher()
  for await (const piece of readPieces(path, HEADER_BYTES, end)) checking.update(piece)
  try {
    checking.final()
  } catch {
    return problem('wrong-passphrase')
  }

  async function* decrypt(): AsyncGenerator<Buffer> {
    const decipher = createDecipher()
    for await (const piece of readPieces(path, HEADER_BYTES, end)) yield decipher.update(piece)
    yield decipher.final()
  }
  async function* unzip(): AsyncGenerator<string> {
    const unzipped = through(decrypt(), createGunzip())
    const decoder = new TextDecoder('utf-8', { fatal: true })
    for await (const piece of unzipped) yield decoder.decode(piece as Buffer, { stream: true })
    yield decoder.decode()
  }
  const lines = readLines(unzip())
  async function* pages(): AsyncGenerator<Result<ContentPage, AppError>> {
    try {
      for await (const page of lines) if (!('madeAt' in page)) yield ok(page)
    } catch (error) {
      yield problem(problemOf(error))
    }
  }
  try {
    const first = await lines.next()
    if (first.done !== true && 'madeAt' in first.value) {
      return ok({ madeAt: first.value.madeAt, pages: pages() })
    }
    return problem('damaged')
  } catch (error) {
    return problem(problemOf(error))
  }
}

/** What was encrypted as it should be, and is no backup all the same. */
const problemOf = (error: unknown): 'damaged' | 'newer' =>
  error instanceof ContentFailure ? error.problem : 'damaged'
