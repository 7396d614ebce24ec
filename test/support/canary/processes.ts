import { readdirSync, readFileSync } from 'node:fs'
import type { Account } from '../desktop/account'
import type { Leak } from './files'
import { findIn, type Wanted } from './search'

export interface ProcessesSearched {
  readonly leaks: readonly Leak[]
  readonly pids: readonly number[]
}

/** Searches arguments and environment (proc(5)) of all that runs as this account or in one of these process groups. */
export function searchProcesses(
  account: Account,
  groups: readonly number[],
  wanted: Wanted,
): ProcessesSearched {
  const leaks: Leak[] = []
  const pids: number[] = []
  for (const pid of readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)) {
    const stat = read(pid, 'stat')?.toString('latin1')
    const status = read(pid, 'status')?.toString('latin1')
    if (stat === undefined || status === undefined) continue
    // Behind the name, which may hold anything: state, parent, group.
    const group = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2])
    const uid = Number(/^Uid:\s*(\d+)/m.exec(status)?.[1])
    if (uid !== account.uid && !groups.includes(group)) continue
    pids.push(pid)
    for (const file of ['cmdline', 'environ'] as const) {
      const spellings = findIn(wanted, read(pid, file) ?? '')
      if (spellings.length > 0) leaks.push({ place: `${file} of process ${pid}`, spellings })
    }
  }
  return { leaks, pids }
}

function read(pid: number, file: 'stat' | 'status' | 'cmdline' | 'environ'): Buffer | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`)
  } catch {
    // It ended meanwhile, or is another user's.
    return undefined
  }
}
