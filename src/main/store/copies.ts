import { copyFile, link, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { LocalCopy } from '../../shared/backup'

type Why = LocalCopy['why']

/** How many copies of a kind are kept, the newest ones. Those before updates stay: there is one a version. */
const KEPT: Readonly<Record<Why, number>> = {
  daily: 7,
  weekly: 4,
  restore: 5,
  import: 5,
  hide: 5,
  update: Number.POSITIVE_INFINITY,
}

/** An unfinished copy that nobody has written to for so long is left over from a process that ended, in milliseconds. */
const GIVEN_UP_MS = 10 * 60_000

const FOLDER = 'copies'
const named =
  /^mailroom\.(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.(daily|weekly|restore|import|hide)\.sqlite$/
const beforeUpdate = /^mailroom\.before-update-\d+\.sqlite$/

export const copiesFolder = (folder: string): string => join(folder, FOLDER)

const nameOf = (at: number, why: Why): string =>
  `mailroom.${new Date(at).toISOString().replaceAll(':', '-').replace('.', '-')}.${why}.sqlite`

/** Where a copy of this moment goes. Its folder is made. Throws errors of the file system. */
export async function copyTarget(
  folder: string,
  at: number,
  why: Why,
): Promise<{ id: string; path: string }> {
  await mkdir(copiesFolder(folder), { recursive: true, mode: 0o700 })
  const id = nameOf(at, why)
  return { id, path: join(copiesFolder(folder), id) }
}

/** Where a copy lies; null for what is no name of one. */
export function copyOfId(folder: string, id: string): string | null {
  if (named.test(id)) return join(copiesFolder(folder), id)
  return beforeUpdate.test(id) ? join(folder, id) : null
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

const readCopy = async (folder: string, id: string): Promise<LocalCopy[]> => {
  const path = copyOfId(folder, id)
  if (path === null) return []
  try {
    const found = await stat(path)
    const [, day, hours, minutes, seconds, rest, why] = named.exec(id) ?? []
    if (why === undefined) return [{ id, at: Math.trunc(found.mtimeMs), why: 'update', bytes: found.size }]
    const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${rest}Z`)
    // The name was matched above: its last part is one of these words.
    return Number.isNaN(at) ? [] : [{ id, at, why: why as Why, bytes: found.size }]
  } catch (error) {
    // Gone since the folder was read.
    if (isMissing(error)) return []
    throw error
  }
}

/** Every copy of a profile's database, newest first. Throws errors of the file system. */
export async function readCopies(folder: string): Promise<LocalCopy[]> {
  const ids = [
    ...(await namesIn(copiesFolder(folder))).filter((name) => named.test(name)),
    ...(await namesIn(folder)).filter((name) => beforeUpdate.test(name)),
  ]
  const found = await Promise.all(ids.map((id) => readCopy(folder, id)))
  return found.flat().sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1))
}

const WEEK_MS = 7 * 86_400_000

/** A day's copy is the week's too, where the last one of those is a week old. Throws errors of the file system. */
export async function keepWeekly(folder: string, daily: LocalCopy): Promise<void> {
  const weekly = (await readCopies(folder)).find(({ why }) => why === 'weekly')
  if (weekly !== undefined && Math.abs(daily.at - weekly.at) < WEEK_MS) return
  const from = join(copiesFolder(folder), daily.id)
  const to = join(copiesFolder(folder), nameOf(daily.at, 'weekly'))
  try {
    await link(from, to)
  } catch {
    // A file system without links.
    await copyFile(from, to)
  }
}

/** Removes the copies that are too many, and what an interrupted one left. Throws errors of the file system. */
export async function thinCopies(folder: string): Promise<void> {
  const seen = new Map<Why, number>()
  for (const { id, why } of await readCopies(folder)) {
    const count = (seen.get(why) ?? 0) + 1
    seen.set(why, count)
    const path = copyOfId(folder, id)
    if (count > KEPT[why] && path !== null) await rm(path, { force: true })
  }
  for (const name of await namesIn(copiesFolder(folder))) {
    if (!/\.sqlite\.unfinished(-journal)?$/.test(name)) continue
    const path = join(copiesFolder(folder), name)
    // A younger one may be another copy that is being written just now.
    const writtenAt = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Number.POSITIVE_INFINITY,
    )
    if (Date.now() - writtenAt > GIVEN_UP_MS) await rm(path, { force: true })
  }
}

/** Whether two moments are of the same day where this computer is. */
export const isSameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString()
