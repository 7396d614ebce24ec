import { createReadStream, type Dirent } from 'node:fs'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { findIn, startSearch, type Wanted } from './search'

/** Where something was found, and how it was spelled there. */
export interface Leak {
  readonly place: string
  readonly spellings: readonly string[]
}

export interface FilesSearched {
  readonly leaks: readonly Leak[]
  /** Every file that was read: a search that looked at nothing finds nothing. */
  readonly files: readonly string[]
}

/** Searches names and contents of everything in a folder, links and deep folders too. */
export async function searchFiles(folder: string, wanted: Wanted): Promise<FilesSearched> {
  const leaks: Leak[] = []
  const files: string[] = []
  const note = (place: string, spellings: readonly string[]) => {
    if (spellings.length > 0) leaks.push({ place, spellings })
  }
  for await (const [path, entry] of walk(folder)) {
    note(`the name ${path}`, findIn(wanted, path))
    if (entry.isSymbolicLink()) note(path, findIn(wanted, (await unlessGone(readlink(path))) ?? ''))
    if (!entry.isFile()) continue
    const found = await unlessGone(searchFile(path, wanted))
    if (found === null) continue
    files.push(path)
    note(path, found)
  }
  return { leaks, files }
}

async function* walk(folder: string): AsyncGenerator<readonly [string, Dirent]> {
  for (const entry of (await unlessGone(readdir(folder, { withFileTypes: true }))) ?? []) {
    const path = join(folder, entry.name)
    yield [path, entry]
    if (entry.isDirectory()) yield* walk(path)
  }
}

async function searchFile(path: string, wanted: Wanted): Promise<readonly string[]> {
  const search = startSearch(wanted)
  for await (const chunk of createReadStream(path, { highWaterMark: 4 * 1024 * 1024 })) search.push(chunk)
  return search.found()
}

/**
 * What this account has put directly into a folder for temporary files since then (epoch milliseconds); sessions of
 * tests apart, which are searched by themselves.
 */
export async function newIn(folder: string, uid: number, since: number): Promise<readonly string[]> {
  const fresh: string[] = []
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const about = await unlessGone(lstat(path))
    if (about === null || about.uid !== uid || about.ctimeMs < since) continue
    if (!name.startsWith('mailroom-')) fresh.push(path)
  }
  return fresh
}

/** Files come and go while an application runs. */
async function unlessGone<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (cause) {
    // What Node throws of files has a code.
    if (['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '')) return null
    throw cause
  }
}
