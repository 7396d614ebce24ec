import { readdirSync, readFileSync } from 'node:fs'

/** Memory of a process and of everything it started. */
export interface TreeMemory {
  /** Proportional set size in bytes: memory that several processes share counts in parts. */
  readonly pss: number
  readonly processes: number
}

/**
 * What a process tree holds, read from `/proc/PID/smaps_rollup` (proc(5)). Throws an Error with words where a process
 * of the tree may not be read: a sum without it would be wrong.
 */
export function readTreeMemory(root: number): TreeMemory {
  let pss = 0
  let processes = 0
  for (const pid of treeOf(root)) {
    const bytes = readPss(pid)
    if (bytes === null) continue
    pss += bytes
    processes += 1
  }
  return { pss, processes }
}

function treeOf(root: number): number[] {
  const parents = new Map(readParents())
  const isInside = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) {
      if (at === root) return true
    }
    return false
  }
  return [...parents.keys()].filter(isInside)
}

function* readParents(): Generator<[pid: number, parent: number]> {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      // Behind the name in brackets, which may hold anything: state, then the parent.
      const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      yield [Number(name), Number(parent)]
    } catch {
      // It ended while we looked.
    }
  }
}

/** Null for a process that ended meanwhile. */
function readPss(pid: number): number | null {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null
    if (code === 'ENOENT' || code === 'ESRCH') return null
    throw new Error(
      `The memory of process ${pid} may not be read (${String(code)}). The sandbox hides it from ordinary users: run the benchmark as root.`,
    )
  }
}
