import { tmpdir } from 'node:os'
import type { App } from '../app/launch'
import type { Session } from '../desktop/session'
import { type Leak, newIn, searchFiles } from './files'
import { searchProcesses } from './processes'
import type { Wanted } from './search'

/** Where programs put what is temporary, whatever their environment says. */
const SHARED_FOLDERS = [...new Set([tmpdir(), '/tmp', '/var/tmp', '/dev/shm'])]

export interface MachineSearched {
  readonly leaks: readonly Leak[]
  readonly files: readonly string[]
  readonly pids: readonly number[]
}

/**
 * Searches all that a session can leave on a machine: its home, data and temporary folders, what its account has put
 * into everybody's since `since` (epoch milliseconds), both outputs of its applications, which are kept in its folder,
 * and arguments and environments of what runs.
 */
export async function searchMachine(
  session: Session,
  wanted: Wanted,
  { apps, since }: { readonly apps: readonly App[]; readonly since: number },
): Promise<MachineSearched> {
  const own = await searchFiles(session.folder, wanted)
  const leaks = [...own.leaks]
  const files = [...own.files]
  for (const folder of SHARED_FOLDERS) {
    for (const path of await newIn(folder, session.account.uid, since)) {
      const shared = await searchFiles(path, wanted)
      leaks.push(...shared.leaks)
      files.push(...shared.files)
    }
  }
  const groups = apps.map(({ pid }) => pid)
  const processes = searchProcesses(session.account, groups, wanted)
  leaks.push(...processes.leaks)
  return { leaks, files, pids: processes.pids }
}
