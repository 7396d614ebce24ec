import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, shell } from 'electron'
import type { Link } from '../../shared/app'
import type { AppErrorOf } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { linkAddress } from './linkAddress'

type LogFault = (ref: string, cause: unknown) => void

/** `forbidden`: not an https address. `internal`: the system opened nothing; why is in the log. */
type Opened = Promise<Result<void, AppErrorOf<'forbidden' | 'internal'>>>

/** The licences of what Mailroom is made of: a file of the build, which a package has outside its archive. */
const licences = () =>
  app.isPackaged ? join(process.resourcesPath, 'licences.txt') : join(app.getAppPath(), 'out/licences.txt')

/**
 * Opens a link of the fixed list in the user's browser; with `openPage` and `showFolder` the only way out of Mailroom.
 * `accountOrigin`: where the account lives that it is asked for; null: LikeDo itself.
 */
export async function openLink(link: Link, accountOrigin: string | null, log: LogFault): Opened {
  if (link === 'licences') return openPath(licences(), log)
  const address = linkAddress(link, accountOrigin)
  if (address === null) return err({ kind: 'forbidden' })
  try {
    await shell.openExternal(address)
    return ok(undefined)
  } catch (cause) {
    return fail(cause, log)
  }
}

/** Opens a page that a message or an answer of a service leads to, in the user's browser: https only. */
export async function openPage(address: string, log: LogFault): Opened {
  const isPage = URL.canParse(address) && new URL(address).protocol === 'https:'
  if (!isPage) return err({ kind: 'forbidden' })
  try {
    await shell.openExternal(address)
    return ok(undefined)
  } catch (cause) {
    return fail(cause, log)
  }
}

/** Shows a folder in the user's file manager. The path is main's own: none ever comes from a window. */
export function showFolder(folder: string, log: LogFault): Opened {
  return openPath(folder, log)
}

async function openPath(path: string, log: LogFault): Opened {
  const problem = await shell.openPath(path)
  return problem === '' ? ok(undefined) : fail(problem, log)
}

function fail(cause: unknown, log: LogFault) {
  const ref = randomUUID().slice(0, 8)
  log(ref, cause)
  return err({ kind: 'internal' as const, ref })
}
