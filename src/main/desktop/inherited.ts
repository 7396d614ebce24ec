import { closeSync, readdirSync, readlinkSync } from 'node:fs'

const FOLDER = '/proc/self/fd'

/** What this process has open, standard channels left out. */
interface Open {
  readonly fd: number
  /** A path, or the system's name of a pipe or socket: the same in every process that has it (proc(5), "/proc/pid/fd"). */
  readonly name: string
}

function listOpen(): Open[] {
  return readdirSync(FOLDER)
    .map((fd) => ({ fd: Number(fd), name: targetOf(fd) }))
    .filter(({ fd }) => fd > 2)
}

/**
 * What a child of this process is not to keep open, by name: every pipe and socket, and the files below `folder`
 * (absolute). A shell hands on more than the three channels that a program knows of, Chromium does not mark all of its files
 * as its own, and whoever reads the other end of a pipe waits until nobody has it.
 */
export const listUnwanted = (folder: string): string[] =>
  listOpen()
    .map(({ name }) => name)
    .filter((name) => /^(pipe|socket):/.test(name) || name.startsWith(`${folder}/`))

/** Closes what a process got from its parent without anybody meaning it. `names`: of `listUnwanted`, there. */
export function closeInherited(names: ReadonlySet<string>): void {
  for (const { fd, name } of listOpen()) if (names.has(name)) closeSync(fd)
}

function targetOf(fd: string): string {
  try {
    return readlinkSync(`${FOLDER}/${fd}`)
  } catch {
    // The one that the folder was read through.
    return ''
  }
}
