import { randomUUID } from 'node:crypto'
import { shell } from 'electron'
import type { Link } from '../../shared/app'
import type { AppErrorOf } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { linkAddress } from './linkAddress'

/** `forbidden`: not an https address. `internal`: the system opened nothing; why is in the log. */
export type Opened = Promise<Result<void, AppErrorOf<'forbidden' | 'internal'>>>

export interface Opener {
  /** Opens a link of the fixed list in the user's browser; for `accountOrigin`, or for LikeDo itself. */
  openLink(link: Link, accountOrigin: string | null): Opened
  /** Shows a folder in the user's file manager. The path is main's own; none ever comes from a window. */
  openFolder(folder: string): Opened
}

/** The one way out of Mailroom. `licences`: the absolute path of the file that lists them. */
export function createOpener(licences: string, log: (ref: string, cause: unknown) => void): Opener {
  const fail = (cause: unknown) => {
    const ref = randomUUID().slice(0, 8)
    log(ref, cause)
    return err({ kind: 'internal' as const, ref })
  }

  const openPath = async (path: string): Opened => {
    const problem = await shell.openPath(path)
    return problem === '' ? ok(undefined) : fail(problem)
  }

  return {
    async openLink(link, accountOrigin) {
      if (link === 'licences') return openPath(licences)
      const address = linkAddress(link, accountOrigin)
      if (address === null) return err({ kind: 'forbidden' })
      try {
        await shell.openExternal(address)
        return ok(undefined)
      } catch (cause) {
        return fail(cause)
      }
    },
    openFolder: openPath,
  }
}
