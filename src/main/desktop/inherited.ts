import { closeSync, readdirSync, readlinkSync } from 'node:fs'

const FOLDER = '/proc/self/fd'

/** An open pipe or socket of this process. */
interface Channel {
  readonly fd: number
  /** The system's name of it, the same in every process that has it (proc(5), "/proc/pid/fd"). */
  readonly name: string
}

/** Pipes and sockets that are open here, standard input and output left out. */
export function listChannels(): Channel[] {
  return readdirSync(FOLDER)
    .map((fd) => ({ fd: Number(fd), name: targetOf(fd) }))
    .filter(({ fd, name }) => fd > 2 && /^(pipe|socket):/.test(name))
}

/**
 * Closes what a child got from its parent without anybody meaning it: a shell hands on more than the three channels
 * that a program knows of, and whoever reads one of them waits for its end. `names`: what the parent had.
 */
export function closeInherited(names: ReadonlySet<string>): void {
  for (const { fd, name } of listChannels()) if (names.has(name)) closeSync(fd)
}

function targetOf(fd: string): string {
  try {
    return readlinkSync(`${FOLDER}/${fd}`)
  } catch {
    // The one that the folder was read through.
    return ''
  }
}
