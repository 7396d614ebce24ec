import { open, rm } from 'node:fs/promises'
import { release } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import type { Surroundings } from '../actions/context'
import { LOG_NAME, type Log } from './log'
import { setLoginItem } from './loginItem'

/** So much of the log's end is read, in bytes. */
const LOG_TAIL = 256 * 1024

async function readTail(path: string): Promise<string> {
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      const start = Math.max(0, size - LOG_TAIL)
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start)
      return buffer.toString('utf8', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    // No log yet, or one that cannot be read: diagnostics go without.
    return ''
  }
}

/** What lies around the profile whose log is in the folder `logs` (absolute). */
export const createSurroundings = (logs: string, log: Log): Surroundings => ({
  facts: () => ({
    version: app.getVersion(),
    electron: process.versions.electron,
    chromium: process.versions.chrome,
    node: process.versions.node,
    system: `${process.platform} ${process.arch} ${release()}`,
    session: process.env.XDG_SESSION_TYPE ?? '',
    desktop: process.env.XDG_CURRENT_DESKTOP ?? '',
    locale: app.getLocale(),
    packaged: String(app.isPackaged),
  }),
  readLog: () => readTail(join(logs, LOG_NAME)),
  async removeLog() {
    log.end()
    try {
      await rm(logs, { recursive: true, force: true })
      return true
    } catch {
      return false
    }
  },
  removeLoginItem: async () => setLoginItem(null),
})
